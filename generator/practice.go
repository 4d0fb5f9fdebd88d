package generator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/schollz/progressbar/v3"

	"longhand/generator/exercise"
	"longhand/generator/internal/atomicfile"
	"longhand/generator/problem"
)

// PracticeOptions says which worksheets are written, and where.
type PracticeOptions struct {
	Problem  string // path of a problem file or name of an embedded one; "" is the embedded article
	Set      []string
	Variants int
	Seed     uint64
	Formats  []string // of Formats; none means html and md
	Out      string
	Shard    string // "3/16" for the third of sixteen parts; "" for all
	ID       string // of a single sheet to write again, instead of Variants and Seed
	Places   *int   // these four override `display` of the problem file; nil and "" leave it
	Fade     *int
	Blank    string
	Carry    string
	Progress io.Writer // where a progress bar is drawn; nil for none
}

// Practice writes worksheets and their keys to Out/NAME/practice: sheets/0001.html for the student, keys/0001.html for
// the teacher, and once all variants are there, answers.csv and the overview index.html. What is there already and right
// is not written again, so that a run that was stopped goes on where it was, and the parts of a sharded run make up the
// whole. What a run with other numbers or formats has left there is taken away. Files appear whole or not at all. Memory does not grow with the number of variants.
func Practice(ctx context.Context, o PracticeOptions) error {
	if len(o.Formats) == 0 {
		o.Formats = []string{"html", "md"}
	}
	for _, f := range o.Formats {
		if !slices.Contains(Formats, f) {
			return fmt.Errorf("--to %s is not known: %s", f, join(Formats))
		}
	}
	if o.ID != "" {
		return again(ctx, o)
	}
	if o.Variants < 1 || o.Variants > exercise.MostVariants {
		return fmt.Errorf("--variants is %d: it goes from 1 to %d", o.Variants, exercise.MostVariants)
	}
	first, last, err := shard(o.Shard, o.Variants)
	if err != nil {
		return err
	}
	b, err := newPractice(ctx, o, o.settings())
	if err != nil {
		return err
	}
	if err := b.exercise.Room(o.Variants); err != nil {
		return err
	}
	if err := b.variants(ctx, first, last); err != nil {
		return err
	}
	return b.finish(ctx)
}

// again writes the sheet of an ID, and its key.
func again(ctx context.Context, o PracticeOptions) error {
	id, err := exercise.ParseID(o.ID)
	if err != nil {
		return err
	}
	if o.Problem == "" {
		o.Problem = id.Problem
	}
	if o.Places != nil || o.Fade != nil || o.Blank != "" || o.Carry != "" || o.Shard != "" {
		return fmt.Errorf("--id says what is on the sheet: leave --places, --fade, --blank, --carry and --shard out")
	}
	o.Seed = id.Seed
	b, err := newPractice(ctx, o, id.Set())
	if err != nil {
		return err
	}
	if err := b.exercise.Check(id); err != nil {
		return err
	}
	return b.variants(ctx, id.Variant, id.Variant)
}

// settings are the overrides of `display`.
func (o PracticeOptions) settings() []string {
	var set []string
	if o.Places != nil {
		set = append(set, "display.places="+strconv.Itoa(*o.Places))
	}
	if o.Fade != nil {
		set = append(set, "display.fade="+strconv.Itoa(*o.Fade))
	}
	if o.Blank != "" {
		set = append(set, "display.blank="+o.Blank)
	}
	if o.Carry != "" {
		set = append(set, "display.carry="+o.Carry)
	}
	return set
}

// shard gives the variants of a part: parts are runs of neighbours, as equal as can be.
func shard(text string, variants int) (first, last int, err error) {
	if text == "" {
		return 1, variants, nil
	}
	k, n, found := strings.Cut(text, "/")
	part, err1 := strconv.Atoi(k)
	parts, err2 := strconv.Atoi(n)
	if !found || err1 != nil || err2 != nil || part < 1 || part > parts || parts > exercise.MostVariants {
		return 0, 0, fmt.Errorf("--shard %s is not a part of a whole: write 3/16 for the third of sixteen parts", text)
	}
	return (part-1)*variants/parts + 1, part * variants / parts, nil
}

// practice is a run.
type practice struct {
	PracticeOptions
	exercise *exercise.Exercise
	problem  *problem.Problem
	dir      string
	version  string // of what is written, beside the numbers: program and formats
}

// stepsKey begins the override of how many steps of training there are. A lesson may train for many; a worksheet asks for
// the first one, with the loss after it, unless the override says otherwise.
const stepsKey = "train.steps="

func setsSteps(set string) bool { return strings.HasPrefix(strings.ReplaceAll(set, " ", ""), stepsKey) }

func newPractice(ctx context.Context, o PracticeOptions, settings []string) (*practice, error) {
	p, err := open(o.Problem, append(slices.Clone(o.Set), settings...))
	if err != nil {
		return nil, err
	}
	if p.Train.Present && p.Train.Steps > 1 && !slices.ContainsFunc(o.Set, setsSteps) {
		o.Set = append(slices.Clone(o.Set), stepsKey+"1")
		if p, err = p.Override(o.Set[len(o.Set)-1:]); err != nil {
			return nil, err
		}
	}
	e, err := exercise.New(ctx, p, o.Seed, Example)
	if err != nil {
		return nil, err
	}
	version, err := writerVersion()
	if err != nil {
		return nil, err
	}
	return &practice{o, e, p, filepath.Join(o.Out, p.Name, "practice"), version + " " + strings.Join(o.Formats, ",")}, nil
}

// variants writes some of the variants, as many at once as there are processors.
func (b *practice) variants(ctx context.Context, first, last int) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	bar := progressbar.DefaultSilent(int64(last - first + 1))
	if b.Progress != nil {
		bar = progressbar.NewOptions(last-first+1, progressbar.OptionSetWriter(b.Progress), progressbar.OptionSetDescription("worksheets"),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
	}
	numbers := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for n := range numbers {
				if err := b.variant(ctx, n); err != nil {
					cancel(err)
					return
				}
				_ = bar.Add(1) // a terminal that cannot be drawn on stops nothing
			}
		})
	}
	for n := first; n <= last && ctx.Err() == nil; n++ {
		select {
		case numbers <- n:
		case <-ctx.Done():
		}
	}
	close(numbers)
	workers.Wait()
	_ = bar.Finish()
	return context.Cause(ctx)
}

// variant writes a sheet and its key, unless they are there.
func (b *practice) variant(ctx context.Context, n int) error {
	if _, err := b.receipt(n, true); err == nil {
		return nil
	}
	v, err := b.exercise.Variant(ctx, n)
	if err != nil {
		return err
	}
	var files atomicfile.Set
	defer files.Discard()
	r := receipt{Version: b.version, ID: v.ID, Row: v.Row(), Files: map[string]string{}}
	write := func(path string, contents []byte) error {
		r.Files[path] = checksum(contents)
		return files.Write(filepath.Join(b.dir, path), contents)
	}
	sheet, err := v.Sheet()
	if err != nil {
		return err
	}
	if r.Row.Sheet, err = b.publish(ctx, sheet, "sheets/"+exercise.FileName(n), write, v.Leaks); err != nil {
		return err
	}
	key, err := v.Key()
	if err != nil {
		return err
	}
	if r.Row.Key, err = b.publish(ctx, key, "keys/"+exercise.FileName(n), write, nil); err != nil {
		return err
	}
	for _, a := range v.Answers {
		r.Answers = append(r.Answers, [4]string{strconv.Itoa(a.Number), a.Name, a.Key.Text, a.Tolerance.String()})
	}
	if b.ID != "" { // a sheet that is written again is no part of a run
		return errors.Join(ctx.Err(), files.Commit())
	}
	if err := r.write(&files, b.receiptPath(n)); err != nil { // last, so that all the others are there when it is
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	old, _ := readReceipt(b.receiptPath(n)) // of another run, or none
	if err := files.Commit(); err != nil {
		return err
	}
	return b.remove(old, r)
}

// finish writes what belongs to a run as a whole, where all of its variants are there.
func (b *practice) finish(ctx context.Context) error {
	for n := 1; n <= b.Variants; n++ {
		if _, err := os.Stat(b.receiptPath(n)); err != nil {
			return nil // other shards are still to come
		}
	}
	var files atomicfile.Set
	defer files.Discard()
	if err := b.problemFiles(&files); err != nil {
		return err
	}
	if err := b.answers(ctx, &files); err != nil {
		return err
	}
	if err := b.overview(ctx, &files); err != nil {
		return err
	}
	if err := files.Commit(); err != nil {
		return err
	}
	return b.removeOthers()
}
