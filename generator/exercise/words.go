package exercise

import (
	"longhand/generator/exercise/mistake"
)

// words are the phrases of templates that a page needs as data.
type words struct {
	verdicts map[string]string
	names    []string       // what a page says of each mistake
	index    map[string]int // of kinds in names
	plain    map[string]string
}

func (e *Exercise) words() (*words, error) {
	e.once.Do(func() { e.said, e.sayErr = e.say() })
	return e.said, e.sayErr
}

func (e *Exercise) say() (*words, error) {
	w := &words{verdicts: map[string]string{}, index: map[string]int{}, plain: map[string]string{}}
	var err error
	for _, verdict := range []string{"right", "close", "wrong", "unreadable"} {
		if w.verdicts[verdict], err = e.example.Phrase("verdict", verdict); err != nil {
			return nil, err
		}
	}
	for _, kind := range append(kinds(), copied) {
		hint, err := e.example.Phrase("hint", kind)
		if err != nil {
			return nil, err
		}
		if w.plain[kind], err = e.example.Phrase("mistake", kind); err != nil {
			return nil, err
		}
		w.index[kind] = len(w.names)
		w.names = append(w.names, hint)
	}
	return w, nil
}

// MistakeName is a kind of mistake in plain words.
func (e *Exercise) MistakeName(kind string) string {
	w, err := e.words()
	if err != nil || w.plain[kind] == "" {
		return kind
	}
	return w.plain[kind]
}

func kinds() []string {
	var list []string
	for _, k := range mistake.Catalogue {
		list = append(list, k.ID)
	}
	return list
}
