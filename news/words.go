package news

import "fmt"

// Plural is a number of things in words: "1 document", "5 documents".
func Plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
