package verify

import (
	"strings"
	"testing"

	"longhand/generator/source"
)

// checkSeen holds that the numbers that an article's report judges are these, in order.
func checkSeen(t *testing.T, text string, printed ...string) {
	t.Helper()
	var got []string
	for _, c := range Verify(source.NewFile("a.md", text), Options{}).Claims {
		got = append(got, c.Printed)
	}
	if s, want := strings.Join(got, " "), strings.Join(printed, " "); s != want {
		t.Errorf("%s\n\tholds the numbers %s\n\twant: %s", text, s, want)
	}
}

// checkWrong holds how many numbers of an article are wrong, heirs and repetitions with them.
func checkWrong(t *testing.T, text string, want int) {
	t.Helper()
	if n := Verify(source.NewFile("a.md", text), Options{}).Count()[Wrong]; n != want {
		t.Errorf("%s\n\thas %d wrong numbers, want %d", text, n, want)
	}
}

// checkUnread holds that what is listed as not read holds every one of these texts, and that nothing of it is judged.
func checkUnread(t *testing.T, text string, listed ...string) {
	t.Helper()
	r := Verify(source.NewFile("a.md", text), Options{})
	for _, l := range listed {
		found := false
		for _, u := range r.Unread {
			found = found || strings.Contains(u.Text, l)
		}
		for _, c := range r.Claims {
			found = found || c.Verdict == Unjudged && strings.Contains(c.Text, l)
		}
		if !found {
			t.Errorf("%s\n\t%s is not listed as unread", text, l)
		}
	}
}
