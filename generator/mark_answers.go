package generator

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"longhand/generator/exercise"
	"longhand/generator/exercise/response"
	"longhand/generator/source"
)

// keyRow is a line of answers.csv.
type keyRow struct{ blank, name, value, tolerance string }

// readAnswers reads the list of answers of a run, by variant.
func readAnswers(path string) (map[string][]keyRow, error) {
	file, err := readFile(path)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(strings.NewReader(file.Text))
	header, err := r.Read()
	if err != nil || strings.Join(header, ",") != "variant,blank,name,value,tolerance" {
		return nil, file.Pos(0).Errorf("this is no list of answers").WithHint("name the answers.csv that longhand practice has written")
	}
	key := map[string][]keyRow{}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return key, nil
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			return nil, file.PosAt(wrong.Line, wrong.Column).Errorf("this line cannot be read as CSV: %v", wrong.Err)
		}
		key[record[0]] = append(key[record[0]], keyRow{record[1], record[2], record[3], record[4]})
	}
}

// agree holds a variant against the list of answers.
func agree(rows []keyRow, v *exercise.Variant, r *response.Response) error {
	same := len(rows) == len(v.Answers)
	for i := 0; same && i < len(rows); i++ {
		a := v.Answers[i]
		same = rows[i] == keyRow{fmt.Sprint(a.Number), a.Name, a.Key.Text, a.Tolerance.String()}
	}
	if same {
		return nil
	}
	return r.Pos.Errorf("the sheet %s has other answers than the list", r.ID).
		WithHint("mark with the answers.csv of the run that the sheet is from")
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// readFile reads a file, or standard input where its name is -, without a byte order mark and with line ends made \n.
func readFile(path string) (*source.File, error) {
	var text []byte
	var err error
	if path == "-" {
		text, err = io.ReadAll(os.Stdin)
	} else {
		text, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, err
	}
	return source.NewFile(path, lineEnds.Replace(strings.TrimPrefix(string(text), "\ufeff"))), nil
}
