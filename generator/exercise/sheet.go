package exercise

import (
	"fmt"
	"slices"

	"longhand/generator/derivation"
	"longhand/generator/document"
	"longhand/generator/document/page"
	"longhand/generator/figure"
	"longhand/generator/formula"
	"longhand/generator/source"
	"longhand/generator/tex"
	"longhand/generator/trace"
	"longhand/templates"
)

// Sheet is a variant as the templates sheet.md and key.md see it.
type Sheet struct {
	*Variant
	Sections []Section
	Drawing  string // file name of the network's drawing; "" where there is none
	Code     string // file name of the ID as a QR code

	DrawingAlt string
}

// Section is a part of a sheet.
type Section struct {
	Name  string
	Steps []Step
}

// Step is a computed quantity on a sheet or in a key.
type Step struct {
	Number     int
	Name       string
	Worked     bool   // shown with all work
	Derivation string // Markdown of the work, where Worked
	Formula    string // TeX
	Short      bool   // the formula has room beside the step's name, on a telephone, too
	Result     string // TeX of the quantity and its value, where that is given; else ""
	Lines      [][]Field
}

// Field is a blank on a sheet.
type Field struct {
	Number int
	Symbol string // TeX
	Blank  string // Markdown
}

// Title is the problem's title, inert.
func (s *Sheet) Title() string { return s.Example.Title() }

// Description is the problem's description, inert, or "".
func (s *Sheet) Description() string { return s.Example.Description() }

// Places are the decimal places of answers.
func (s *Sheet) Places() int { return s.Problem.Display.Places }

// Rounding names the rounding of answers.
func (s *Sheet) Rounding() string { return s.Problem.Display.Rounding.String() }

// CarriesRounded says whether students go on with rounded values.
func (s *Sheet) CarriesRounded() bool { return s.rounded() }

// GuardPlaces are the places to which full values are at least kept.
func (s *Sheet) GuardPlaces() int { return GuardPlaces }

// Asks is what is blank: results, steps or all.
func (s *Sheet) Asks() string { return string(s.Problem.Display.Blank) }

// Asked is the number of steps that are left to the student, Worked that of those that are shown.
func (s *Sheet) Asked() int {
	n := 0
	for _, step := range s.Exercise.plan.steps {
		if step.asked {
			n++
		}
	}
	return n
}

// Worked is the number of steps that are shown with all their work.
func (s *Sheet) Worked() int { return s.Exercise.Steps() - s.Asked() }

// Given are the names of the given quantities.
func (s *Sheet) Given() []string {
	var names []string
	for _, step := range s.trace.Steps {
		if step.IsGiven() {
			names = append(names, step.Name)
		}
	}
	return names
}

// NameBlank is where a student writes a name.
func (s *Sheet) NameBlank() string { return blankOf(12) }

// blankOf is a blank of so many em. It is sized by the places asked, never by the answer.
func blankOf(em int) string { return fmt.Sprintf(`$\underline{\hspace{%dem}}$`, em) }

// blankWidth is the width in em of a blank for a number: its places, a sign, a point, and some digits before it.
func (s *Sheet) blankWidth() int { return 3 + (s.Places()*6+9)/10 }

// newSheet tells a variant. As a key it shows all work.
func (v *Variant) newSheet(asKey bool) (*Sheet, error) {
	s := &Sheet{Variant: v, Code: v.file("id.svg")}
	for i, step := range v.Exercise.plan.steps {
		one := Step{Number: i + 1, Name: step.name, Worked: asKey || !step.asked}
		traced, _ := v.trace.Step(step.name)
		var err error
		if one.Worked {
			one.Derivation, err = v.worked(step.name)
		} else {
			chain := derivation.Formula(traced)
			one.Formula = tex.Rows(formulaWidth, chain)
			width := 0
			for _, term := range chain.Terms {
				width += tex.Width(term) + 3
			}
			one.Short = width <= shortWidth
			if !step.result {
				one.Result, err = v.result(traced)
			}
			one.Lines = s.lines(step)
		}
		if err != nil {
			return nil, err
		}
		if n := len(s.Sections); n == 0 || s.Sections[n-1].Name != step.section {
			s.Sections = append(s.Sections, Section{Name: step.section})
		}
		last := &s.Sections[len(s.Sections)-1]
		last.Steps = append(last.Steps, one)
	}
	return s, nil
}

// formulaWidth is how wide a row of a formula gets, and shortWidth that of one beside a step's name, in digits.
const (
	formulaWidth = 72
	shortWidth   = 28
)

// lines puts the blanks of a step below each other. Side by side stand the entries of a vector, or of a row of a matrix;
// where pieces are asked for, those of one entry and its result.
func (s *Sheet) lines(step *step) [][]Field {
	var lines [][]Field
	width := s.blankWidth()
	inPieces := slices.ContainsFunc(step.blanks, func(b *blank) bool { return !b.isResult })
	previous := -1
	for _, b := range step.blanks {
		line := 0
		switch {
		case inPieces:
			line = b.entry
		case step.shape.Cols > 1:
			line = b.entry / step.shape.Cols
		}
		if line != previous {
			lines = append(lines, nil)
		}
		previous = line
		last := len(lines) - 1
		lines[last] = append(lines[last], Field{Number: b.number, Symbol: b.symbol, Blank: blankOf(width)})
	}
	return lines
}

// result is a quantity and its printed value.
func (v *Variant) result(s *trace.Step) (string, error) {
	c, err := v.example(s.Name)
	if err != nil {
		return "", err
	}
	return c.Value(s.Name)
}

// worked is the derivation of a step, as Markdown. Where rounded values are carried it starts from the printed digits of
// the steps before, as the key's numbers do.
func (v *Variant) worked(name string) (string, error) {
	x, err := v.example(name)
	if err != nil {
		return "", err
	}
	return x.Derivation(name)
}

// example is the worked example that a step is told from: the whole one, or where rounded values are carried a small one
// in which what the step uses is given as it was printed.
func (v *Variant) example(name string) (*document.Example, error) {
	if !v.rounded() {
		return v.Example, nil
	}
	s, _ := v.trace.Step(name)
	var given []trace.Given
	for _, in := range s.Inputs {
		g := trace.Given{Name: in.Name, Value: v.printed[in.Name], Typed: in.Typed}
		if !in.IsGiven() {
			for _, shown := range v.shown[in.Name] {
				g.Typed = append(g.Typed, shown.Text)
			}
		}
		given = append(given, g)
	}
	t, err := trace.Run(v.ctx, given, []formula.Equation{s.Equation})
	if err != nil {
		return nil, err
	}
	return document.NewExample(v.ctx, v.Problem, v.Example.Model, t), nil
}

// file is the name of a file that belongs to the variant.
func (v *Variant) file(rest string) string { return FileName(v.Number) + "-" + rest }

// FileName is how the files of a variant begin. It does not depend on how many there are.
func FileName(variant int) string { return fmt.Sprintf("%04d", variant) }

// Sheet writes the student's sheet.
func (v *Variant) Sheet() (page.Doc, error) {
	s, err := v.newSheet(false)
	if err != nil {
		return page.Doc{}, err
	}
	d, err := v.document(s, "sheet.md")
	if err != nil {
		return page.Doc{}, err
	}
	d.Fields = append(d.Fields, page.Field{ID: "name", Label: "Name", Size: 28, Plain: true})
	for _, b := range v.Exercise.plan.blanks {
		d.Fields = append(d.Fields, page.Field{
			ID: fmt.Sprintf("blank-%d", b.number), Label: fmt.Sprintf("Blank %d, %s", b.number, spoken(b.name)), Size: v.Problem.Display.Places + 5,
		})
	}
	d.Check, err = v.selfCheck()
	return d, err
}

func (v *Variant) document(s *Sheet, template string) (page.Doc, error) {
	d := page.Doc{Name: template, Title: v.Problem.Title.Value + " – " + v.ID, Figures: map[string]figure.Figure{}}
	code, err := newCode(v.ID, s.Code)
	if err != nil {
		return d, err
	}
	d.Figures[s.Code] = code
	if template == "sheet.md" && v.Example.IsNetwork() {
		drawing, err := v.Example.Drawing()
		if err != nil {
			return d, err
		}
		s.Drawing, s.DrawingAlt = v.file(drawing.Name), drawing.Alt
		d.Figures[s.Drawing] = drawing
	}
	text, err := templates.FS.ReadFile(template)
	if err != nil {
		return d, err
	}
	d.Description = v.ID
	d.Markdown, err = v.Example.Fill(source.NewFile("longhand:"+template, string(text)), s)
	return d, err
}

// Blanks are the names of what is asked, in the order of the sheet.
func (e *Exercise) Blanks() []string {
	var names []string
	for _, b := range e.plan.blanks {
		names = append(names, b.name)
	}
	return slices.Clip(names)
}
