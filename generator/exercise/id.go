package exercise

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"longhand/generator/problem"
)

// ID is what is printed on a sheet: enough, with the problem file, to write the same sheet and key again. Its text is
//
//	two-two-one-rx7-k2m9q4wz-7-12
//
// with the problem's name, the settings (what is blank, what is carried, places, how much is faded), the problem's
// version, the seed and the variant.
type ID struct {
	Problem string
	Display problem.Display // without Rounding, which belongs to the version
	Version string
	Seed    uint64
	Variant int
}

var (
	blankLetters = map[problem.Blank]string{problem.BlankResults: "r", problem.BlankSteps: "s", problem.BlankAll: "a"}
	carryLetters = map[problem.Carry]string{problem.CarryExact: "x", problem.CarryRounded: "r"}
	idText       = regexp.MustCompile(`^(.+)-([rsa])([xr])(\d+)(?:f(\d+))?-([a-z2-7]{8})-(\d+)-(\d+)$`)
)

func (id ID) String() string {
	settings := blankLetters[id.Display.Blank] + carryLetters[id.Display.Carry] + strconv.Itoa(id.Display.Places)
	if id.Display.Fade != problem.FadeAll {
		settings += "f" + strconv.Itoa(id.Display.Fade)
	}
	return fmt.Sprintf("%s-%s-%s-%d-%d", id.Problem, settings, id.Version, id.Seed, id.Variant)
}

// ParseID reads an ID. Upper case is as good as lower case.
func ParseID(text string) (ID, error) {
	m := idText.FindStringSubmatch(strings.ToLower(strings.TrimSpace(text)))
	if m == nil {
		return ID{}, fmt.Errorf("%q is not the ID of a sheet: one looks like two-two-one-rx7-k2m9q4wz-7-12", text)
	}
	id := ID{Problem: strings.TrimSpace(text)[:len(m[1])], Version: m[6], Display: problem.Display{Fade: problem.FadeAll}}
	for blank, letter := range blankLetters {
		if letter == m[2] {
			id.Display.Blank = blank
		}
	}
	for carry, letter := range carryLetters {
		if letter == m[3] {
			id.Display.Carry = carry
		}
	}
	var err [4]error
	id.Display.Places, err[0] = strconv.Atoi(m[4])
	if m[5] != "" {
		id.Display.Fade, err[1] = strconv.Atoi(m[5])
	}
	id.Seed, err[2] = strconv.ParseUint(m[7], 10, 64)
	id.Variant, err[3] = strconv.Atoi(m[8])
	for _, e := range err {
		if e != nil {
			return ID{}, fmt.Errorf("%q is not the ID of a sheet: a number in it is too large", text)
		}
	}
	if id.Variant < 1 || id.Variant > MostVariants {
		return ID{}, fmt.Errorf("%q is not the ID of a sheet: variants are counted from 1 to %d", text, MostVariants)
	}
	return id, nil
}

// Set gives the overrides with which a problem gets the settings of the ID.
func (id ID) Set() []string {
	set := []string{
		"display.blank=" + string(id.Display.Blank),
		"display.carry=" + string(id.Display.Carry),
		"display.places=" + strconv.Itoa(id.Display.Places),
	}
	if id.Display.Fade != problem.FadeAll {
		set = append(set, "display.fade="+strconv.Itoa(id.Display.Fade))
	}
	return set
}

// ID is that of a variant, as it is printed.
func (e *Exercise) ID(variant int) string {
	return ID{e.Problem.Name, e.Problem.Display, e.version, e.Seed, variant}.String()
}

// Check refuses an ID of another problem, or of another version of this one.
func (e *Exercise) Check(id ID) error {
	if !strings.EqualFold(id.Problem, e.Problem.Name) {
		return fmt.Errorf("%v is a sheet of the problem %s, not of %s", id, id.Problem, e.Problem.Name)
	}
	if id.Version != e.version {
		return fmt.Errorf("%v is a sheet of another version of %s: the problem file, or the program, has changed since (that version is %s, this one %s)",
			id, e.Problem.Name, id.Version, e.version)
	}
	return nil
}

// format goes up where the program draws numbers or tells a sheet differently, so that older IDs are refused.
const format = 2

// version is a hash of the problem, short enough to be typed.
func version(p *problem.Problem) string {
	digest := p.Digest()
	h := sha256.Sum256(fmt.Appendf(digest[:], "format %d, rounding %v", format, p.Display.Rounding))
	return strings.ToLower(base32.StdEncoding.EncodeToString(h[:])[:8])
}
