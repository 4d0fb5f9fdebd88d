package response_test

import (
	"math/big"
	"strings"
	"testing"

	"longhand/generator/exercise/response"
	"longhand/generator/source"
)

func TestNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0.25": "1/4", "0,25": "1/4", "-0.25": "-1/4", "−0.25": "-1/4", "–0,25": "-1/4", " 0.25 ": "1/4", "- 0.25": "-1/4", ".25": "1/4",
		"1/4": "1/4", "1 / 4": "1/4", "-1/4": "-1/4", "1/-4": "-1/4", "2.5e-1": "1/4", "2.5E-1": "1/4", "2,5 × 10^-1": "1/4", "2.5·10^−1": "1/4", "2.5*10^{-1}": "1/4",
		"≈ 0.25": "1/4", "= 0.25": "1/4", "+0.25": "1/4", "1 000": "1000", "1\u202f000": "1000", "7.": "7", "0.5/2": "1/4", "0": "0",
		"‑0.25": "-1/4", "—0,25": "-1/4", "25%": "1/4", "25 %": "1/4", "-2,5 × 10⁻¹": "-1/4", "2.5 x 10^-1": "1/4", "~0.25": "1/4", "0,250 000 0": "1/4",
		"12 345,6": "61728/5", "\t0.25\r": "1/4", "0.25e+0": "1/4",
	} {
		got, err := response.Number(text)
		if err != nil || got.RatString() != want {
			t.Errorf("%q is read as %v, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "x", "1,234.5", "1.2.3", "1/0", "1/2/3", "0.2 5x", "e5", "1e99999", "--1", "nan", "inf", "0x10", ".", ",", "1e", "½",
		"1 1/2", "0.2 5", "12 34", "1 0000", "2.5×10-3", "2.5×103", "0.5²", "0.25 m", "z=1", "1%%", "%", "1e5e5", "5 6", "1.234.567"} {
		if got, err := response.Number(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

// FuzzNumber holds that reading never panics, and that what is read is read as the same where a comma is its point.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"0.25", "1/4", "-2.5e-3", "−1", "2,5 × 10^-1", "1e9999/1e-9999", "≈", "{}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := response.Number(s)
		if err != nil {
			return
		}
		y, err := response.Number(strings.ReplaceAll(s, ".", ","))
		if err != nil || x.Cmp(y) != 0 {
			t.Errorf("%q is %v, and with commas %v, %v", s, x, y, err)
		}
		if x.Cmp(new(big.Rat).Set(x)) != 0 {
			t.Error("not itself")
		}
	})
}

func TestRead(t *testing.T) {
	for name, text := range map[string]string{
		"long":       "student,id,blank,answer\nAnn,s-1,1,0.5\nAnn,s-1,2,\"0,25\"\nBob,s-2,1,x\nBob,s-2,2,\n",
		"wide":       "student,id,1,2\nAnn,s-1,0.5,\"0,25\"\nBob,s-2,x,\n",
		"semicolons": "\ufeffStudent;ID;1;2\r\nAnn;s-1;0.5;0,25\r\nBob;s-2;x;\r\n\r\n",
		"names":      "student;id;blank;answer\nAnn;s-1;1;0.5\nAnn;s-1;2;0,25\nBob;s-2;1;x\n\"Bob\";\"s-2\";\"2\";\"\"\n",
		"Excel":      "sep=;\r\nstudent;id;1;2\r\nAnn;s-1;0.5;0,25\r\nBob;s-2;x;\r\n",
		"tabs":       "id\tstudent\t1\t2\ns-1\tAnn\t0.5\t0,25\ns-2\tBob\tx\t\n",
	} {
		list, err := response.Read(source.NewFile("responses.csv", text), false)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, r := range list {
			for _, a := range r.Answers {
				got = append(got, strings.Join([]string{r.Student, r.ID, a.Blank, a.Text}, " "))
			}
		}
		if want := "Ann s-1 1 0.5|Ann s-1 2 0,25|Bob s-2 1 x|Bob s-2 2 "; strings.Join(got, "|") != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestReadMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "responses.csv:1:1: the file has no header",
		"student,id,1\n":                       "the file holds no responses",
		"id,1\ns-1,2\n":                        "there is no column student",
		"student,1\nAnn,2\n":                   "there is no column id",
		"student,id,blank\nA,s,1\n":            "the columns blank and answer belong together",
		"student,id,1,1\nA,s,1,2\n":            "the column 1 appears twice",
		"student,id,1\nAnn,s-1,0,25\n":         "responses.csv:2:1: this line has 4 fields, but the header has 3",
		"student,id,1\nAnn,s-1,5\nAnn,s-1,6\n": "responses.csv:3:1: the student Ann appears a second time",
		"student,id,blank,answer\nAnn,s-1,1,5\nAnn,s-2,2,5\n":   "responses.csv:3:1: the student Ann has two sheets",
		"student,id,blank,answer\nAnn,s-1,1,5\n\nAnn,s-1,1,6\n": "responses.csv:4:1: the student Ann answers blank 1 a second time",
		"student,id,1\nAnn,s-1,5\nBob,S-1,6\n":                  "responses.csv:3:1: Bob has the sheet S-1, and so has Ann",
		"sep=,\nstudent,id,1\nAnn,s-1,5\nAnn,s-1,6\n":           "responses.csv:4:1: the student Ann appears a second time",
		"student,id,1\nAnn \"A\",s-1,5\n":                       "responses.csv:2:5: this line cannot be read as CSV",
		"student,id,1\nM\xfcller,s-1,5\n":                       "responses.csv:2:2: the file is not in UTF-8",
		"\xff\xfes\x00t\x00":                                    "the file is not in UTF-8",
		"student,id,blank,answer\n,s-1,1,5\n":                   "responses.csv:2:1: this line names no student",
	} {
		_, err := response.Read(source.NewFile("responses.csv", text), false)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// TestShared holds that several students may have one sheet where that is said, and that names of blanks may have commas.
func TestShared(t *testing.T) {
	list, err := response.Read(source.NewFile("responses.csv", "student;id;W1[1,2]\nAnn;s-1;5\nBob;s-1;6\n"), true)
	if err != nil || len(list) != 2 || list[1].Answers[0].Blank != "W1[1,2]" || list[1].Answers[0].Text != "6" {
		t.Errorf("%v, %v", list, err)
	}
}

func TestClass(t *testing.T) {
	for name, text := range map[string]string{
		"names": "Ann\n Bob \n\n", "header": "student\nAnn\nBob", "table": "no;student;room\n1;Ann;a\n2;\"Bob\";b\n",
	} {
		class, err := response.ReadClass(source.NewFile("class.csv", text))
		if err != nil || strings.Join(class, "|") != "Ann|Bob" {
			t.Errorf("%s: %q, %v", name, class, err)
		}
	}
	class, err := response.ReadClass(source.NewFile("class.csv", "student\n\"Smith, Ann\"\n"))
	if err != nil || class[0] != "Smith, Ann" {
		t.Errorf("%q, %v", class, err)
	}
	for text, want := range map[string]string{"A\nB\nA\n": "class.csv:3:1: the student A is in the class twice", "student\n": "names no students"} {
		if _, err := response.ReadClass(source.NewFile("class.csv", text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	responses := []*response.Response{{Student: "Ann"}}
	if absent, err := response.Compare(responses, []string{"Ann", "Bob"}); err != nil || strings.Join(absent, "|") != "Bob" {
		t.Errorf("%q, %v", absent, err)
	}
}
