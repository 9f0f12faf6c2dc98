package language

import (
	"crosscheck/news"
)

// Tagger gives each word of one sentence its Penn Treebank tag. The words
// come folded, as Token.Norm, except that a lone en dash is "--" as in the
// treebanks; the answer has one tag for each. It must be safe for concurrent use.
type Tagger interface {
	Tag(words []string) []string
}

// Parser gives each word of one sentence its head, as an index into words or
// -1 for a root, and its Universal Dependencies relation. It must be safe for
// concurrent use.
type Parser interface {
	Parse(words, tags []string) (heads []int, rels []string)
}

// Reader holds the models; it loads them once, lazily, and is safe for
// concurrent use.
type Reader struct {
	tagger Tagger
	parser Parser
}

// Option changes what a Reader uses.
type Option func(*Reader)

// WithTagger makes the Reader take its tags from tagger.
func WithTagger(tagger Tagger) Option { return func(r *Reader) { r.tagger = tagger } }

// WithParser makes the Reader take its trees from parser.
func WithParser(parser Parser) Option { return func(r *Reader) { r.parser = parser } }

// New returns a Reader with our own tagger and parser, unless an option says
// otherwise. It costs nothing until the first Read.
func New(options ...Option) *Reader {
	r := &Reader{tagger: Own(), parser: OwnParser()}
	for _, option := range options {
		option(r)
	}
	return r
}

// Read splits a document into sentences and tokens, with tags and lemmas. A
// document without regions is all body.
func (r *Reader) Read(doc *news.Document) *Text {
	t := &Text{Doc: doc, reader: r, Paragraphs: paragraphs(doc)}
	t.Tokens = make([]Token, 0, min(len(doc.Text)/5+16, 1<<18)) // an English token and its space take five bytes or more
	var spans []news.Span
	for p, span := range t.Paragraphs {
		spans = scan(doc.Text, span, spans[:0])
		first := len(t.Tokens)
		for _, s := range spans {
			t.Tokens = append(t.Tokens, newToken(doc.Text, s))
		}
		t.addSentences(first, p)
	}
	for sent := range t.Sentences {
		r.tag(t.Words(sent), r.taggerAt(t.Sentences[sent].First))
	}
	t.parsed = make([]bool, len(t.Sentences))
	return t
}

// newToken makes the token at a span, without tag or tree.
func newToken(text string, span news.Span) Token {
	tok := Token{Span: span, Text: text[span.Start:span.End], Head: -1}
	tok.Norm = fold(tok.Text)
	tok.Lower = lower(tok.Norm)
	return tok
}

// addSentences parts the tokens from first, those of paragraph p, into
// sentences.
func (t *Text) addSentences(first, p int) {
	for _, last := range t.sentences(first) {
		span := news.Span{Start: t.Tokens[first].Span.Start, End: t.Tokens[last-1].Span.End}
		region := news.Body
		if len(t.Doc.Regions) > 0 {
			region = t.Doc.RegionAt(span.Start)
		}
		t.Sentences = append(t.Sentences, Sentence{Span: span, First: first, Last: last, Paragraph: p, Region: region})
		first = last
	}
}

// proseBudget bounds, in tokens of one document, how far prose is asked. It
// reads about 100,000 tokens a second, so that a book would take minutes; no
// article is a tenth as long.
const proseBudget = 100_000

// taggerAt returns the tagger for a sentence that begins with token first.
func (r *Reader) taggerAt(first int) Tagger {
	if _, slow := r.tagger.(proseTagger); slow && first > proseBudget {
		return Shape()
	}
	return r.tagger
}

// tag gives the tokens of one sentence their tags and lemmas.
func (r *Reader) tag(toks []Token, tagger Tagger) {
	words := taggerForms(toks)
	tags := tagger.Tag(words)
	if len(tags) != len(words) {
		tags = Shape().Tag(words)
	}
	mendPast(toks, tags)
	for i := range toks {
		toks[i].Tag = tags[i]
		toks[i].Lemma = Lemma(toks[i].Lower, tags[i])
	}
}

// taggerForms returns the words of a sentence as taggers and parsers see them.
func taggerForms(toks []Token) []string {
	words := make([]string, len(toks))
	for i := range toks {
		words[i] = toks[i].Norm
		if toks[i].Text == "–" {
			words[i] = "--"
		}
	}
	return words
}

// Parse gives the sentence its dependency tree (Head and Rel of its tokens).
// It does nothing on a sentence that has one, or where the Reader has no parser.
func (t *Text) Parse(sent int) {
	if t.reader == nil || t.reader.parser == nil || sent < 0 || sent >= len(t.parsed) || t.parsed[sent] {
		return
	}
	t.parsed[sent] = true
	toks := t.Words(sent)
	tags := make([]string, len(toks))
	for i := range toks {
		tags[i] = toks[i].Tag
	}
	heads, rels := t.reader.parser.Parse(taggerForms(toks), tags)
	if len(heads) != len(toks) || len(rels) != len(toks) {
		return
	}
	first := t.Sentences[sent].First
	for i := range toks {
		toks[i].Rel = rels[i]
		if heads[i] >= 0 && heads[i] < len(toks) {
			toks[i].Head = first + heads[i]
		}
	}
}
