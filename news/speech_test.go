package news_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"crosscheck/news"
)

func TestCredit(t *testing.T) {
	for _, row := range []struct {
		reason  string
		speaker news.Speaker
		want    string
	}{
		{"who speaks for nobody is the name", news.Speaker{Name: "Ann Lee"}, "Ann Lee"},
		{"who speaks for an organisation is credited with it", news.Speaker{Name: "Ann Lee", For: "the Harbour campaign"}, "Ann Lee of the Harbour campaign"},
		{"the article is the text's", news.Speaker{Name: "Ann Lee", For: "Harbour Watch"}, "Ann Lee of Harbour Watch"},
		{"a credit too long to read is the name", news.Speaker{Name: "Ann Maria Lee", For: "National Association of Harbour Towns"}, "Ann Maria Lee"},
		{"a document is its owner's", news.Speaker{Name: "ad", For: "Harbour campaign", Kind: news.DocumentKind}, "Harbour campaign ad"},
		{"of many", news.Speaker{Name: "ad", For: "Republicans", Kind: news.DocumentKind}, "Republicans' ad"},
		{"of a description", news.Speaker{Name: "letter", For: "nearly 90 teachers", Kind: news.DocumentKind}, "letter of nearly 90 teachers"},
		{"nobody speaks for nobody", news.Speaker{For: "Harbour Watch"}, ""},
	} {
		assert.Equal(t, row.want, row.speaker.Credit(), row.reason)
	}
}

func TestCredited(t *testing.T) {
	for _, row := range []struct {
		reason, credit, organisation string
		kind                         news.SpeakerKind
		want                         news.Speaker
	}{
		{"with the article", "Ann Lee of the Harbour campaign", "Harbour campaign", "", news.Speaker{Name: "Ann Lee", For: "the Harbour campaign"}},
		{"without", "Ann Lee of Harbour Watch", "Harbour Watch", "", news.Speaker{Name: "Ann Lee", For: "Harbour Watch"}},
		{"a name that holds 'of' stays whole", "head of the rescue service", "", "", news.Speaker{Name: "head of the rescue service"}},
		{"a document", "Harbour campaign ad", "Harbour campaign", news.DocumentKind, news.Speaker{Name: "ad", For: "Harbour campaign", Kind: news.DocumentKind}},
		{"of many", "Republicans' ad", "Republicans", news.DocumentKind, news.Speaker{Name: "ad", For: "Republicans", Kind: news.DocumentKind}},
		{"of a description", "letter of nearly 90 teachers", "nearly 90 teachers", news.DocumentKind, news.Speaker{Name: "letter", For: "nearly 90 teachers", Kind: news.DocumentKind}},
		{"too long to be written", "Ann Lee", "National Association of Harbour Towns", "", news.Speaker{Name: "Ann Lee", For: "National Association of Harbour Towns"}},
	} {
		assert.Equal(t, row.want, news.Credited(row.credit, row.organisation, row.kind), row.reason)
	}
}
