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
		"1/4": "1/4", "-1/4": "-1/4", "1/-4": "-1/4", "2.5e-1": "1/4", "2.5E-1": "1/4", "2,5 × 10^-1": "1/4", "2.5·10^−1": "1/4", "2.5*10^{-1}": "1/4",
		"≈ 0.25": "1/4", "= 0.25": "1/4", "+0.25": "1/4", "1 000": "1000", "1\u202f000": "1000", "7.": "7", "0.5/2": "1/4", "0": "0",
	} {
		got, err := response.Number(text)
		if err != nil || got.RatString() != want {
			t.Errorf("%q is read as %v, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "x", "1,234.5", "1.2.3", "1/0", "1/2/3", "0.2 5x", "e5", "1e99999", "--1", "nan", "inf", "0x10", ".", ",", "1e", "½"} {
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
		"tabs":       "id\tstudent\t1\t2\ns-1\tAnn\t0.5\t0,25\ns-2\tBob\tx\t\n",
	} {
		list, err := response.Read(source.NewFile("responses.csv", text))
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
		"student,id,blank,answer\n,s-1,1,5\n":                   "responses.csv:2:1: this line names no student",
	} {
		_, err := response.Read(source.NewFile("responses.csv", text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
