package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// story is what a generated page is about: what a reader should find again.
type tale struct {
	title, deck, byline, outlet string
	published                   time.Time
	paragraphs, crossheads      []string // a crosshead stands before every third paragraph
	captions, pulls             []string
	url                         string
}

// The words stories are made of.
var (
	tellers  = []string{"the mayor", "a spokesman for the harbour office", "the union's secretary", "one of the contractors", "the head of the school board", "a retired engineer", "the minister for transport", "the police chief", "a resident of the old town", "the company's lawyer"}
	things   = []string{"the harbour bridge", "the northern ferry", "the new school", "the water works", "the market hall", "the coastal railway", "the hospital's east wing", "the town archive", "the flood wall", "the tram line"}
	deeds    = []string{"will be closed for %d months", "has cost %d million crowns more than planned", "is to be rebuilt by %d workers", "was inspected %d times in the past year", "lost about %d of its regular users", "drew %d complaints from people who live nearby", "stands on ground that sank by %d centimetres", "was sold to a group of %d investors"}
	reasons  = []string{"because the steel is worn", "after a report that was kept back since spring", "although the council had voted against it", "while a second inquiry is still going on", "since nobody had asked for a permit", "as soon as the last contract is signed", "unless the province pays its share", "in spite of the rain that fell all week"}
	verbs    = []string{"said", "told reporters", "wrote in a letter to the council", "said in an interview", "argued", "insisted"}
	openings = []string{"On Monday", "Last week", "In a statement", "Speaking after the meeting", "Two days later", "For now", "At the same time", "According to the minutes"}
	outlets  = []string{"The Harbour Gazette", "Northern Herald", "Daily Courier", "Channel Six News", "The Evening Ledger"}
	writers  = []string{"Jane Doe", "John Roe", "Maria van den Berg", "Samir Haddad", "Anna O'Neill"}
)

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (s *tale) sentence(r *rand.Rand) string {
	deed := fmt.Sprintf(pick(r, deeds), 2+r.IntN(90))
	switch r.IntN(4) {
	case 0:
		return fmt.Sprintf("%s %s %s.", capital(pick(r, things)), deed, pick(r, reasons))
	case 1:
		return fmt.Sprintf("“%s %s,” %s %s.", capital(pick(r, things)), deed, pick(r, tellers), pick(r, verbs))
	case 2:
		return fmt.Sprintf("%s, %s %s %s.", pick(r, openings), pick(r, things), deed, pick(r, reasons))
	default:
		return fmt.Sprintf("%s %s that %s %s.", capital(pick(r, tellers)), pick(r, verbs), pick(r, things), deed)
	}
}

// makeTale tells the story of a seed; every seventh is short.
func makeTale(seed int) tale {
	r := rand.New(rand.NewPCG(uint64(seed), 7))
	s := tale{outlet: outlets[seed%len(outlets)], byline: pick(r, writers), published: time.Date(2013+seed%12, time.Month(1+seed%12), 13+seed%15, 6+seed%12, 5*(seed%12), 0, 0, time.UTC)}
	thing := pick(r, things)
	s.title = capital(strings.TrimPrefix(thing, "the ")) + " " + fmt.Sprintf(pick(r, deeds), 2+r.IntN(90)) + ", council told"
	s.deck = "The decision about " + thing + " comes " + pick(r, reasons) + ", and it leaves the town with few choices"
	s.url = fmt.Sprintf("https://www.example.org/news/%d/story-%d", s.published.Year(), seed)
	n := 6 + r.IntN(18)
	if seed%7 == 6 {
		n = 3
	}
	for i := range n {
		var text []string
		for range 1 + r.IntN(3) {
			text = append(text, s.sentence(r))
		}
		s.paragraphs = append(s.paragraphs, strings.Join(text, " "))
		if i%3 == 2 {
			s.crossheads = append(s.crossheads, capital(strings.TrimPrefix(pick(r, things), "the "))+" in doubt")
		}
	}
	for i := range 2 {
		s.captions = append(s.captions, fmt.Sprintf("%s seen from the water, %d June. Photograph: %s/%s", capital(pick(r, things)), 3+i, pick(r, writers), s.outlet))
		s.pulls = append(s.pulls, "“"+capital(pick(r, things))+" cannot wait any longer”")
	}
	return s
}

// Texts of page furniture: none of them may be taken for the story.
var (
	navigation = []string{"News", "Sport", "Weather", "Business", "Opinion", "Culture", "Travel", "Obituaries", "Sign in", "Subscribe"}
	others     = []string{"Ten gardens to see before the summer is over", "Why the tram drivers are on strike again this week", "Recipe: a fish soup for cold evenings", "Council to sell its last two snow ploughs", "Quiz: how well do you know the coast?", "Two held after brawl on the night train to the capital"}
	blurbs     = []string{"A short walk through the gardens that open their gates for one weekend every year.", "The drivers want more pay and fewer night shifts, and talks have been broken off.", "All you need is one pot, three sorts of fish and an hour of patience."}
	cookie     = "We and our partners store and access information on your device. You can change your choices at any time in the privacy settings of this site."
	signup     = "Sign up for our morning newsletter and get the stories that matter delivered to your inbox every day."
	support    = "Independent local reporting needs readers who pay for it. Support our newsroom with a small gift and keep this site free for everyone."
	remarks    = []string{"I have lived here for forty years and nobody ever asked me what I think about any of this.", "Typical. They will spend the money first and look for it afterwards, as they always do.", "Could somebody please explain why the ferry is never mentioned in these reports?"}
	footer     = "All rights reserved. No part of this site may be reproduced without the written leave of the publisher."
)
