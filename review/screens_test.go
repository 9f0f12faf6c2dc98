package review

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// screens are the pages that are looked at.
var screens = []struct{ name, path string }{
	{"findings", "/"},
	{"finding", "/?at=%s"},
	{"article", "/article?doc=000"},
	{"speakers", "/view/speakers"},
	{"coverage", "/view/coverage"},
	{"figures", "/view/figures"},
	{"quotes", "/view/quotes"},
	{"provenance", "/view/provenance"},
	{"progress", "/view/progress"},
	{"start", "/start"},
}

// TestScreens writes pictures of every page to the folder SCREENS, to be
// looked at: at two widths, light and dark.
func TestScreens(t *testing.T) {
	folder := os.Getenv("SCREENS")
	if folder == "" {
		t.Skip("set SCREENS to a folder to have pictures of the pages written there")
	}
	b := browser(t)
	s := serve(t, Source{Paths: []string{copyPacket(t, "ceasefire")}})
	b.open(s.address)
	b.wait(`document.querySelector("#list .row")`)
	id := s.sess.items[2].ID
	for _, width := range []int64{1280, 390} {
		for _, scheme := range []string{"light", "dark"} {
			for _, screen := range screens {
				path := screen.path
				if screen.name == "finding" {
					path = fmt.Sprintf(path, id)
				}
				b.size(width, 800, scheme)
				b.open(s.origin + path)
				png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
				require.NoError(t, err)
				file := filepath.Join(folder, fmt.Sprintf("%s-%d-%s.png", screen.name, width, scheme))
				require.NoError(t, os.WriteFile(file, png, 0o644))
			}
		}
	}
}
