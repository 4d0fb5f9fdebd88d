// Package atomicfile writes files that are either whole or not there. Contents go to temporary names beside their
// destinations, and take their places only when all of them are written; whatever stops a program before that leaves
// the old files as they were.
//
// google/renameio, which is the kept library for this, does not build for Windows, waits for the disk after each
// file, which thousands of worksheets cannot afford, and knows single files only.
package atomicfile

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// Set is a number of files that are to appear together. The zero Set is empty and ready; it is not for use by several
// goroutines at once.
//
//	var files atomicfile.Set
//	defer files.Discard()
//	if err := files.Write("out/index.html", page); err != nil { … }
//	return files.Commit()
type Set struct {
	pending []pending
	made    []string // folders that were not there before, outer ones first
}

type pending struct{ temporary, path string }

// Write keeps a file's contents, with mode 0644, until Commit. It makes the folders that lead there.
func (s *Set) Write(path string, contents []byte) error {
	return s.Stream(path, func(w io.Writer) error {
		_, err := w.Write(contents)
		return err
	})
}

// Stream is Write for contents that are too large to be held: fill writes them.
func (s *Set) Stream(path string, fill func(io.Writer) error) error {
	dir := filepath.Dir(path)
	if err := s.makeDir(dir); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	s.pending = append(s.pending, pending{f.Name(), path})
	buffer := bufio.NewWriter(f)
	err = fill(buffer)
	return errors.Join(err, buffer.Flush(), f.Chmod(0o644), f.Close())
}

// Commit puts every file in its place, in the order in which they were written. Where that fails (a folder has a
// file's name, say), the files before it are in their places and the others are not written.
func (s *Set) Commit() error {
	for len(s.pending) > 0 {
		p := s.pending[0]
		if err := os.Rename(p.temporary, p.path); err != nil {
			return err
		}
		s.pending = s.pending[1:]
	}
	s.made = nil
	return nil
}

// Discard removes what was written and not committed, and the folders that were made for it and are empty. After
// Commit it does nothing.
func (s *Set) Discard() {
	for _, p := range s.pending {
		os.Remove(p.temporary)
	}
	for _, dir := range slices.Backward(s.made) {
		os.Remove(dir) // fails, rightly, where something else is in it by now
	}
	s.pending, s.made = nil, nil
}

// makeDir makes a folder and those above it, and remembers which were not there.
func (s *Set) makeDir(dir string) error {
	var absent []string
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, os.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		absent = append(absent, d)
	}
	err := os.MkdirAll(dir, 0o755)
	slices.Reverse(absent)
	s.made = append(s.made, absent...)
	return err
}
