package rules

import "crosscheck/internal/yamlx"

// Decode reads one YAML document into out, a pointer to a struct whose fields
// carry yaml tags, and returns every mistake joined, each with file and line.
func Decode(file string, data []byte, out any) error { return yamlx.Decode(file, data, out) }

// Nearest is the end of an error message that names what word could have been
// meant: "; did you mean …?" where something is close, else the whole list.
func Nearest(word string, known []string) string { return yamlx.Nearest(word, known) }

func yamlError(file string, err error) error { return yamlx.Located(file, err) }

func keys[V any](m map[string]V) []string { return yamlx.Keys(m) }
