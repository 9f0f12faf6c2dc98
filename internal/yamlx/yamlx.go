// Package yamlx turns YAML files into structs strictly: a key that no field
// takes is a mistake, every mistake of a file is reported at once, and each
// stands at its file and line. Rules, lexicons and packet files are all read
// with it.
package yamlx

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

// At is a value with the line it stands on, for messages about values that
// are good YAML and still wrong ("published: yesterday").
type At[T any] struct {
	Value T
	Line  int // from 1; 0 where the key is absent
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (a *At[T]) UnmarshalYAML(node *yaml.Node) error {
	a.Line = node.Line
	return node.Decode(&a.Value)
}

// Decode reads one YAML document into out, a pointer to a struct whose fields
// carry yaml tags, and returns every mistake joined. Keys are checked against
// the node rather than by KnownFields, which yaml.Node.Decode silently drops
// (go-yaml issue 460) and which stops at the first.
func Decode(file string, data []byte, out any) error {
	var node yaml.Node
	if err := yaml.Unmarshal(data, &node); err != nil {
		return Located(file, err)
	}
	if len(bytes.TrimSpace(data)) == 0 || len(node.Content) == 0 {
		return nil
	}
	return DecodeNode(file, node.Content[0], out)
}

// DecodeNode is Decode for a part of a file that was parsed before.
func DecodeNode(file string, node *yaml.Node, out any) error {
	errs := unknownKeys(file, node, reflect.TypeOf(out).Elem())
	if err := node.Decode(out); err != nil {
		errs = append(errs, Located(file, err))
	}
	return errors.Join(errs...)
}

var lineError = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// Located turns go-yaml's errors into one "file:line: what" per mistake.
func Located(file string, err error) error {
	lines := []string{err.Error()}
	if te, ok := errors.AsType[*yaml.TypeError](err); ok {
		lines = te.Errors
	}
	var errs []error
	for _, l := range lines {
		if m := lineError.FindStringSubmatch(l); m != nil {
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
	if reflect.PointerTo(t).Implements(reflect.TypeFor[yaml.Unmarshaler]()) {
		return nil
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
		fields := fieldsOf(t)
		for i := 0; i+1 < len(node.Content); i += 2 {
			key := node.Content[i]
			ft, ok := fields[key.Value]
			if !ok {
				errs = append(errs, fmt.Errorf("%s:%d: unknown key %q%s", file, key.Line, key.Value, Nearest(key.Value, Keys(fields))))
				continue
			}
			errs = append(errs, unknownKeys(file, node.Content[i+1], ft)...)
		}
	}
	return errs
}

// fieldsOf maps the yaml names of a struct's fields to their types.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for f := range t.Fields() {
		name, opts, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case name == "-" || !f.IsExported():
		case strings.Contains(opts, "inline"):
			for k, v := range fieldsOf(f.Type) {
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

// Keys returns the keys of a map in order, so that messages do not leak its.
func Keys[V any](m map[string]V) []string {
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
