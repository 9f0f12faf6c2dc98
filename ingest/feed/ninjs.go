package feed

import (
	"encoding/json"
	"strings"

	"crosscheck/ingest/page"
	"crosscheck/news"
)

// valued is an entry of the lists in which ninjs 2 and 3 keep headlines and
// bodies.
type valued struct {
	Role        string `json:"role"`
	ContentType string `json:"contentType"`
	Value       string `json:"value"`
	Name        string `json:"name"`
}

// ninjs reports whether an object is a news item of IPTC's ninjs.
func (o object) ninjs() bool {
	for _, key := range []string{"body_xhtml", "body_text", "bodies", "headline_extended"} {
		if o[key] != nil {
			return o["uri"] != nil || o["versioncreated"] != nil || o["versionCreated"] != nil || o["headline"] != nil || o["headlines"] != nil
		}
	}
	return false
}

// readNinjs fills doc from a ninjs item, of any version, and reports whether
// it has a body.
func readNinjs(doc *news.Document, o object) (bool, error) {
	body := either(o.path([]string{"body_xhtml"}), o.path([]string{"body_text"}), o.listed("bodies"))
	if strings.TrimSpace(body) == "" {
		return false, nil
	}
	title := either(o.path([]string{"headline"}), o.listed("headlines"), o.path([]string{"title"}))
	doc.Outlet = either(o.listed("infosources"), o.listed("infosource"), o.path([]string{"provider"}), o.path([]string{"copyrightholder"}), o.path([]string{"copyrightHolder"}))
	doc.URL = address(either(o.path([]string{"url"}), o.path([]string{"uri"})))
	for _, key := range []string{"firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated", "versionCreated"} {
		if t, ok := page.ParseTime(o.path([]string{key})); ok {
			doc.Published = t
			break
		}
	}
	return true, fill(doc, title, body)
}

// listed is the main entry of a list of values: the one whose role says so,
// else the first with words.
func (o object) listed(key string) string {
	var list []valued
	if json.Unmarshal(o[key], &list) != nil {
		return ""
	}
	best := ""
	for _, v := range list {
		s := strings.TrimSpace(either(v.Value, v.Name))
		if s != "" && (best == "" || v.Role == "main") {
			best = s
		}
	}
	return best
}

func either(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
