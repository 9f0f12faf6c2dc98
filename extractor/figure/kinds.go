package figure

import "crosscheck/news"

const (
	ratioKind    = news.Ratio
	durationKind = news.Duration
	measureKind  = news.Measure
	moneyKind    = news.Money
	percentKind  = news.Percent
	aboutMod     = news.About
)
