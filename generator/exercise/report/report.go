// Package report gathers what became of a class's answers. It counts; what is said about it stands in templates, and
// judging belongs to package exercise.
package report

import (
	"sort"
	"strings"

	"longhand/generator/document/markdown"
	"longhand/generator/exercise"
)

// Class is a marked class.
type Class struct {
	Title    string    `json:"title"`
	Students []Student `json:"students"`
	Blanks   []Blank   `json:"blanks"`
	Absent   []string  `json:"absent,omitempty"` // students of the class of whom there is nothing
}

// Student is a marked response.
type Student struct {
	Name    string `json:"student"`
	ID      string `json:"id"`
	Points  int    `json:"points"`
	Of      int    `json:"of"`
	Answers []Mark `json:"answers"`
}

// Mark is a marked answer.
type Mark struct {
	Number    int      `json:"blank"`
	Name      string   `json:"name"`
	Symbol    string   `json:"-"` // TeX
	Text      string   `json:"answer"`
	Key       string   `json:"key"`
	Tolerance string   `json:"tolerance"`
	Outcome   string   `json:"outcome"`
	Close     bool     `json:"close,omitempty"`
	Mistakes  []string `json:"mistakes,omitempty"`
}

// Blank is what the class made of one blank.
type Blank struct {
	Number     int    `json:"blank"`
	Name       string `json:"name"`
	Symbol     string `json:"-"` // TeX
	Right      int    `json:"right"`
	Followed   int    `json:"followed"`
	Wrong      int    `json:"wrong"`
	Missing    int    `json:"missing"`
	Unreadable int    `json:"unreadable"`
	First      int    `json:"first"`             // students who went wrong here first
	Mistake    string `json:"mistake,omitempty"` // the commonest, and how often it was made
	Times      int    `json:"times,omitempty"`

	mistakes map[string]int
}

// Add enters a student's verdicts. say puts a kind of mistake into words.
func (c *Class) Add(name, id string, verdicts []exercise.Verdict, say func(string) string) {
	s := Student{Name: name, ID: id, Of: len(verdicts)}
	wrong := false
	for i, v := range verdicts {
		if i == len(c.Blanks) {
			c.Blanks = append(c.Blanks, Blank{Number: v.Answer.Number, Name: v.Answer.Name, Symbol: v.Answer.Symbol, mistakes: map[string]int{}})
		}
		b := &c.Blanks[i]
		m := Mark{Number: v.Answer.Number, Name: v.Answer.Name, Symbol: v.Answer.Symbol, Text: v.Text, Key: v.Answer.Key.Text,
			Tolerance: v.Answer.Tolerance.String(), Outcome: string(v.Outcome), Close: v.Close}
		switch v.Outcome {
		case exercise.Right:
			b.Right++
			s.Points++
		case exercise.Followed:
			b.Followed++
			s.Points++
		case exercise.WrongOne:
			b.Wrong++
			if !wrong {
				b.First++
			}
			wrong = true
		case exercise.Missing:
			b.Missing++
		case exercise.Unreadable:
			b.Unreadable++
		}
		for k, kind := range v.Mistakes {
			words := say(kind)
			m.Mistakes = append(m.Mistakes, words)
			if k == 0 {
				b.mistakes[words]++
			}
		}
		s.Answers = append(s.Answers, m)
	}
	c.Students = append(c.Students, s)
}

// Finish finds the commonest mistake of every blank.
func (c *Class) Finish() {
	for i := range c.Blanks {
		b := &c.Blanks[i]
		var names []string
		for name := range b.mistakes {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			if b.mistakes[name] > b.Times {
				b.Mistake, b.Times = name, b.mistakes[name]
			}
		}
	}
}

// FirstWrong is the first answer that is wrong in itself; nil where there is none.
func (s Student) FirstWrong() *Mark { return s.first(exercise.WrongOne) }

func (s Student) first(o exercise.Outcome) *Mark {
	for i := range s.Answers {
		if s.Answers[i].Outcome == string(o) {
			return &s.Answers[i]
		}
	}
	return nil
}

// Count is the number of a student's answers with an outcome.
func (s Student) Count(outcome string) int {
	n := 0
	for _, m := range s.Answers {
		if m.Outcome == outcome {
			n++
		}
	}
	return n
}

// Sheet is the end of the sheet's ID: seed and number of the variant.
func (s Student) Sheet() string {
	parts := strings.Split(s.ID, "-")
	return strings.Join(parts[max(0, len(parts)-2):], "-")
}

// Safe is the student's name, inert in Markdown.
func (s Student) Safe() string { return markdown.Escape(s.Name) }

// SafeText is the answer as it was written, inert in Markdown.
func (m Mark) SafeText() string { return markdown.Escape(m.Text) }

// Unread lists the answers that nobody could read.
func (c *Class) Unread() []Unread {
	var list []Unread
	for _, s := range c.Students {
		for _, m := range s.Answers {
			if m.Outcome == string(exercise.Unreadable) {
				list = append(list, Unread{s, m})
			}
		}
	}
	return list
}

// Unread is an answer that nobody could read.
type Unread struct {
	Student Student
	Mark    Mark
}

// SafeAbsent are the students of whom there is nothing, inert in Markdown.
func (c *Class) SafeAbsent() []string {
	var list []string
	for _, name := range c.Absent {
		list = append(list, markdown.Escape(name))
	}
	return list
}

// SafeTitle is the problem's title, inert in Markdown.
func (c *Class) SafeTitle() string { return markdown.Escape(c.Title) }
