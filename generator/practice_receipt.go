package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"longhand/generator/exercise"
	"longhand/generator/internal/atomicfile"
)

// receipt says that a variant is written: which files, and what a run as a whole needs of it.
type receipt struct {
	Version string            `json:"version"`
	ID      string            `json:"id"`
	Row     exercise.Row      `json:"row"`
	Files   map[string]string `json:"files"`   // path → SHA-256
	Answers [][4]string       `json:"answers"` // blank, name, value, tolerance
}

func (b *practice) receiptPath(n int) string {
	return filepath.Join(b.dir, ".written", exercise.FileName(n)+".json")
}

func (r receipt) write(files *atomicfile.Set, path string) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return files.Write(path, append(text, '\n'))
}

var errStale = errors.New("what is there is of another run")

// receipt reads that of a variant. It is an error where it is of other settings; checked compares all files, too.
func (b *practice) receipt(n int, checked bool) (receipt, error) {
	r, err := readReceipt(b.receiptPath(n))
	if err != nil {
		return r, err
	}
	if r.Version != b.version || r.ID != b.exercise.ID(n) {
		return r, errStale
	}
	if !checked {
		return r, nil
	}
	for path, sum := range r.Files {
		contents, err := os.ReadFile(filepath.Join(b.dir, path))
		if err != nil {
			return r, err
		}
		if checksum(contents) != sum {
			return r, errStale
		}
	}
	return r, nil
}

func readReceipt(path string) (r receipt, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(text, &r)
}

// remove takes away what a receipt lists and now does not, so that no sheet of another run lies between those of this one.
// What somebody has changed since stays.
func (b *practice) remove(old, now receipt) error {
	for path, sum := range old.Files {
		if _, kept := now.Files[path]; kept || !filepath.IsLocal(path) {
			continue
		}
		path = filepath.Join(b.dir, path)
		if contents, err := os.ReadFile(path); err == nil && checksum(contents) == sum {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	return nil
}

// removeOthers takes away the variants of other runs behind the last one of this run.
func (b *practice) removeOthers() error {
	entries, err := os.ReadDir(filepath.Dir(b.receiptPath(1)))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		path := filepath.Join(filepath.Dir(b.receiptPath(1)), entry.Name())
		n, err := strconv.Atoi(strings.TrimSuffix(entry.Name(), ".json"))
		if err != nil || n <= b.Variants {
			continue
		}
		if r, err := readReceipt(path); err == nil && (r.Version != b.version || r.ID != b.exercise.ID(n)) {
			if err := errors.Join(b.remove(r, receipt{}), os.Remove(path)); err != nil {
				return err
			}
		}
	}
	return nil
}

// receipts calls f with the receipt of every variant, in order.
func (b *practice) receipts(ctx context.Context, f func(n int, r receipt) error) error {
	for n := 1; n <= b.Variants; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := b.receipt(n, false)
		if err != nil {
			return fmt.Errorf("variant %d: %w", n, err)
		}
		if err := f(n, r); err != nil {
			return err
		}
	}
	return nil
}

func checksum(contents []byte) string {
	sum := sha256.Sum256(contents)
	return hex.EncodeToString(sum[:])
}
