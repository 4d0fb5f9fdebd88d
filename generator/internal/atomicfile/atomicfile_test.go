package atomicfile

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree gives every file below a folder with its contents, and every folder.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		name, _ := filepath.Rel(root, path)
		if d.IsDir() {
			got[filepath.ToSlash(name)+"/"] = ""
			return nil
		}
		text, err := os.ReadFile(path)
		got[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestCommit(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old"), []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	var s Set
	defer s.Discard()
	want := map[string]string{"old": "after", "a/": "", "a/b/": "", "a/b/new": "new", "a/second": "2"}
	for _, name := range []string{"old", "a/b/new", "a/second"} {
		if err := s.Write(filepath.Join(dir, name), []byte(want[name])); err != nil {
			t.Fatal(err)
		}
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "old")); string(text) != "before" {
		t.Errorf("before Commit the old file reads %q", text)
	}
	if _, err := os.Stat(filepath.Join(dir, "a/b/new")); err == nil {
		t.Error("before Commit the new file is there")
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	s.Discard()
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if info, _ := os.Stat(filepath.Join(dir, "old")); info.Mode().Perm() != 0o644 {
		t.Errorf("the mode is %v", info.Mode())
	}
}

func TestDiscard(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old"), []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := maps.Clone(tree(t, dir))
	var s Set
	for _, name := range []string{"old", "a/b/new", "a/c"} {
		if err := s.Write(filepath.Join(dir, name), []byte("after")); err != nil {
			t.Fatal(err)
		}
	}
	s.Discard()
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := s.Commit(); err != nil || len(tree(t, dir)) != 1 {
		t.Errorf("Commit after Discard wrote something: %v", err)
	}
}

func TestObstacles(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "folder", "full"), 0o755); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	var s Set
	if err := s.Write(filepath.Join(dir, "file", "x"), nil); err == nil {
		t.Error("a file was taken for a folder")
	}
	if err := s.Write(filepath.Join(dir, "folder"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err == nil {
		t.Error("a folder was replaced by a file")
	}
	s.Discard()
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
