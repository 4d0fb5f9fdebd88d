package mathml

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Thousands of worksheets hold the same formulas with other numbers, and Temml takes a millisecond for each. So a
// formula is converted and kept with its decimals replaced by stand-ins, and the digits are put into the tree, which
// takes some microseconds. (How Temml sets a formula depends on where a number stands and on its sign, not on its
// digits; a test compares.)

type key struct {
	tex     string
	display bool
}

// kept is a converted formula. numbered says that its decimals are stand-ins.
type kept struct {
	root     *element
	numbered bool
}

// The cache is emptied when it holds so many formulas: memory must not grow with the number of sheets.
const mostKept = 10_000

var cache = map[key]kept{}

var decimals = regexp.MustCompile(`\d+\.\d+`)

// standIn is what a formula's decimal is replaced by, counted from 0: a decimal that no other text is.
func standIn(i int) string { return fmt.Sprintf("%d.0", i) }

// tree gives a formula as Temml makes it, for the caller to change.
func tree(tex string, display bool) (*element, error) {
	numbers := decimals.FindAllString(tex, -1)
	i := -1
	frame := decimals.ReplaceAllStringFunc(tex, func(string) string { i++; return standIn(i) })

	mutex.Lock()
	defer mutex.Unlock()
	if k, ok := cache[key{frame, display}]; ok && k.numbered {
		return k.root.with(numbers), nil
	}
	if k, ok := cache[key{tex, display}]; ok && !k.numbered {
		return k.root.with(nil), nil
	}
	if len(cache) >= mostKept {
		clear(cache)
	}
	if root, err := fresh(frame, display); err == nil && root.holdsOnce(len(numbers)) {
		cache[key{frame, display}] = kept{root, true}
		return root.with(numbers), nil
	}
	root, err := fresh(tex, display)
	if err != nil {
		return nil, err
	}
	cache[key{tex, display}] = kept{root, false}
	return root.with(nil), nil
}

func fresh(tex string, display bool) (*element, error) {
	raw, err := convert(tex, display)
	if err != nil {
		return nil, err
	}
	root, err := parse(raw)
	if err != nil {
		return nil, &Error{tex, err.Error()}
	}
	return root, nil
}

// holdsOnce says whether each stand-in is the whole text of one number, and no other text holds any.
func (e *element) holdsOnce(n int) bool {
	seen := make([]int, n)
	whole := true
	var visit func(*element)
	visit = func(e *element) {
		if strings.Contains(e.text, ".") {
			i, ok := index(e)
			if ok && i < n {
				seen[i]++
			} else {
				whole = false
			}
		}
		for _, child := range e.children {
			visit(child)
		}
	}
	visit(e)
	return whole && !slices.ContainsFunc(seen, func(times int) bool { return times != 1 })
}

// index is that of a number's stand-in.
func index(e *element) (i int, ok bool) {
	if e.name != "mn" {
		return 0, false
	}
	_, err := fmt.Sscanf(e.text, "%d.0", &i)
	return i, err == nil && e.text == standIn(i)
}

// with is a copy with numbers in place of the stand-ins.
func (e *element) with(numbers []string) *element {
	c := &element{name: e.name, attrs: append([]xml.Attr(nil), e.attrs...), text: e.text}
	if numbers != nil && e.name == "mn" && strings.Contains(e.text, ".") {
		if i, ok := index(e); ok {
			c.text = numbers[i]
		}
	}
	for _, child := range e.children {
		c.children = append(c.children, child.with(numbers))
	}
	return c
}
