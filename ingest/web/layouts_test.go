package web

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// layout writes a story as one kind of news page does. states says which facts
// the page states at all.
type layout struct {
	name   string
	write  func(s tale) string
	states facts
}

// facts are what a page states: the day, the outlet, pictures' captions.
type facts struct{ day, outlet, captions, noDeck bool }

func esc(s string) string { return html.EscapeString(s) }

func list(class string, items []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<ul class=%q>", class)
	for i, it := range items {
		fmt.Fprintf(&b, "<li><a href=\"/x/%d\">%s</a></li>", i, esc(it))
	}
	return b.String() + "</ul>"
}

func nav() string { return "<nav class=\"main-nav\">" + list("menu", navigation) + "</nav>" }

func mostRead() string {
	return "<aside class=\"sidebar\"><h3>Most read</h3>" + list("most-read", others) + "</aside>"
}

func cards(class string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<section class=%q><h2>More stories</h2>", class)
	for i, o := range others[:3] {
		fmt.Fprintf(&b, "<div class=\"card\"><h3><a href=\"/y/%d\">%s</a></h3><p>%s</p></div>", i, esc(o), esc(blurbs[i]))
	}
	return b.String() + "</section>"
}

func comments() string {
	var b strings.Builder
	b.WriteString("<section id=\"comments\" class=\"comments\"><h2>Comments (3)</h2>")
	for _, r := range remarks {
		fmt.Fprintf(&b, "<div class=\"comment\"><p class=\"comment-author\">reader</p><p>%s</p></div>", esc(r))
	}
	return b.String() + "</section>"
}

func foot(s tale) string {
	return fmt.Sprintf("<footer><p>© %d %s. %s</p>%s</footer>", s.published.Year(), esc(s.outlet), esc(footer), list("foot", navigation[:4]))
}

func social() string {
	return `<div class="social-share"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">Email</a> <a href="#">Print</a></div>`
}

// body writes the paragraphs with what comes between: after(i) may add markup.
func body(s tale, open, shut string, after func(i int) string) string {
	var b strings.Builder
	for i, p := range s.paragraphs {
		b.WriteString(open + esc(p) + shut + "\n")
		if after != nil {
			b.WriteString(after(i))
		}
	}
	return b.String()
}

func figure(s tale, i int) string {
	return fmt.Sprintf("<figure><img src=\"/img/%d.jpg\" alt=\"Picture\"><figcaption>%s</figcaption></figure>", i, esc(s.captions[i]))
}

func markup(head, body string) string {
	return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">" + head + "</head>\n<body>" + body + "</body></html>"
}

func title(s tale) string {
	return "<title>" + esc(s.title) + " | " + esc(s.outlet) + "</title>"
}

func og(s tale) string {
	return fmt.Sprintf(`%s<meta property="og:title" content="%s"><meta property="og:site_name" content="%s"><meta property="og:url" content="%s"><meta property="article:published_time" content="%s"><meta property="og:description" content="%s">`,
		title(s), esc(s.title), esc(s.outlet), s.url, s.published.Format("2006-01-02T15:04:05Z07:00"), esc(s.deck))
}

func jsonLD(s tale, kind string, withBody bool) string {
	obj := map[string]any{"@context": "https://schema.org", "@type": kind, "headline": s.title, "datePublished": s.published.Format("2006-01-02T15:04:05-0700"),
		"author": []any{map[string]any{"@type": "Person", "name": s.byline}}, "publisher": map[string]any{"@type": "Organization", "name": s.outlet, "logo": map[string]any{"@type": "ImageObject", "url": "/l.png"}}}
	if withBody {
		obj["articleBody"] = strings.Join(s.paragraphs, "\n\n")
	}
	out, _ := json.Marshal(obj)
	return title(s) + `<script type="application/ld+json">` + string(out) + `</script><script>var dataLayer=[{"page":"x"}];document.write("<p>Written by a script, not by a reporter, at length.</p>")</script>`
}

// at returns markup only after paragraph n.
func at(n int, markup string) func(int) string {
	return func(i int) string {
		if i == n {
			return markup
		}
		return ""
	}
}

var layouts = []layout{
	{"schema.org article", func(s tale) string {
		return markup(jsonLD(s, "NewsArticle", false), nav()+`<main><article><header><h1>`+esc(s.title)+`</h1><p class="standfirst">`+esc(s.deck)+`</p><div class="byline">By `+esc(s.byline)+`</div></header>`+figure(s, 0)+body(s, "<p>", "</p>", at(1, figure(s, 1)))+`</article></main>`+mostRead()+foot(s))
	}, facts{day: true, outlet: true, captions: true}},
	{"OpenGraph and div soup", func(s tale) string {
		return markup(og(s), `<div id="top">`+list("nav", navigation)+`</div><div id="wrap"><div class="col-left"><div class="headline"><h1>`+esc(s.title)+`</h1></div><div class="info">`+esc(s.byline)+`</div><div class="storytext">`+body(s, "<p>", "</p>", nil)+`</div></div><div class="col-right">`+list("hot", others)+`</div></div><div id="bottom">`+esc(footer)+`</div>`)
	}, facts{day: true, outlet: true, noDeck: true}},
	{"WordPress", func(s tale) string {
		return markup(og(s), nav()+`<div id="primary" class="content-area"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">`+esc(s.title)+`</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="`+s.published.Format("2006-01-02T15:04:05+00:00")+`">`+s.published.Format("January 2, 2006")+`</time></span><span class="byline"> by `+esc(s.byline)+`</span></div></header><div class="entry-content">`+body(s, "<p>", "</p>\n\n", at(1, `<div class="wp-caption aligncenter"><img src="a.jpg"/><p class="wp-caption-text">`+esc(s.captions[0])+`</p></div>`))+`<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Tweet</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>`+list("related", others[:3])+`</div></div></article>`+comments()+`</div>`+mostRead()+foot(s))
	}, facts{day: true, outlet: true, captions: true, noDeck: true}},
	{"tables and line breaks of the nineties", func(s tale) string {
		return "<html><head><title>" + esc(s.outlet) + " - " + esc(s.title) + "</title></head><body bgcolor=white><table width=760><tr><td colspan=2><a href=/>" + strings.Join(navigation, "</a> | <a href=/>") + "</a></td></tr><tr><td width=140 valign=top>" + "<a href=/o>" + strings.Join(others, "</a><br><a href=/o>") + "</a></td><td valign=top><h1><font size=5>" + esc(s.title) + "</font></h1><font size=1>By " + esc(s.byline) + "<br>" + s.published.Format("Monday, January 2, 2006") + "</font><br><br>" + body(s, "", "<br><br>", nil) + "</td></tr></table><hr><font size=1>Copyright " + s.published.Format("2006") + " " + esc(s.outlet) + ". All rights reserved.</font></body></html>"
	}, facts{day: true, outlet: true, noDeck: true}},
	{"pull quotes and sidebar", func(s tale) string {
		return markup(og(s), nav()+`<div class="container"><div class="row"><div class="col-md-8"><h1 class="page-title">`+esc(s.title)+`</h1><h2 class="subtitle">`+esc(s.deck)+`</h2>`+social()+figure(s, 0)+`<div class="article-content">`+body(s, "<p>", "</p>", func(i int) string {
			switch i {
			case 1:
				return `<aside class="pullquote"><p>` + esc(s.pulls[0]) + `</p></aside>`
			case 2:
				return `<blockquote class="pull-quote">` + esc(s.pulls[1]) + `</blockquote>`
			}
			return ""
		})+`</div></div><div class="col-md-4">`+mostRead()+`</div></div></div>`+foot(s))
	}, facts{day: true, outlet: true, captions: true}},
	{"advertising between paragraphs", func(s tale) string {
		return markup(jsonLD(s, "ReportageNewsArticle", false), nav()+`<article class="article"><h1>`+esc(s.title)+`</h1><div class="article__body">`+body(s, "<p>", "</p>", func(i int) string {
			switch i % 4 {
			case 0:
				return `<div class="ad-slot"><p>Advertisement</p></div>`
			case 1:
				return `<p class="read-more"><strong>READ MORE:</strong> <a href="/z">` + esc(others[i%len(others)]) + `</a></p>`
			case 2:
				return `<div class="newsletter-signup"><h4>Morning letter</h4><p>` + esc(signup) + `</p></div>`
			}
			return ""
		})+`</div></article>`+cards("recommended-stories")+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"AMP", func(s tale) string {
		return markup(jsonLD(s, "NewsArticle", false)+`<style amp-boilerplate>body{visibility:hidden}</style>`, `<header class="header"><a href="/">`+esc(s.outlet)+`</a></header><main><h1 class="amp-title">`+esc(s.title)+`</h1><p class="amp-author">`+esc(s.byline)+`</p><amp-img src="a.jpg"></amp-img><div class="amp-content">`+body(s, "<p>", "</p>", at(0, `<amp-ad><p>Advertisement</p></amp-ad>`))+`</div></main><amp-consent><p>`+esc(cookie)+`</p></amp-consent>`+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"standfirst and data-component", func(s tale) string {
		return markup(og(s), `<div class="cookie-banner"><p>`+esc(cookie)+`</p></div>`+nav()+`<article><div data-component="headline"><h1>`+esc(s.title)+`</h1></div><div data-component="standfirst"><p>`+esc(s.deck)+`</p></div><div data-component="meta"><a rel="author">`+esc(s.byline)+`</a><details><summary>`+s.published.Format("Mon 2 Jan 2006 15.04 MST")+`</summary>Last modified later</details></div><div id="maincontent"><div class="article-body-viewer">`+figure(s, 0)+body(s, `<p class="dcr-s3ycb2">`, "</p>", at(2, `<aside data-component="rich-link"><h3>`+esc(others[0])+`</h3><a href="/q">Read more</a></aside>`))+`</div></div></article><section class="contribution"><p>`+esc(support)+`</p></section>`+cards("onward")+foot(s))
	}, facts{day: true, outlet: true, captions: true}},
	{"one box for each paragraph", func(s tale) string {
		return markup(jsonLD(s, "NewsArticle", false), nav()+`<main id="main-content"><article class="ssrcss-pv1rh6"><div data-component="headline-block"><h1 class="ssrcss-15xko80">`+esc(s.title)+`</h1></div><div data-component="byline-block"><time datetime="`+s.published.Format("2006-01-02T15:04:05.000Z")+`">`+s.published.Format("2 January 2006")+`</time><div>By `+esc(s.byline)+`</div></div>`+body(s, `<div data-component="text-block" class="ssrcss-uf6wea"><div class="ssrcss-7uxr49"><p class="ssrcss-1q0x1qg">`, "</p></div></div>", func(i int) string {
			if i%3 == 2 {
				return `<div data-component="subheadline-block"><h2>` + esc(s.crossheads[i/3]) + `</h2></div>`
			}
			return ""
		})+`</article></main><div class="ssrcss-onward"><h2>More on this story</h2>`+list("x", others)+`</div>`+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"columns of companions", func(s tale) string {
		return markup(og(s), nav()+`<article id="story"><header><h1 data-testid="headline">`+esc(s.title)+`</h1><p id="article-summary">`+esc(s.deck)+`</p></header><section name="articleBody">`+body(s, `<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8"><p class="css-at9mc1">`, `</p></div></div>`, func(i int) string {
			if i%2 == 1 {
				return `<div><div id="story-ad-` + fmt.Sprint(i) + `-wrapper"><p>Advertisement</p><a href="#after">SKIP ADVERTISEMENT</a></div></div>`
			}
			return ""
		})+`</section><div class="bottom-of-article"><p>A version of this article appears in print in the national edition.</p></div></article>`+cards("recirc")+foot(s))
	}, facts{day: true, outlet: true}},
	{"paragraphs that are boxes", func(s tale) string {
		return markup(og(s), nav()+`<article class="pg-rail-tall"><h1 class="pg-headline">`+esc(s.title)+`</h1><div class="metadata"><p class="metadata__byline">By `+esc(s.byline)+`</p><p class="update-time">Updated 1:28 PM ET, `+s.published.Format("Mon January 2, 2006")+`</p></div><section id="body-text"><div class="l-container">`+body(s, `<div class="zn-body__paragraph">`, `</div>`, nil)+`</div></section></article>`+mostRead()+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"numbered test ids", func(s tale) string {
		return markup(og(s), `<header>`+nav()+`</header><main><article data-testid="Article"><h1 data-testid="Heading">`+esc(s.title)+`</h1><div data-testid="ArticleHeader"><time><span>`+s.published.Format("January 2, 2006")+`</span><span>1:28 PM UTC</span></time></div><div class="article-body__content__17Yit">`+body(s, `<div data-testid="paragraph-0" class="text__text__1FZLe">`, `</div>`, nil)+`<p data-testid="SignOff">Reporting by `+esc(s.byline)+`; Editing by John Roe</p><p>Our Standards: The Principles of Trust.</p></div></article></main>`+cards("read-next")+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"Drupal", func(s tale) string {
		return markup(title(s)+`<meta name="dcterms.date" content="`+s.published.Format("2006-01-02T15:04-07:00")+`"><meta name="dcterms.publisher" content="x">`, nav()+`<div class="region region-content"><h1 class="page-header">`+esc(s.title)+`</h1><article class="node node--type-article"><div class="field field--name-field-lead field--type-text"><p>`+esc(s.deck)+`.</p></div><div class="field field--name-body field--type-text-with-summary field__item">`+body(s, "<p>", "</p>", nil)+`</div><div class="field field--name-field-tags"><div class="field__label">Tags</div>`+list("tags", navigation[2:5])+`</div></article></div>`+mostRead()+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"microdata", func(s tale) string {
		return markup(title(s), nav()+`<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">`+esc(s.title)+`</h1><h2 itemprop="alternativeHeadline">`+esc(s.deck)+`</h2><span itemprop="author">`+esc(s.byline)+`</span> <meta itemprop="datePublished" content="`+s.published.Format("2006-01-02T15:04:05Z")+`"><div itemprop="publisher" itemscope><meta itemprop="name" content="`+esc(s.outlet)+`"></div><div itemprop="articleBody">`+body(s, "<p>", "</p>", at(1, figure(s, 0)))+`</div></div>`+mostRead()+foot(s))
	}, facts{day: true, outlet: true, captions: true}},
	{"a blog with line breaks", func(s tale) string {
		return markup(title(s), `<div class="header-outer"><h1 class="title"><a href="/">`+esc(s.outlet)+`</a></h1></div><div class="main-outer"><div class="date-outer"><h2 class="date-header"><span>`+s.published.Format("Monday, 2 January 2006")+`</span></h2><div class="post hentry"><h3 class="post-title entry-title">`+esc(s.title)+`</h3><div class="post-body entry-content">`+body(s, `<span style="font-family: inherit;">`, "</span><br />\n<br />\n", nil)+`</div><div class="post-footer">Posted by `+esc(s.byline)+` at 13:38 <a>Email This</a></div></div></div></div><div class="column-right-inner"><h2>Popular posts</h2>`+list("popular-posts", others)+`</div>`)
	}, facts{day: true, outlet: true, noDeck: true}},
	{"a print version", func(s tale) string {
		return markup("<title>Print</title>", `<p><a href="javascript:window.print()">Print this page</a></p><h1>`+esc(s.title)+`</h1><p>By `+esc(s.byline)+`<br>`+esc(s.outlet)+`<br>Published `+s.published.Format("2 January 2006")+`</p>`+body(s, "<p>", "</p>", nil)+`<hr><p>Copyright `+s.published.Format("2006")+` `+esc(s.outlet)+`. All rights reserved.</p>`)
	}, facts{day: true, outlet: true, noDeck: true}},
	{"the text in JSON-LD behind a wall", func(s tale) string {
		return markup(jsonLD(s, "NewsArticle", true), nav()+`<article><h1>`+esc(s.title)+`</h1><p class="article-text">`+esc(s.paragraphs[0])+`</p><div class="paywall"><h3>This article is for subscribers</h3><p>`+esc(support)+`</p><p>`+esc(signup)+`</p></div></article>`+cards("more")+foot(s))
	}, facts{day: true, outlet: true, noDeck: true}},
	{"a local paper whose paragraphs are for subscribers", func(s tale) string {
		return markup(og(s), nav()+`<section id="main-page-container"><article class="asset story"><header class="asset-header"><h1 class="headline"><span>`+esc(s.title)+`</span></h1></header><div class="asset-photo"><figure><div class="image"></div><figcaption class="caption"><div class="caption-text"><p>`+esc(s.captions[0])+`</p></div><div class="credit">`+esc(s.byline)+`, staff</div></figcaption></figure></div><div id="article-body" class="asset-content subscriber-premium">`+body(s, `<div class="subscriber-only"><p>`, `</p></div>`, at(1, `<div class="subscriber-hide inline-promo"><p>`+esc(support)+`</p></div>`))+`</div></article></section>`+cards("block trending")+foot(s))
	}, facts{day: true, outlet: true, captions: true, noDeck: true}},
	{"the next article below", func(s tale) string {
		next := makeTale(4711)
		return markup(og(s), nav()+`<div class="infinite"><article class="story" data-n="1"><h1>`+esc(s.title)+`</h1><p class="dek">`+esc(s.deck)+`</p><div class="story-body">`+body(s, "<p>", "</p>", nil)+`</div></article><article class="story next-article" data-n="2"><h2>`+esc(next.title)+`</h2><div class="story-body">`+body(tale{paragraphs: next.paragraphs[:3]}, "<p>", "</p>", nil)+`</div></article></div>`+foot(s))
	}, facts{day: true, outlet: true}},
	{"a tabloid with key points and remarks", func(s tale) string {
		return markup(jsonLD(s, "Article", false), nav()+`<div class="articleWide"><h1>`+esc(s.title)+`</h1><ul class="mol-bullets-with-font"><li><strong>`+esc(s.deck)+`</strong></li></ul><p class="author-section byline-plain">By <a class="author" rel="nofollow">`+esc(s.byline)+`</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published">Published: <time datetime="`+s.published.Format("2006-01-02T15:04:05-0700")+`">15:04 BST, `+s.published.Format("2 January 2006")+`</time></span></p>`+social()+`<div itemprop="articleBody">`+body(s, `<p class="mol-para-with-font">`, "</p>", func(i int) string {
			if i == 1 {
				return `<div class="artSplitter mol-img-group"><div class="mol-img"><img src="a.jpg"/></div><p class="imageCaption">` + esc(s.captions[0]) + `</p></div>`
			}
			if i == 3 {
				return `<div class="related-carousel"><h4>RELATED ARTICLES</h4>` + list("r", others[:3]) + `</div>`
			}
			return ""
		})+`</div></div>`+comments()+`<div class="puff">`+list("puffs", others)+`</div>`+foot(s))
	}, facts{day: true, outlet: true, captions: true, noDeck: true}},
}
