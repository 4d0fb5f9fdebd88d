package problem

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"longhand/generator/source"
)

// maxSize is the largest problem file that is read, in bytes: enough for some 200,000 numbers.
const maxSize = 4 << 20

const startHint = "`longhand new NAME` writes a problem file to start from"

// Read reads and checks the problem file at a path; "-" is standard input. What is wrong with the file is told as a
// *source.Error.
func Read(path string) (*Problem, error) {
	if path == "-" {
		return read("<stdin>", os.Stdin)
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing(path)
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, directory(path)
	}
	return read(path, f)
}

func read(name string, r io.Reader) (*Problem, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return Parse(source.NewFile(name, string(text)))
}

// Parse checks a problem file's text. What is wrong with it is told as a *source.Error.
func Parse(f *source.File) (*Problem, error) {
	f, err := clean(f)
	if err != nil {
		return nil, err
	}
	root, err := parseYAML(f, 0)
	if err != nil {
		return nil, err
	}
	if root == nil || root.isNull() {
		return nil, f.Pos(0).Errorf("the file is empty").WithHint(startHint)
	}
	return decode(f, root)
}

// clean refuses what is no text, and takes away what differs from editor to editor: a byte order mark, \r\n.
func clean(f *source.File) (*source.File, error) {
	text := f.Text
	nowhere := func(format string, args ...any) *source.Error {
		return source.Pos{}.Errorf("%s: %s", f.Name, fmt.Sprintf(format, args...))
	}
	if len(text) > maxSize {
		return nil, nowhere("the file is larger than %d MiB", maxSize>>20).
			WithHint("a problem file holds numbers and a few words; is this the right file?")
	}
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return nil, nowhere("the file is UTF-16").WithHint("save it as UTF-8")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	f = source.NewFile(f.Name, text)
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return nil, f.Pos(i).Errorf("the file is not UTF-8: byte 0x%02X is no character", text[i]).
				WithHint("save it as UTF-8 in your editor")
		}
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return nil, f.Pos(i).Errorf("the control character %U stands here", r).
				WithHint("delete it; if it cannot be seen, type the line anew")
		}
	}
	return f, nil
}

func unreadable(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return source.Pos{}.Errorf("%s cannot be read: %s", name, err)
}

// missing tells of a file that is not there, and of one beside it whose name is similar.
func missing(path string) error {
	e := source.Pos{}.Errorf("%s: there is no such file", path)
	near := source.Suggest(filepath.Base(path), problemFiles(filepath.Dir(path)))
	if near == "" {
		return e.WithHint(startHint)
	}
	return e.WithHint("did you mean %s?", filepath.Join(filepath.Dir(path), near))
}

func directory(path string) error {
	e := source.Pos{}.Errorf("%s is a directory, not a problem file", path)
	files := problemFiles(path)
	if len(files) == 0 {
		return e.WithHint(startHint)
	}
	return e.WithHint("name a file in it, such as %s", filepath.Join(path, files[0]))
}

// problemFiles are the names, in order, of what may be problem files in a directory.
func problemFiles(dir string) (names []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") {
			names = append(names, e.Name())
		}
	}
	return names
}
