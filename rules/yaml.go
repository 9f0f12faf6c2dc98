package rules

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"sort"
	"strings"

	"github.com/agnivade/levenshtein"
	"gopkg.in/yaml.v3"
)

// Decode reads one YAML document into out, a pointer to a struct whose fields
// carry yaml tags, and returns every mistake joined. Keys are checked against
// the node rather than by KnownFields, which yaml.Node.Decode silently drops
// (go-yaml issue 460) and which stops at the first.
func Decode(file string, data []byte, out any) error {
	var node yaml.Node
	if err := yaml.Unmarshal(data, &node); err != nil {
		return yamlError(file, err)
	}
	if len(bytes.TrimSpace(data)) == 0 || len(node.Content) == 0 {
		return nil
	}
	errs := unknownKeys(file, node.Content[0], reflect.TypeOf(out).Elem())
	if err := node.Decode(out); err != nil {
		errs = append(errs, yamlError(file, err))
	}
	return errors.Join(errs...)
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// yamlError turns go-yaml's errors into one "file:line: what" per mistake.
func yamlError(file string, err error) error {
	lines := []string{err.Error()}
	if te, ok := errors.AsType[*yaml.TypeError](err); ok {
		lines = te.Errors
	}
	var errs []error
	for _, l := range lines {
		if m := yamlLine.FindStringSubmatch(l); m != nil {
			errs = append(errs, fmt.Errorf("%s:%s: %s", file, m[1], m[2]))
			continue
		}
		errs = append(errs, fmt.Errorf("%s:1: %s", file, strings.TrimPrefix(l, "yaml: ")))
	}
	return errors.Join(errs...)
}

// unknownKeys walks node beside the type it will be decoded into.
func unknownKeys(file string, node *yaml.Node, t reflect.Type) []error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var errs []error
	switch {
	case node.Kind == yaml.AliasNode:
		return unknownKeys(file, node.Alias, t)
	case node.Kind == yaml.SequenceNode && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array):
		for _, item := range node.Content {
			errs = append(errs, unknownKeys(file, item, t.Elem())...)
		}
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Map:
		for i := 0; i+1 < len(node.Content); i += 2 {
			errs = append(errs, unknownKeys(file, node.Content[i+1], t.Elem())...)
		}
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		if reflect.PointerTo(t).Implements(reflect.TypeFor[yaml.Unmarshaler]()) {
			return nil
		}
		fields := yamlFields(t)
		for i := 0; i+1 < len(node.Content); i += 2 {
			key := node.Content[i]
			ft, ok := fields[key.Value]
			if !ok {
				errs = append(errs, fmt.Errorf("%s:%d: unknown key %q%s", file, key.Line, key.Value, Nearest(key.Value, keys(fields))))
				continue
			}
			errs = append(errs, unknownKeys(file, node.Content[i+1], ft)...)
		}
	}
	return errs
}

// yamlFields maps the yaml names of a struct's fields to their types.
func yamlFields(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for f := range t.Fields() {
		name, opts, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case name == "-" || !f.IsExported():
		case strings.Contains(opts, "inline"):
			for k, v := range yamlFields(f.Type) {
				out[k] = v
			}
		case name == "":
			out[strings.ToLower(f.Name)] = f.Type
		default:
			out[name] = f.Type
		}
	}
	return out
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// Nearest is the end of an error message that names what word could have been
// meant: "; did you mean …?" where something is close, else the whole list.
func Nearest(word string, known []string) string {
	best, at := "", 1+len(word)/2
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(word), k); d < at {
			best, at = k, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("; did you mean %q?", best)
	case len(known) == 0:
		return ""
	default:
		return "; it could be " + strings.Join(known, ", ")
	}
}
