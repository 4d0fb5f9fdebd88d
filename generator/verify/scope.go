package verify

import (
	"regexp"
	"strings"
)

// exerciseHead begins an exercise or an example that stands by itself: its names are its own.
var exerciseHead = regexp.MustCompile(`(?i)^[^\pL]*(?:` + exerciseWords + `)\s*(?:n[º°.]|#)?\s*\d`)

const exerciseWords = `exercises?|exerc[ií]cio|ejercicio|esercizio|exercice|aufgabe|[üu]bung|examples?|exemplo|ejemplo|esempio|exemple|beispiel|problema?|question|activity|actividad|atividade`

// texExercise is the line of a LaTeX file that begins one: an environment for exercises, or a box whose title begins with a number,
// \begin{mybox}{209. Ice in water}.
var texExercise = regexp.MustCompile(`(?i)^\s*\\begin\{(?:(?:` + exerciseWords + `)\*?\}|\w+\*?\}(?:\[[^\]]*\])?\{\s*\d{1,3}[.):]\s+\pL|\w+\*?\}[\[{][^\]}]*\b(?:` + exerciseWords + `)\s*\d)`)

// maxHead bounds how long a line is that may be a head.
const maxHead = 90

// enter begins a new exercise where a passage is the head of one, and ends it where it is the head of another part. The names
// of those before keep their values, which may be meant again; but what does not agree with them is no mistake.
func (f *flow) enter(p *passage) {
	level := f.headLevel(p)
	begins := p.begins || p.kind == prose && p.row < 0 && (level > 0 || len(p.text) <= maxHead) && exerciseHead.MatchString(p.text)
	if !begins && (f.exercise == 0 || level == 0 || level > f.level) {
		return
	}
	if f.exercise > 0 { // what stands before the first one is meant for all
		for _, q := range f.quantities {
			q.elsewhere = q.elsewhere || q.passage >= f.exercise
		}
		f.chain = nil
	}
	if begins {
		f.level = level
		if f.exercise == 0 {
			f.exercise = max(1, f.at)
		}
	}
}

// headLevel is the number of # before a heading, 0 for what is none.
func (f *flow) headLevel(p *passage) int {
	if !p.heading {
		return 0
	}
	start := p.offset(0)
	line := f.file.Text[strings.LastIndexByte(f.file.Text[:start], '\n')+1 : start]
	return max(1, strings.Count(line, "#"))
}
