// Package page turns the text of a news page into regions: headline, deck,
// body, caption, teaser and furniture, with what the page itself declares of
// its title, outlet, date and original source.
//
// Every reader of a format ends here. Plain text is cut into paragraphs and
// judged by its words alone; a format that knows more (HTML, DOCX) hands its
// paragraphs over with their kind already set where it is sure.
//
// The promise: every character that is not white space lies in exactly one
// region, regions are in order, and text is only pointed at, never changed.
// Unsure means body: leaving out the story's own words is the worse mistake.
package page
