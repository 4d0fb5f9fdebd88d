package exercise

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"longhand/generator/number"
)

// check is what a page needs to judge entries, as templates/sheet.js reads it. An answer is rounded to the places of
// the sheet, and what is compared is a salted hash of that: no answer stands in the page. Hashes are written in letters,
// so that no digits of an answer can occur in them even by chance.
type check struct {
	ID     string            `json:"id"`
	Salt   string            `json:"salt"`
	Places int               `json:"places"`
	Words  map[string]string `json:"words"`
	Names  []string          `json:"names"` // of mistakes
	Blanks []checkedBlank    `json:"blanks"`
}

type checkedBlank struct {
	Number   int            `json:"n"`
	Right    []string       `json:"right"`
	Close    []string       `json:"close"`
	Mistakes map[string]int `json:"mistakes"` // hash → index into names
}

// mostCells bounds the hashes of one answer, where the tolerance is far wider than a unit of the last place.
const mostCells = 2001

func (v *Variant) selfCheck() ([]byte, error) {
	e := v.Exercise
	words, err := e.words()
	if err != nil {
		return nil, err
	}
	places := v.Problem.Display.Places
	out := check{ID: v.ID, Salt: letters("salt", v.ID), Places: places, Words: words.verdicts, Names: words.names}
	for _, a := range v.Answers {
		b := checkedBlank{Number: a.Number, Close: []string{}, Mistakes: map[string]int{}}
		b.Right = v.cells(out.Salt, a.Number, "right", a.Key.Value, a.Tolerance, places)
		if places > 2 { // with fewer, almost anything would be close
			b.Close = v.cells(out.Salt, a.Number, "close", a.Key.Value, decimal.New(1, int32(2-places)), places-2)
		}
		for _, m := range slices.Backward(a.Mistakes) { // the likelier ones last: they stay
			for _, h := range v.cells(out.Salt, a.Number, "mistake", m.Value.Value, a.Tolerance, places) {
				b.Mistakes[h] = words.index[m.Kinds[0]]
			}
		}
		out.Blanks = append(out.Blanks, b)
	}
	return json.Marshal(out) // which escapes <, so that no text can end the script element
}

// cells are the hashes of all numbers of so many places that are within a tolerance.
func (v *Variant) cells(salt string, blank int, kind string, value, tolerance decimal.Decimal, places int) []string {
	first := ceiling(new(big.Rat).Mul(value.Sub(tolerance).Rat(), pow10(places)))
	last := floor(new(big.Rat).Mul(value.Add(tolerance).Rat(), pow10(places)))
	own, err := number.FromDecimal(value).Places(places, number.HalfUp)
	if err == nil && first.Cmp(last) > 0 {
		first = own.Shift(int32(places)).BigInt()
		last = first
	}
	list := []string{}
	for k := new(big.Int).Set(first); k.Cmp(last) <= 0 && len(list) < mostCells; k.Add(k, big.NewInt(1)) {
		list = append(list, letters(salt, blank, kind, k))
	}
	slices.Sort(list) // the order would tell which is in the middle
	return list
}

// letters is the hash of its arguments, joined by colons: the first 64 bits of SHA-256, each four as a letter.
func letters(parts ...any) string {
	text := ""
	for i, p := range parts {
		if i > 0 {
			text += ":"
		}
		text += fmt.Sprint(p)
	}
	sum := sha256.Sum256([]byte(text))
	out := make([]byte, 16)
	for i := range out {
		out[i] = 'a' + sum[i/2]>>(4-4*(i%2))&15
	}
	return string(out)
}
