package rules

import (
	"fmt"
	"strings"
)

// Fill writes a message: every {name} becomes args[name], an unknown name
// becomes nothing. Braces are not used for anything else, so the words of an
// article, which arrive as args, are never read as a template.
func Fill(template string, args map[string]string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			return b.String() + "{" + rest
		}
		b.WriteString(args[name])
		template = after
	}
}

// Placeholders lists the names a template uses, in order, each once.
func Placeholders(template string) []string {
	var out []string
	for {
		_, rest, found := strings.Cut(template, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return out
		}
		if !contains(out, name) {
			out = append(out, name)
		}
		template = after
	}
}

func contains(list []string, word string) bool {
	for _, l := range list {
		if l == word {
			return true
		}
	}
	return false
}

// checkTemplate refuses braces that are not a {name}.
func checkTemplate(template string) error {
	open := false
	start := 0
	for i, c := range template {
		switch {
		case c == '{' && open, c == '}' && !open:
			return fmt.Errorf("a brace stands alone near %.20q; placeholders look like {a}", template[max(0, i-1):])
		case c == '{':
			open, start = true, i+1
		case c == '}':
			if name := template[start:i]; name == "" || strings.ContainsAny(name, " \t\n") {
				return fmt.Errorf("{%s} is no placeholder; placeholders look like {a}", name)
			}
			open = false
		}
	}
	if open {
		return fmt.Errorf("{%s has no closing brace", template[start:])
	}
	return nil
}
