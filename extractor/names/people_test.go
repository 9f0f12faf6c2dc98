package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"crosscheck/rules"
)

func TestPeople(t *testing.T) {
	for _, row := range []struct {
		reason, text string
		want         []string // "words as written = canonical name"
	}{
		{"the office's spelling names the person, the words stay", "Volodymyr Zelensky came. Zelensky left.",
			[]string{"Volodymyr Zelensky = Volodymyr Zelenskyy", "Zelensky = Volodymyr Zelenskyy"}},
		{"a surname that means one person", "Mr. Zelenskiy came.", []string{"Zelenskiy = Volodymyr Zelenskyy"}},
		{"two spellings in one text are one person", "Alexander Lukashenko came. Later Lukashenka left.",
			[]string{"Alexander Lukashenko = Aleksandr Lukashenko", "Lukashenka = Aleksandr Lukashenko"}},
		{"another given name is another person, also where the surname stands alone", "Olena Zelensky came. Then Zelenskyy left. Zelensky stayed.",
			[]string{"Olena Zelensky = Olena Zelensky", "Zelenskyy = Zelenskyy", "Zelensky = Olena Zelensky"}},
		{"a surname that many bear names nobody alone", "Mr. Lieberman met Mr. Medvedev.", []string{"Lieberman = Lieberman", "Medvedev = Medvedev"}},
		{"the whole name does", "Avigdor Lieberman met Dmitri Medvedev.", []string{"Avigdor Lieberman = Avigdor Liberman", "Dmitri Medvedev = Dmitry Medvedev"}},
		{"an article with its hyphen", "Libya's Muammar al-Qaddafi came. Later Gaddafi left. Al-Qaddafi stayed.",
			[]string{"Libya = Libya", "Muammar al-Qaddafi = Muammar Gaddafi", "Gaddafi = Muammar Gaddafi", "Al-Qaddafi = Muammar Gaddafi"}},
		{"middle names", "Recep Tayyip Erdogan met Omar Hassan al-Bashir.", []string{"Recep Tayyip Erdogan = Recep Tayyip Erdoğan", "Omar Hassan al-Bashir = Omar al-Bashir"}},
		{"a family name that stands first", "Leader Kim Jong-un met Moon Jae-in at the UN. Kim left.",
			[]string{"Kim Jong-un = Kim Jong Un", "Moon Jae-in = Moon Jae-in", "UN = UN", "Kim = Kim Jong Un"}},
		{"a hyphen ties no other word", "The Moon-led party met.", []string{"Moon = Moon"}},
	} {
		text := read(row.text)
		var got []string
		for _, m := range finder.Find(text).Mentions {
			got = append(got, text.Doc.At(m.Span)+" = "+m.Name)
		}
		assert.Equal(t, row.want, got, "%s: %s", row.reason, row.text)
	}
}

// TestPeopleList holds the list to what it says of itself.
func TestPeopleList(t *testing.T) {
	list := rules.English().Speech.People.People
	p := newPeople(list)
	assert.GreaterOrEqual(t, len(list), 60)
	for i, person := range list {
		assert.Equal(t, i, p.full(person.Name), "%s: its own name must mean the person", person.Name)
		assert.Equal(t, len(person.Given) == 0, len(person.Surname) == 0, "%s: a given name goes with a surname", person.Name)
		others := map[string]bool{}
		for _, w := range person.Whole {
			others[fold(w)+strings.ToLower(w)] = true
		}
		assert.Greater(t, len(person.Given)*len(person.Surname)+len(others), 1, "%s: spelled in one way only", person.Name)
	}
}
