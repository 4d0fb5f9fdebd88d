package exercise_test

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"longhand/generator"
	"longhand/generator/exercise"
	"longhand/generator/exercise/response"
	"longhand/generator/number"
	"longhand/generator/problem"
	"longhand/generator/source"
)

const twoTwoOne = "../../templates/problems/two-two-one.yaml"

func prepare(t testing.TB, set ...string) *exercise.Exercise {
	t.Helper()
	p, err := problem.Read(twoTwoOne)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.Override(set); err != nil {
		t.Fatal(err)
	}
	e, err := exercise.New(t.Context(), p, 7, generator.Example)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func variant(t testing.TB, e *exercise.Exercise, n int) *exercise.Variant {
	t.Helper()
	v, err := e.Variant(context.Background(), n)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// rounder rounds to the nearest, or, where sloppy, up or down to a neighbour that is no farther away than half a unit of
// the last place: of the two that a tie has, either, and now and then with more places than asked.
func rounder(random *rand.Rand, sloppy bool) func(number.Real, int) number.Real {
	return func(x number.Real, places int) number.Real {
		mode := number.HalfUp
		if sloppy {
			if random.IntN(3) == 0 {
				places += random.IntN(4)
			}
			if random.IntN(2) == 0 {
				mode = number.HalfEven
			}
		}
		d, err := x.Places(places, mode)
		if err != nil {
			panic(err)
		}
		return number.FromDecimal(d)
	}
}

// write puts a number down in one of the ways that people have.
func write(random *rand.Rand, x *big.Rat, places int) string {
	text := x.FloatString(places + 3)
	text = strings.TrimRight(text, "0")
	text = strings.TrimSuffix(text, ".")
	switch random.IntN(6) {
	case 0:
		text = strings.Replace(text, ".", ",", 1)
	case 1:
		text = strings.Replace(text, "-", "−", 1)
	case 2:
		text = " " + text + " "
	case 3:
		if sign, digits, ok := strings.Cut(text, "0."); ok {
			text = sign + "." + digits
		}
	case 4:
		if x.Denom().IsInt64() && x.Denom().Int64() < 100 {
			text = x.RatString()
		}
	}
	return text
}

func responseOf(random *rand.Rand, v *exercise.Variant, answers []*big.Rat) *response.Response {
	file := source.NewFile("responses.csv", "student,id")
	r := &response.Response{Student: "A", ID: v.ID, Pos: file.Pos(0)}
	for i, x := range answers {
		r.Answers = append(r.Answers, response.Answer{Blank: fmt.Sprint(i + 1), Text: write(random, x, v.Problem.Display.Places), Pos: file.Pos(0)})
	}
	return r
}

// TestClass marks a simulated class of 1,000, half of which goes on with full values and half with rounded ones. A
// student who rounds differently within the rule is right everywhere. A student who makes one mistake and computes rightly
// from there loses points in that step alone, and the mistake is named. A typo is wrong, and nothing else is.
func TestClass(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	c := number.NewContext(192)
	planted, named := 0, 0
	kindsSeen := map[string]int{}
	for _, carry := range []string{"exact", "rounded"} {
		e := prepare(t, "display.carry="+carry)
		steps, kinds := exercise.StepNames(e), exercise.Kinds()
		for student := range 500 {
			v := variant(t, e, student%25+1)
			act := exercise.Act{Round: rounder(random, student%2 == 1)}
			typo := -1
			switch student % 5 {
			case 2, 3:
				for { // a mistake that this sheet can show
					act.At, act.Kind = steps[random.IntN(len(steps))], kinds[random.IntN(len(kinds))]
					if len(v.Told(act.At, act.Kind)) > 0 {
						break
					}
				}
			case 4:
				typo = random.IntN(len(v.Answers))
			}
			answers, made := v.Simulate(c, act)
			if act.Kind != "" && !made {
				t.Fatalf("%s was not made in %s", act.Kind, act.At)
			}
			if typo >= 0 {
				answers[typo] = new(big.Rat).Add(answers[typo], big.NewRat(int64(1+random.IntN(9)), 100))
			}
			verdicts, err := v.Judge(responseOf(random, v, answers))
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for i, verdict := range verdicts {
				earns := verdict.Outcome == exercise.Right || verdict.Outcome == exercise.Followed
				inStep := act.Kind != "" && strings.Split(v.Answers[i].Name, "[")[0] == act.At
				switch {
				case inStep && !earns:
					for _, m := range verdict.Mistakes {
						found = found || m == act.Kind
					}
				case i == typo:
					if !earns {
						break
					}
					t.Errorf("%s: the typo %s for %s in %s is called %s", v.ID, verdict.Text, verdict.Answer.Key.Text, verdict.Answer.Name, verdict.Outcome)
				case i != typo && typo >= 0 && !earns: // those after it do not follow from it: it is a slip of the pen
					if verdict.Outcome != exercise.Right {
						t.Errorf("%s: %s of %s is %s", v.ID, verdict.Text, verdict.Answer.Name, verdict.Outcome)
					}
				case !inStep && !earns:
					t.Errorf("%s, %s, %s in %s: %s for %s (±%s) in %s is called %s", v.ID, carry, act.Kind, act.At, verdict.Text,
						verdict.Answer.Key.Text, verdict.Answer.Tolerance, verdict.Answer.Name, verdict.Outcome)
				case act.Kind == "" && typo < 0 && verdict.Outcome != exercise.Right:
					t.Errorf("%s, %s: %s for %s (±%s) in %s is called %s", v.ID, carry, verdict.Text,
						verdict.Answer.Key.Text, verdict.Answer.Tolerance, verdict.Answer.Name, verdict.Outcome)
				}
			}
			if act.Kind != "" {
				planted++
				kindsSeen[act.Kind]++
				if found {
					named++
				} else {
					t.Logf("%s: %s in %s is not named", v.ID, act.Kind, act.At)
				}
			}
		}
	}
	t.Logf("%d of %d mistakes named: %v", named, planted, kindsSeen)
	if 100*named < 95*planted {
		t.Errorf("only %d of %d mistakes are named", named, planted)
	}
}
