package response

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"longhand/generator/source"
)

// ReadClass reads who is in a class: a table with a column student, or no more than a name on each line. Errors are a
// *source.Error at the line: a student who is there twice, a table without students.
func ReadClass(f *source.File) ([]string, error) {
	r := csv.NewReader(strings.NewReader(f.Text))
	first, _, _ := strings.Cut(f.Text, "\n")
	r.Comma = separator(first)
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	var wrong *csv.ParseError
	if errors.As(err, &wrong) {
		return nil, f.PosAt(wrong.Line, wrong.Column).Errorf("this line cannot be read as CSV: %v", wrong.Err)
	}
	column := -1
	if len(records) > 0 {
		column = slices.IndexFunc(records[0], func(name string) bool { return columns[strings.ToLower(strings.TrimSpace(name))] == student })
	}
	if column >= 0 {
		records = records[1:]
	}
	var class []string
	for _, record := range records {
		if max(column, 0) >= len(record) {
			continue
		}
		name := strings.TrimSpace(record[max(column, 0)])
		if name == "" {
			continue
		}
		if slices.Contains(class, name) {
			return nil, f.Pos(strings.LastIndex(f.Text, name)).Errorf("the student %s is in the class twice", name)
		}
		class = append(class, name)
	}
	if len(class) == 0 {
		return nil, f.Pos(0).Errorf("the file names no students").WithHint("write a name on each line, or a table with a column student")
	}
	return class, nil
}

// Compare holds responses against a class. It gives the students of whom there is no response; one who is not in the
// class is a *source.Error at the line.
func Compare(responses []*Response, class []string) (absent []string, err error) {
	there := map[string]bool{}
	for _, r := range responses {
		there[r.Student] = true
		if slices.Contains(class, r.Student) {
			continue
		}
		e := r.Pos.Errorf("the student %s is not in the class", r.Student)
		if near := source.Suggest(r.Student, class); near != "" {
			return nil, e.WithHint("did you mean %s?", near)
		}
		return nil, e
	}
	for _, name := range class {
		if !there[name] {
			absent = append(absent, name)
		}
	}
	return absent, nil
}
