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
		{"nobody speaks for nobody", news.Speaker{For: "Harbour Watch"}, ""},
	} {
		assert.Equal(t, row.want, row.speaker.Credit(), row.reason)
	}
}

func TestCredited(t *testing.T) {
	for _, row := range []struct {
		reason, credit, organisation string
		want                         news.Speaker
	}{
		{"with the article", "Ann Lee of the Harbour campaign", "Harbour campaign", news.Speaker{Name: "Ann Lee", For: "the Harbour campaign"}},
		{"without", "Ann Lee of Harbour Watch", "Harbour Watch", news.Speaker{Name: "Ann Lee", For: "Harbour Watch"}},
		{"a name that holds 'of' stays whole", "head of the rescue service", "", news.Speaker{Name: "head of the rescue service"}},
		{"too long to be written", "Ann Lee", "National Association of Harbour Towns", news.Speaker{Name: "Ann Lee", For: "National Association of Harbour Towns"}},
	} {
		assert.Equal(t, row.want, news.Credited(row.credit, row.organisation), row.reason)
	}
}
