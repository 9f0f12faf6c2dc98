package compare

import (
	"math/big"

	"crosscheck/language"
	"crosscheck/news"
	"crosscheck/rules"
)

// Source is one document's text and what was extracted from it.
type Source struct {
	Text *language.Text
	news.Extraction
}

// Packet is the documents of one event, prepared for checks. Everything in it
// is in order of document, then place, and is not to be changed by a check.
type Packet struct {
	Docs  []*Doc
	Names *Names
	Lex   *rules.Lexicon
	// Lineages groups the documents; Doc.Lineage indexes it.
	Lineages []news.Lineage
	// Pairs are sentences about one thing: copies first aligned in order,
	// others by shared rare words, names and figures; each pair once, A before
	// B in packet order. Pairs inside one document have A.Doc == B.Doc.
	Pairs []Pair
	// Figures are groups of figures that answer one question.
	Figures []FigureGroup
	// Gaps are runs of sentences that a copy left out.
	Gaps []Gap
	// Config is the desk's own settings: aliases, house spellings, loaded terms.
	Config rules.Config

	asked *questions         // what figures and sentences say about time and place
	index map[string][]*Sent // stem → sentences, in order
	ids   map[string]*Doc    // by id
	memos map[memoKey]memoValue
	near  []map[int]bool // Doc.Index → the documents it is compared with; nil: all
}

// Doc is one document of the packet.
type Doc struct {
	*news.Document
	Text       *language.Text
	Extraction news.Extraction
	Index      int // in Packet.Docs
	Lineage    int // in Packet.Lineages
	// Sents are the sentences of the story (headline, deck, body), in order.
	Sents []*Sent
	claim map[string]*news.Claim
}

// docByID returns the document with the id.
func (p *Packet) docByID(id string) *Doc { return p.ids[id] }

// Claim returns the claim with the id, or nil.
func (d *Doc) Claim(id string) *news.Claim { return d.claim[id] }

// SentAt returns the story sentence that holds offset, or nil.
func (d *Doc) SentAt(offset int) *Sent {
	lo, hi := 0, len(d.Sents)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sents[mid].Span.End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sents) && d.Sents[lo].Span.Start <= offset {
		return d.Sents[lo]
	}
	return nil
}

// Sent is one sentence with everything found in it.
type Sent struct {
	Doc   *Doc
	Index int // in Doc.Sents
	Sent  int // in Doc.Text.Sentences
	Span  news.Span
	// Region is headline, deck or body.
	Region news.RegionKind
	// Words are the content words in order (no stop words, no marks).
	Words []Word
	// Weight is the summed weight of the distinct stems of Words.
	Weight float64
	// Claims are those whose content or cue stands in the sentence; the rest
	// are those that lie in it.
	Claims     []*news.Claim
	Statements []*news.Statement
	Figures    []*news.Figure
	Mentions   []*news.Mention
	// Entities are the ids (Names.Of) of the Mentions, sorted, each once.
	Entities []int
}

// At returns the sentence's words at span.
func (s *Sent) At(span news.Span) string { return s.Doc.At(span) }

// Word is a content word: its token and the key it is compared by.
type Word struct {
	Token int // in Doc.Text.Tokens
	// Stem is the Snowball stem of the lemma; Key is the class the stem
	// belongs to (kill/die/slay → one key, an entity's names → one key), which
	// is what alignment compares. Key equals Stem where no class holds it.
	Stem, Key string
	Weight    float64 // rarity of Key in the packet, in nats
}

// Pair is two sentences about one thing.
type Pair struct {
	A, B  *Sent
	Score float64 // 0 to 1: weighted overlap of their keys
	// Copy: the documents are of one lineage and the sentences correspond.
	Copy bool
}

// Reach says how far apart the pair stands.
func (p Pair) Reach() news.Reach { return reach(p.A.Doc, p.B.Doc) }

func reach(a, b *Doc) news.Reach {
	switch {
	case a == b:
		return news.InDocument
	case a.Lineage == b.Lineage:
		return news.InLineage
	default:
		return news.AcrossSources
	}
}

// FigureGroup is figures that answer one question (how many were killed in
// this blast), in packet order, from one or more documents.
type FigureGroup struct {
	Kind news.FigureKind
	Unit string // base unit or counted noun
	Role string
	Refs []FigureRef
	// Links are the pairs of Refs that were matched with each other; the
	// others of the group are in it through them.
	Links []FigureLink
}

// FigureLink is two figures of a group, by their index in Refs, and how surely
// they answer one question, from 0 to 1.
type FigureLink struct {
	A, B  int
	Score float64
}

// FigureRef is one figure at its place.
type FigureRef struct {
	Sent   *Sent
	Figure *news.Figure
}

// Interval is what the figure admits, in the base unit where it has one.
func (r FigureRef) Interval() news.Interval {
	if r.Figure.Base != "" {
		return r.Figure.BaseIn
	}
	return r.Figure.In
}

// Value is the number as written, or nil for dates and clock times.
func (r FigureRef) Value() *big.Rat {
	if len(r.Figure.Value) == 0 {
		return nil
	}
	return r.Figure.Value[0]
}

// Gap is a run of sentences of From that its copy In left out; After and
// Before are the sentences of In between which they would stand (nil at an end).
type Gap struct {
	From          *Doc
	In            *Doc
	Sents         []*Sent
	After, Before *Sent
}
