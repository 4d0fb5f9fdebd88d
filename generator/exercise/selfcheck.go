package exercise

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
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
	Places   int            `json:"places"` // to which an entry is rounded, to be found among right ones and mistakes
	Right    []string       `json:"right"`
	Close    []string       `json:"close"`
	Mistakes map[string]int `json:"mistakes"` // hash → index into names
}

// mostCells bounds the hashes of one answer. Where the tolerance is far wider than a unit of the last place, entries are
// compared to fewer places; that lets an entry pass that is outside by less than a thousandth of the tolerance.
const mostCells = 2001

// gridPlaces are the places to which the entries of a blank are compared.
func gridPlaces(tolerance decimal.Decimal, places int) int {
	for tolerance.Shift(int32(places)).GreaterThan(decimal.New(mostCells/2-1, 0)) {
		places--
	}
	return places
}

func (v *Variant) selfCheck() ([]byte, error) {
	e := v.Exercise
	words, err := e.words()
	if err != nil {
		return nil, err
	}
	places := v.Problem.Display.Places
	out := check{ID: v.ID, Salt: letters("salt", v.ID), Places: places, Words: words.verdicts, Names: words.names}
	for _, a := range v.Answers {
		b := checkedBlank{Number: a.Number, Places: gridPlaces(a.Tolerance, places), Close: []string{}, Mistakes: map[string]int{}}
		b.Right = cells(out.Salt, a.Number, "right", a.Key.Value, a.Tolerance, b.Places, b.Places < places)
		if places > 2 { // with fewer, almost anything would be close
			b.Close = cells(out.Salt, a.Number, "close", a.Key.Value, decimal.New(1, int32(2-places)), places-2, false)
		}
		for _, m := range slices.Backward(a.Mistakes) { // the likelier ones last: they stay
			for _, h := range cells(out.Salt, a.Number, "mistake", m.Value.Value, a.Tolerance, b.Places, b.Places < places) {
				b.Mistakes[h] = words.index[m.Kinds[0]]
			}
		}
		out.Blanks = append(out.Blanks, b)
	}
	return json.Marshal(out) // which escapes <, so that no text can end the script element
}

// cells are the hashes of all numbers of so many places that are within a tolerance; where entries may lie between those
// numbers, also of the ones to which an entry within the tolerance is rounded.
func cells(salt string, blank int, kind string, value, tolerance decimal.Decimal, places int, between bool) []string {
	scale := pow10(places)
	first := ceiling(new(big.Rat).Mul(value.Sub(tolerance).Rat(), scale))
	last := floor(new(big.Rat).Mul(value.Add(tolerance).Rat(), scale))
	if between || first.Cmp(last) > 0 {
		first = nearest(new(big.Rat).Mul(value.Sub(tolerance).Rat(), scale))
		last = nearest(new(big.Rat).Mul(value.Add(tolerance).Rat(), scale))
	}
	list := []string{}
	for k := first; k.Cmp(last) <= 0; k = new(big.Int).Add(k, big.NewInt(1)) {
		list = append(list, letters(salt, blank, kind, k))
	}
	slices.Sort(list) // the order would tell which is in the middle
	return list
}

// nearest is the whole number next to x; of two, the one farther from 0, as templates/sheet.js has it.
func nearest(x *big.Rat) *big.Int {
	if x.Sign() < 0 {
		n := nearest(new(big.Rat).Neg(x))
		return n.Neg(n)
	}
	return floor(new(big.Rat).Add(x, big.NewRat(1, 2)))
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
