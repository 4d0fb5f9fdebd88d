package generator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"longhand/generator/exercise"
	"longhand/generator/exercise/report"
	"longhand/generator/exercise/response"
)

// MarkOptions says what is marked.
type MarkOptions struct {
	Answers   string // answers.csv of a run
	Responses string // what students answered; see package response
	Problem   string // problem file; "" for the copy beside Answers
	Set       []string
	Class     string // a file with a column student: who may be in Responses; "" for anybody
	Shared    bool   // several students may have one sheet
	Format    string // text, csv, json or html
}

// Mark marks the responses of a class. The IDs of the sheets say which numbers each student had: every variant is
// computed again, and held against the list of answers. Mistakes in the files are a *source.Error at their line.
func Mark(ctx context.Context, w io.Writer, o MarkOptions) error {
	if !slices.Contains([]string{"", "text", "csv", "json", "html"}, o.Format) {
		return fmt.Errorf("--format %s is not known: text, csv, json or html", o.Format)
	}
	key, err := readAnswers(o.Answers)
	if err != nil {
		return err
	}
	file, err := readFile(o.Responses)
	if err != nil {
		return err
	}
	responses, err := response.Read(file, o.Shared)
	if err != nil {
		return err
	}
	var absent []string
	if o.Class != "" {
		file, err := readFile(o.Class)
		if err != nil {
			return err
		}
		students, err := response.ReadClass(file)
		if err != nil {
			return err
		}
		if absent, err = response.Compare(responses, students); err != nil {
			return err
		}
	}
	m := &marker{MarkOptions: o, key: key, exercises: map[string]*exercise.Exercise{}}
	class, err := m.mark(ctx, responses)
	if err != nil {
		return err
	}
	class.Absent = absent
	return writeMarks(w, class, o.Format, m.first)
}

type marker struct {
	MarkOptions
	key map[string][]keyRow // by variant

	mutex     sync.Mutex
	exercises map[string]*exercise.Exercise // by settings and seed: runs of one problem may be marked together
	first     *exercise.Exercise            // that of the first response
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
		if i == 0 {
			m.first = r.exercise
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
