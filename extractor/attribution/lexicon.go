package attribution

import (
	"strings"

	"crosscheck/news"
	"crosscheck/rules"
)

// cue is one reporting word with all the frames it can have.
type cue struct {
	strength map[rules.Frame]news.Strength
	general  news.Strength
	forPrep  map[string]news.Strength
	ofPrep   map[string]news.Strength
	gerund   map[string]bool
}

func (c *cue) has(f rules.Frame) bool { _, ok := c.strength[f]; return ok }

// takes reports whether the preposition introduces the cue's content.
func (c *cue) takes(preposition string) bool { _, ok := c.forPrep[preposition]; return ok }

// asks reports whether the cue puts a question.
func (c *cue) asks() bool { return c.strength[rules.Question] == news.Asks }

// accuses reports whether the cue charges somebody with something.
func (c *cue) accuses() bool { return c.general == news.Accuses && !c.has(rules.Only) }

// speaks reports whether the cue can stand beside a quotation.
func (c *cue) speaks() bool { return c.has(rules.Quote) }

// phrase is a cue of several words, by lemma.
type phrase struct {
	words []string
	cue   *cue
}

// lexicon is rules.Speech made ready for looking up.
type lexicon struct {
	verbs, nouns                                             map[string]*cue
	phrases                                                  map[string][]phrase // by first lemma
	according                                                [][]string
	adverbs                                                  map[string]bool
	times, turns, relatives, questions, aux, negations, self map[string]bool
	aspects, answers, male, female, plural, neuter, settings map[string]bool
	offices, persons, collectives, unnamed, documents        map[string]bool
	maleNouns, femaleNouns, before                           map[string]bool
	lights, abstracts, counts, given, setting, giving        map[string]bool
	reasons                                                  [][]string
	short                                                    map[string]string
	refuse                                                   refusals
	capacities                                               capacities
}

// refusals is rules.Refusals made ready for looking up.
type refusals struct {
	verbs, negated, speech, states, copulas, giving, few, matter, unavailable map[string]bool
}

func compile(lex *rules.Speech) *lexicon {
	g, t, r := &lex.Grammar, &lex.Titles, &lex.Silence
	l := &lexicon{
		capacities: compileCapacities(&lex.Capacities),
		verbs:      cues(lex.Cues.Verbs), nouns: cues(lex.Cues.Nouns), phrases: map[string][]phrase{},
		adverbs: set(lex.Cues.Adverbs), lights: set(lex.Cues.Lights), counts: set(lex.Cues.Counts), given: set(lex.Cues.Given), setting: set(lex.Cues.Setting), giving: set(lex.Cues.Giving), times: set(g.Times), turns: set(g.Turns), relatives: set(g.Relatives), questions: set(g.Questions),
		aux: set(g.Auxiliaries), aspects: set(g.Aspects), answers: set(g.Answers), negations: set(g.Negations), self: set(g.Self), male: set(g.Male), female: set(g.Female), plural: set(g.Plural),
		neuter: set(g.Neuter), settings: set(g.Settings), offices: set(t.Offices), persons: set(t.Persons), collectives: set(t.Collectives),
		unnamed: set(t.Unnamed), abstracts: set(t.Abstracts), documents: set(t.Documents), short: t.Short, maleNouns: set(t.Male), femaleNouns: set(t.Female), before: set(t.Before),
		refuse: refusals{verbs: set(r.Verbs), negated: set(r.Negated), speech: set(r.Speech), states: set(r.States), copulas: set(r.Copulas),
			giving: set(r.Giving), few: set(r.Few), matter: set(r.Matter), unavailable: set(r.Unavailable)},
	}
	for _, a := range lex.Cues.According {
		l.according = append(l.according, strings.Fields(a))
	}
	for _, words := range lex.Cues.Reasons {
		l.reasons = append(l.reasons, strings.Fields(words))
	}
	for _, group := range lex.Cues.Phrases {
		for _, words := range group.Words {
			w := strings.Fields(strings.ToLower(words))
			l.addPhrase(w, group)
		}
	}
	return l
}

// addPhrase adds a phrase, or more frames to one that is known.
func (l *lexicon) addPhrase(words []string, group rules.CueGroup) {
	list := l.phrases[words[0]]
	for i := range list {
		if strings.Join(list[i].words, " ") == strings.Join(words, " ") {
			merge(list[i].cue, group)
			return
		}
	}
	l.phrases[words[0]] = append(list, phrase{words, merge(nil, group)})
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[strings.ToLower(w)] = true
	}
	return out
}

func cues(groups []rules.CueGroup) map[string]*cue {
	out := map[string]*cue{}
	for _, group := range groups {
		for _, w := range group.Words {
			out[w] = merge(out[w], group)
		}
	}
	return out
}

// merge adds a group's frames to a cue; the first group that has a frame
// decides its strength.
func merge(c *cue, group rules.CueGroup) *cue {
	if c == nil {
		c = &cue{strength: map[rules.Frame]news.Strength{}, general: group.Strength, forPrep: map[string]news.Strength{}, ofPrep: map[string]news.Strength{}, gerund: map[string]bool{}}
	}
	for _, f := range group.Frames {
		if _, ok := c.strength[f]; !ok {
			c.strength[f] = group.Strength
		}
	}
	for _, p := range group.For {
		if _, ok := c.forPrep[p]; !ok {
			c.forPrep[p] = group.Strength
		}
	}
	for _, p := range group.Of {
		if _, ok := c.ofPrep[p]; !ok {
			c.ofPrep[p] = group.Strength
		}
	}
	for _, p := range group.Gerund {
		c.gerund[p] = true
	}
	return c
}
