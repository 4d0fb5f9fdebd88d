package generator

import (
	"context"
	"errors"
	"flag"
	"os"
	"testing"

	"golang.org/x/tools/txtar"

	"longhand/generator/problem"
	"longhand/generator/source"
)

var update = flag.Bool("update", false, "write golden files anew")

// Every bad model is refused at the place of the mistake, with what led there: the files NAME.yaml of the archive and
// what is said of them, NAME.txt.
func TestBadModels(t *testing.T) {
	const path = "testdata/bad-models.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		file, want := archive.Files[i], &archive.Files[i+1]
		p, err := problem.Parse(source.NewFile(file.Name, string(file.Data)))
		if err == nil {
			_, _, err = Example(context.Background(), p)
		}
		var placed *source.Error
		if !errors.As(err, &placed) {
			t.Errorf("%s: %v is no error with a place", file.Name, err)
			continue
		}
		if *update {
			want.Data = []byte(err.Error() + "\n")
		} else if got := err.Error() + "\n"; got != string(want.Data) {
			t.Errorf("%s: got\n%swant\n%s", file.Name, got, want.Data)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Every entry of every gradient of every problem that is shipped agrees with a central difference.
func TestShippedGradients(t *testing.T) {
	for _, name := range Embedded() {
		p, err := open(name, nil)
		if err != nil {
			t.Fatal(err)
		}
		x, tr, err := Example(context.Background(), p)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, parameter := range x.Parameters() {
			s, _ := tr.Step(parameter.Name)
			for i := range s.Value.Items {
				digits, same, err := tr.Agreement(x.Model.Loss, parameter.Name, i, parameter.Gradient)
				if err != nil || !same && digits < 20 {
					t.Errorf("%s: %s entry %d agrees in %d digits only: %v", name, parameter.Gradient, i, digits, err)
				}
			}
		}
	}
}
