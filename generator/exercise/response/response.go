// Package response reads what students answered: a table of responses, and the numbers in it as people write them.
// Mistakes in the table are told with their line. Judging belongs to package exercise.
package response

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"longhand/generator/source"
)

// Response is what one student answered on one sheet.
type Response struct {
	Student string
	ID      string
	Pos     source.Pos // of the student's first line
	Answers []Answer   // in file order
}

// Answer is what stands in one blank.
type Answer struct {
	Blank string // its number or its name
	Text  string
	Pos   source.Pos
}

const hint = "the columns are student, id, blank, answer; or student, id and one column for each blank, headed by its number or name"

// Read reads a table of responses: CSV with commas, semicolons or tabs, with a header. It has a line for each answer
// (student, id, blank, answer) or a line for each student (student, id, and a column for each blank). Errors are a
// *source.Error at the line: a column that is missing, a student or blank that comes twice, a sheet that two students
// have unless they may share it.
func Read(f *source.File, mayShare bool) ([]*Response, error) {
	if i := strings.IndexFunc(f.Text, func(r rune) bool { return r == utf8.RuneError || r == 0 }); i >= 0 {
		return nil, f.Pos(i).Errorf("the file is not in UTF-8").WithHint("export it as CSV in UTF-8")
	}
	text := strings.TrimPrefix(f.Text, "\ufeff")
	skipped := 0
	if strings.HasPrefix(text, "sep=") { // a line by which spreadsheets tell each other the separator
		_, text, _ = strings.Cut(text, "\n")
		skipped = 1
	}
	r := csv.NewReader(strings.NewReader(text))
	first, _, _ := strings.Cut(text, "\n")
	r.Comma = separator(first)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, f.Pos(0).Errorf("the file has no header").WithHint(hint)
	}
	t := table{file: f, header: header, student: -1, id: -1, blank: -1, answer: -1,
		byStudent: map[string]*Response{}, bySheet: map[string]*Response{}, mayShare: mayShare}
	if err := t.columns(); err != nil {
		return nil, err
	}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			return nil, f.PosAt(wrong.Line+skipped, wrong.Column).Errorf("this line cannot be read as CSV: %v", wrong.Err).
				WithHint("a field with a quote in it is written \"so \"\"quoted\"\"\"")
		}
		line, _ := r.FieldPos(0)
		if err := t.add(record, f.PosAt(line+skipped, 1)); err != nil {
			return nil, err
		}
	}
	if len(t.list) == 0 {
		return nil, f.Pos(0).Errorf("the file holds no responses").WithHint(hint)
	}
	return t.list, nil
}

// separator is the character that splits a header into columns of which one is the student: blanks, too, may have commas in
// their names.
func separator(header string) rune {
	for _, comma := range ",;\t" {
		r := csv.NewReader(strings.NewReader(header))
		r.Comma = comma
		fields, err := r.Read()
		if err == nil && slices.ContainsFunc(fields, func(name string) bool { return columns[strings.ToLower(strings.TrimSpace(name))] == student }) {
			return comma
		}
	}
	return ','
}

// What a column holds, by its name in lower case.
type role int

const (
	_ role = iota
	student
	sheet
	blank
	answer
)

var columns = map[string]role{"student": student, "name": student, "id": sheet, "sheet": sheet, "blank": blank, "answer": answer}

type table struct {
	file                       *source.File
	header                     []string
	student, id, blank, answer int // columns; −1 where there is none
	list                       []*Response
	byStudent, bySheet         map[string]*Response
	mayShare                   bool
}

func (t *table) columns() error {
	seen := map[string]bool{}
	for i, name := range t.header {
		name = strings.ToLower(strings.TrimSpace(name))
		t.header[i] = strings.TrimSpace(t.header[i])
		if seen[name] {
			return t.file.Pos(0).Errorf("the column %s appears twice", t.header[i])
		}
		seen[name] = true
		switch columns[name] {
		case student:
			t.student = i
		case sheet:
			t.id = i
		case blank:
			t.blank = i
		case answer:
			t.answer = i
		}
	}
	switch {
	case t.student < 0:
		return t.file.Pos(0).Errorf("there is no column student").WithHint(hint)
	case t.id < 0:
		return t.file.Pos(0).Errorf("there is no column id").WithHint(hint)
	case (t.blank < 0) != (t.answer < 0):
		return t.file.Pos(0).Errorf("the columns blank and answer belong together").WithHint(hint)
	}
	return nil
}

func (t *table) add(record []string, pos source.Pos) error {
	if len(record) == 1 && strings.TrimSpace(record[0]) == "" {
		return nil
	}
	if len(record) != len(t.header) {
		return pos.Errorf("this line has %d fields, but the header has %d", len(record), len(t.header)).
			WithHint("put fields that hold a comma in quotes: \"0,25\"")
	}
	name, id := strings.TrimSpace(record[t.student]), strings.TrimSpace(record[t.id])
	if name == "" || id == "" {
		return pos.Errorf("this line names no student, or no sheet")
	}
	r := t.byStudent[name]
	if r == nil {
		r = &Response{Student: name, ID: id, Pos: pos}
		if other := t.bySheet[strings.ToLower(id)]; other != nil && !t.mayShare {
			line, _ := other.Pos.LineColumn()
			return pos.Errorf("%s has the sheet %s, and so has %s", name, id, other.Student).
				WithHint("the other one is on line %d; where several students may have one sheet, mark with --shared", line)
		}
		t.byStudent[name], t.bySheet[strings.ToLower(id)] = r, r
		t.list = append(t.list, r)
	} else if t.blank < 0 {
		line, _ := r.Pos.LineColumn()
		return pos.Errorf("the student %s appears a second time", name).WithHint("the first time is on line %d; keep one", line)
	} else if r.ID != id {
		line, _ := r.Pos.LineColumn()
		return pos.Errorf("the student %s has two sheets, %s and %s", name, r.ID, id).WithHint("the other one is on line %d", line)
	}
	if t.blank >= 0 {
		blank := strings.TrimSpace(record[t.blank])
		for _, a := range r.Answers {
			if a.Blank == blank {
				line, _ := a.Pos.LineColumn()
				return pos.Errorf("the student %s answers blank %s a second time", name, blank).WithHint("the first time is on line %d; keep one", line)
			}
		}
		r.Answers = append(r.Answers, Answer{blank, record[t.answer], pos})
		return nil
	}
	for i, text := range record {
		if i != t.student && i != t.id {
			r.Answers = append(r.Answers, Answer{t.header[i], text, pos})
		}
	}
	return nil
}
