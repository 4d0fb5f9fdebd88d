package verify

import (
	"regexp"

	"longhand/generator/formula"
	"longhand/generator/number"
	"longhand/generator/trace"
)

// headLetter is the letter that the head of a column of data gives it: Weight (X), or X alone.
var headLetter = regexp.MustCompile(`^[\s*_$]*(?:.*\()?(\pL)\)?[\s*_$]*$`)

// minData is how many rows make data.
const minData = 3

// sumSign is Σ before a letter.
var sumSign = regexp.MustCompile(`Σ\(?\pL`)

// learnColumns makes the letters of columns known as names where the article sums over them, so that ΣXY is a sum of products.
func (f *flow) learnColumns() {
	if !sumSign.MatchString(f.article.file) {
		return
	}
	for i := range f.article.passages {
		if p := &f.article.passages[i]; p.row == 0 {
			if m := headLetter.FindStringSubmatch(p.text); m != nil {
				f.words.add(m[1])
			}
		}
	}
}

// data keeps the columns of a table whose heads have letters: what Σ sums over.
func (f *flow) data(g *grid) {
	for j := range g.width() {
		head := g.at(0, j)
		if head == nil {
			continue
		}
		m := headLetter.FindStringSubmatch(head.text)
		if m == nil {
			continue
		}
		var column []number.Real
		for i := 1; i < len(g.rows) && !isTotal(g.at(i, 0)); i++ {
			c := g.at(i, j)
			if c == nil || c.claim == nil {
				column = nil
				break
			}
			column = append(column, c.claim.number.value)
		}
		if len(column) >= minData {
			f.columns[m[1]] = trace.Value{Shape: formula.Shape{Rows: len(column), Cols: 1}, Items: column}
		}
	}
}

// column is the column of data that a letter stands for below a Σ.
func (f *flow) column(key string) (trace.Value, bool) {
	x, ok := f.columns[key]
	return x, ok
}
