package generator

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"text/template"

	"longhand/generator/document/html"
	"longhand/generator/document/page"
	"longhand/generator/exercise"
	"longhand/generator/exercise/report"
	"longhand/generator/exercise/response"
	"longhand/generator/source"
	"longhand/templates"
)

// MarkOptions says what is marked.
type MarkOptions struct {
	Answers   string // answers.csv of a run
	Responses string // what students answered; see package response
	Problem   string // problem file; "" for the copy beside Answers
	Set       []string
	Class     string // a file with a column student: who may be in Responses; "" for anybody
	Format    string // text, csv, json or html
}

// Mark marks the responses of a class. The IDs of the sheets say which numbers each student had: every variant is
// computed again, and held against the list of answers. Mistakes in the files are a *source.Error at their line.
func Mark(ctx context.Context, w io.Writer, o MarkOptions) error {
	key, err := readAnswers(o.Answers)
	if err != nil {
		return err
	}
	file, err := readFile(o.Responses)
	if err != nil {
		return err
	}
	responses, err := response.Read(file)
	if err != nil {
		return err
	}
	if err := checkClass(responses, o.Class); err != nil {
		return err
	}
	m := &marker{MarkOptions: o, key: key, exercises: map[string]*exercise.Exercise{}}
	class, err := m.mark(ctx, responses)
	if err != nil {
		return err
	}
	switch o.Format {
	case "", "text":
		return writeMarksText(w, class)
	case "csv":
		return writeMarksCSV(w, class)
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(class)
	case "html":
		return m.writeHTML(w, class)
	}
	return fmt.Errorf("--format %s is not known: text, csv, json or html", o.Format)
}

type marker struct {
	MarkOptions
	key map[string][]keyRow // by variant

	mutex     sync.Mutex
	exercises map[string]*exercise.Exercise // by settings and seed: runs of one problem may be marked together
}

// mark judges all responses, as many at once as there are processors, and gathers them in their order.
func (m *marker) mark(ctx context.Context, responses []*response.Response) (*report.Class, error) {
	type result struct {
		exercise *exercise.Exercise
		verdicts []exercise.Verdict
		err      error
	}
	results := make([]result, len(responses))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				r := &results[i]
				r.exercise, r.verdicts, r.err = m.judge(ctx, responses[i])
			}
		})
	}
	for i := range responses {
		next <- i
	}
	close(next)
	workers.Wait()
	class := &report.Class{}
	for i, r := range results {
		if r.err != nil {
			return nil, r.err
		}
		if class.Title = r.exercise.Problem.Title.Value; i > 0 && len(class.Blanks) != len(r.verdicts) {
			return nil, responses[i].Pos.Errorf("the sheet %s has %d blanks, but those before have %d", responses[i].ID, len(r.verdicts), len(class.Blanks)).
				WithHint("mark sheets with other settings by themselves")
		}
		class.Add(responses[i].Student, responses[i].ID, r.verdicts, r.exercise.MistakeName)
	}
	class.Finish()
	return class, nil
}

func (m *marker) judge(ctx context.Context, r *response.Response) (*exercise.Exercise, []exercise.Verdict, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	id, err := exercise.ParseID(r.ID)
	if err != nil {
		return nil, nil, r.Pos.Errorf("%w", err)
	}
	e, err := m.exercise(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if err := e.Check(id); err != nil {
		return nil, nil, r.Pos.Errorf("%w", err)
	}
	rows, ok := m.key[fmt.Sprint(id.Variant)]
	if !ok {
		return nil, nil, r.Pos.Errorf("%s has no answers for the sheet %s", m.Answers, r.ID)
	}
	v, err := e.Variant(ctx, id.Variant)
	if err != nil {
		return nil, nil, err
	}
	if err := agree(rows, v, r); err != nil {
		return nil, nil, err
	}
	verdicts, err := v.Judge(r)
	return e, verdicts, err
}

// exercise prepares that of an ID, once.
func (m *marker) exercise(ctx context.Context, id exercise.ID) (*exercise.Exercise, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	name := fmt.Sprint(id.Display, id.Seed)
	if e, ok := m.exercises[name]; ok {
		return e, nil
	}
	path, set := m.Problem, m.Set
	if path == "" {
		path = filepath.Join(filepath.Dir(m.Answers), problemCopy)
		kept, err := os.ReadFile(filepath.Join(filepath.Dir(m.Answers), overridesCopy))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		set = append(strings.FieldsFunc(string(kept), func(r rune) bool { return r == '\n' }), set...)
	}
	p, err := open(path, append(set, id.Set()...))
	if err != nil {
		return nil, err
	}
	if m.Problem == "" { // the copy has a name of its own
		p = p.Renamed(id.Problem)
	}
	e, err := exercise.New(ctx, p, id.Seed, Example)
	if err == nil {
		m.exercises[name] = e
	}
	return e, err
}

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

// checkClass holds the students against the class, where that is given.
func checkClass(responses []*response.Response, path string) error {
	if path == "" {
		return nil
	}
	file, err := readFile(path)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	var names []string
	for i, line := range strings.Split(file.Text, "\n") {
		name, _, _ := strings.Cut(strings.TrimSpace(line), ",")
		name = strings.Trim(strings.TrimSpace(name), `"`)
		if name == "" || i == 0 && strings.EqualFold(name, "student") {
			continue
		}
		if known[name] {
			return file.PosAt(i+1, 1).Errorf("the student %s is in the class twice", name)
		}
		known[name] = true
		names = append(names, name)
	}
	for _, r := range responses {
		if !known[r.Student] {
			e := r.Pos.Errorf("the student %s is not in the class", r.Student)
			if near := source.Suggest(r.Student, names); near != "" {
				return e.WithHint("did you mean %s?", near)
			}
			return e
		}
	}
	return nil
}

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
	return source.NewFile(path, strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n")), nil
}

func writeMarksText(w io.Writer, class *report.Class) error {
	text, err := templates.FS.ReadFile("marks.txt")
	if err != nil {
		return err
	}
	t, err := template.New("marks.txt").Parse(string(text))
	if err != nil {
		return err
	}
	return t.Execute(w, class)
}

func writeMarksCSV(w io.Writer, class *report.Class) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"student", "id", "blank", "name", "answer", "key", "tolerance", "outcome", "points", "mistakes"}); err != nil {
		return err
	}
	for _, s := range class.Students {
		for _, m := range s.Answers {
			points := "0"
			switch exercise.Outcome(m.Outcome) {
			case exercise.Right, exercise.Followed:
				points = "1"
			case exercise.Unreadable:
				points = "" // nobody has scored it yet
			}
			if err := c.Write([]string{s.Name, s.ID, fmt.Sprint(m.Number), m.Name, m.Text, m.Key, m.Tolerance, m.Outcome, points, strings.Join(m.Mistakes, "; ")}); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

func (m *marker) writeHTML(w io.Writer, class *report.Class) error {
	text, err := templates.FS.ReadFile("marks.md")
	if err != nil {
		return err
	}
	for _, e := range m.exercises {
		markdown, err := e.Fill(source.NewFile(embeddedPrefix+"marks.md", string(text)), class)
		if err != nil {
			return err
		}
		out, err := html.Render(page.Doc{Name: "marks.md", Title: "Marks – " + class.Title, Description: fmt.Sprintf("%d students", len(class.Students)), Markdown: markdown})
		if err != nil {
			return err
		}
		_, err = w.Write(out)
		return err
	}
	return nil
}
