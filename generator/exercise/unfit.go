package exercise

import (
	"fmt"
	"math/big"
	"sort"

	"longhand/generator/problem"
)

// UnfitError says that no draw met all demands.
type UnfitError struct {
	Variant int
	Tries   int

	failed map[string]int
}

// Hardest is the demand that most draws did not meet, and how many did not.
func (u *UnfitError) Hardest() (string, int) {
	var demands []string
	for d := range u.failed {
		demands = append(demands, d)
	}
	sort.Slice(demands, func(i, j int) bool {
		a, b := u.failed[demands[i]], u.failed[demands[j]]
		return a > b || a == b && demands[i] < demands[j]
	})
	return demands[0], u.failed[demands[0]]
}

func (u *UnfitError) Error() string {
	demand, n := u.Hardest()
	return fmt.Sprintf("no numbers fit to teach were found for variant %d in %s: the hardest demand, which %d of them did not meet, is %s",
		u.Variant, count(int64(u.Tries), "try", "tries"), n, demand)
}

// ExhaustedError says that there are fewer different variants than are asked for.
type ExhaustedError struct {
	Size *big.Int // how many combinations there are of the numbers that vary
	Fit  int      // how many of them are fit to teach; −1 where nobody has looked
}

func (x *ExhaustedError) Error() string {
	all := x.Size.String() + " different sets of numbers"
	if x.Size.Cmp(big.NewInt(1)) == 0 {
		all = "one set of numbers"
	}
	if x.Fit < 0 {
		return fmt.Sprintf("what varies gives only %s, and every worksheet is to have its own", all)
	}
	return fmt.Sprintf("what varies gives only %s, of which %d are fit to teach, and every worksheet is to have its own", all, x.Fit)
}

// remedies say what helps where no numbers meet a demand.
var remedies = map[string]string{
	demandValue:    "vary so that no divisor becomes 0 and every root and logarithm exists, also where it is computed from rounded numbers (more places: display: places)",
	demandVisible:  "ask for more places (display: places), or vary within larger numbers",
	demandTies:     "vary in smaller steps, ask for other places, or switch it off (require: {no ties: false})",
	demandSlope:    "vary within smaller numbers, or allow it (require: {slope: 0})",
	demandLoss:     "vary eta, or the numbers, within smaller ones, or switch it off (require: {loss falls: false})",
	demandAnswers:  "vary more, in smaller steps, or switch it off (require: {answers differ: false})",
	demandMistakes: "ask for more places (display: places), vary more, or switch it off (require: {mistakes differ: false})",
}

// located puts the error where the problem file says what varies, and says what would help.
func located(p *problem.Problem, err error) error {
	hint := "vary more, in smaller steps, or write fewer worksheets"
	if unfit, ok := err.(*UnfitError); ok {
		demand, _ := unfit.Hardest()
		hint = remedies[demand]
	}
	if len(p.Vary) == 0 {
		return p.File.Pos(0).Errorf("%v", err).WithHint("add `vary:`, which says what changes; or else: %s", hint).Because(err)
	}
	return p.Vary[0].Pos.Errorf("%v", err).WithHint("%s", hint).Because(err)
}

func count(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
