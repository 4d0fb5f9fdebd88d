package verify

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"longhand/generator/source"
)

// sarifSchema is the schema of SARIF 2.1.0 as its committee published it, which the package jest-sarif ships.
const sarifSchema = "../../.ci/tools/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

// TestSARIFSchema holds that reports with every verdict, and one of nothing, are valid by the schema; and that the schema
// would refuse one that is not.
func TestSARIFSchema(t *testing.T) {
	schema := compileSARIF(t)
	var reports []*Report
	for _, path := range articles(t) {
		reports = append(reports, examine(t, path))
	}
	reports = append(reports, Verify(source.NewFile("C:\\a b\\x.md", "$x = 0.5 \\cdot 3 = 1.6$ and \xff"), Options{}))
	for _, c := range []struct {
		reports []*Report
		strict  bool
	}{{reports, false}, {reports, true}, {nil, false}} {
		var b bytes.Buffer
		if err := WriteSARIF(&b, c.reports, c.strict); err != nil {
			t.Fatal(err)
		}
		if err := validate(schema, b.Bytes()); err != nil {
			t.Errorf("%d reports, strict %t: %v", len(c.reports), c.strict, err)
		}
		if len(c.reports) == 0 {
			continue
		}
		for _, broken := range [][2]string{{`"startLine": `, `"startLine": -`}, {`"level": "error"`, `"level": "fatal"`}, {`"version": "2.1.0"`, `"version": "3"`}} {
			text := bytes.Replace(b.Bytes(), []byte(broken[0]), []byte(broken[1]), 1)
			if validate(schema, text) == nil {
				t.Errorf("a report with %s is valid", broken[1])
			}
		}
	}
}

func validate(schema *jsonschema.Schema, text []byte) error {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

func compileSARIF(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(sarifSchema))
	if err != nil {
		if os.Getenv("LONGHAND_REQUIRE_TOOLS") == "1" {
			t.Fatal(err)
		}
		t.Skip("the schema of SARIF is not installed (.ci/run installs it)")
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", value); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}
