package tex

import (
	"regexp"
	"strings"
	"unicode"

	"longhand/generator/formula"
)

// A quantity has one name, in files, flags, templates and JSON, and one spelling in TeX:
//
//	z1          z^{(1)}                                   digits behind the letter are the layer
//	W1_new      W^{(1)}_{\text{new}}                      _ begins a subscript
//	w_in^+      w_{\text{in}}^{+}                         ^ begins a superscript
//	delta2      \delta^{(2)}                              Greek letters by name
//	yhat        \hat{y}                                   accents behind the letter
//	dL/dW1      \frac{\partial L}{\partial W^{(1)}}       a derivative; ∂ where a capital (an objective) is derived,
//	dy/dz2      \frac{dy}{dz^{(2)}}                       d where it is a function entry by entry
//	ones        \mathbf{1}                                the column of ones
//
// A subscript that is a number, as in z_1, is no part of a name: it is an Index.

// greek are the Greek letters that have a TeX command of their own name.
var greek = map[string]string{
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
	"theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
	"rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
	"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
	"Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}

// ellipses are the signs for what is left out of a long formula or a large matrix, by command. They are symbols without
// a value.
var ellipses = map[string]string{
	"cdots": formula.Dots.Name, "ldots": formula.Dots.Name, "dots": formula.Dots.Name,
	"vdots": formula.DotsDown.Name, "ddots": formula.DotsAcross.Name,
}

// ellipsisTeX is how they are printed.
var ellipsisTeX = map[string]string{
	formula.Dots.Name: `\cdots`, formula.DotsDown.Name: `\vdots`, formula.DotsAcross.Name: `\ddots`,
}

// accents are TeX accents, written behind the letter in a name.
var accents = []string{"hat", "bar", "tilde", "vec", "dot"}

// Name is a name taken apart.
type Name struct {
	Over  *Name  // the numerator of a derivative, whose denominator the rest is; nil for a plain name
	Base  string // a letter, a Greek letter's name, or a word
	Layer string // digits behind the base
	Sub   string // behind _
	Super string // behind ^
}

var plainName = regexp.MustCompile(`^(\pL+)(\d*)(?:_([^^]+))?(?:\^(.+))?$`)

// ParseName takes a name apart. ok is false where it is not a name.
func ParseName(name string) (n Name, ok bool) {
	if over, under, found := strings.Cut(name, "/"); found {
		if len(over) < 2 || len(under) < 2 || over[0] != 'd' || under[0] != 'd' {
			return n, false
		}
		top, ok1 := ParseName(over[1:])
		n, ok2 := ParseName(under[1:])
		n.Over = &top
		return n, ok1 && ok2 && top.Over == nil
	}
	m := plainName.FindStringSubmatch(name)
	if m == nil {
		return n, false
	}
	return Name{Base: m[1], Layer: m[2], Sub: m[3], Super: m[4]}, true
}

// String puts a name together again.
func (n Name) String() string {
	s := n.Base + n.Layer
	if n.Sub != "" {
		s += "_" + n.Sub
	}
	if n.Super != "" {
		s += "^" + n.Super
	}
	if n.Over != nil {
		return "d" + n.Over.String() + "/d" + s
	}
	return s
}

// Symbol is the TeX of a quantity's name. A name that follows no rule is set as upright text.
func Symbol(name string) string { return symbolTeX(name, "") }

// symbolTeX spells a name with an index added to its subscript.
func symbolTeX(name, index string) string {
	if name == ones {
		return sub(`\mathbf{1}`, index)
	}
	if dots, ok := ellipsisTeX[name]; ok {
		return sub(dots, index)
	}
	n, ok := ParseName(name)
	if !ok {
		return sub(`\text{`+escapeText(name)+`}`, index)
	}
	if n.Over == nil {
		return n.tex(index)
	}
	top, bottom := *n.Over, n
	bottom.Over = nil
	d, topIndex := `\partial `, ""
	if !isObjective(top) || isLayer(top, bottom) {
		// y and z in dy/dz have the same shape, and dyᵢ/dzᵢ is the entry meant.
		d, topIndex = "d", index
	}
	return `\frac{` + d + top.tex(topIndex) + `}{` + d + bottom.tex(index) + `}`
}

// isObjective says whether a derivative of the name is written with ∂: objectives have capital letters, or
// are ℓ.
func isObjective(n Name) bool { return unicode.IsUpper([]rune(n.Base)[0]) || n.Base == "ell" }

// isLayer says whether a derivative is that of a batch's activations in its pre-activations, dA/dZ: capitals that are no
// objectives.
func isLayer(top, bottom Name) bool {
	return bottom.Base == "Z" && (top.Base == "A" || top.Base == "Y")
}

func (n Name) tex(index string) string {
	s := baseTeX(n.Base)
	super := n.Super
	if isWord(super) {
		super = `\text{` + super + `}` // a letter in italics would be a power
	}
	if n.Layer != "" {
		super = "(" + n.Layer + ")" + super
	}
	if super != "" {
		s += "^{" + super + "}"
	}
	subscript := ""
	if n.Sub != "" {
		subscript = wordTeX(n.Sub)
	}
	if index != "" && subscript != "" {
		subscript += ","
	}
	return sub(s, subscript+index)
}

func sub(s, subscript string) string {
	if subscript == "" {
		return s
	}
	return s + "_{" + subscript + "}"
}

func baseTeX(base string) string {
	if base == ones {
		return `\mathbf{1}`
	}
	if _, ok := greek[base]; ok || base == "ell" {
		return `\` + base
	}
	for _, a := range accents {
		letter, found := strings.CutSuffix(base, a)
		if _, isGreek := greek[letter]; found && (len([]rune(letter)) == 1 || isGreek) {
			return `\` + a + "{" + baseTeX(letter) + "}"
		}
	}
	if len([]rune(base)) > 1 {
		return `\text{` + base + `}`
	}
	return base
}

// wordTeX sets a subscript: a word upright, with a number behind it too, a letter or a code such as h1 as it is. Several
// are parted by commas.
func wordTeX(word string) string {
	if first, rest, several := strings.Cut(word, ","); several {
		return wordTeX(first) + "," + wordTeX(rest)
	}
	letters := 0
	for _, r := range strings.TrimRight(word, "0123456789") {
		if !unicode.IsLetter(r) {
			return word
		}
		letters++
	}
	if digits := word[len(strings.TrimRight(word, "0123456789")):]; digits != "" {
		if letters > 3 {
			return `\text{` + word + `}`
		}
		return word
	}
	if _, ok := greek[word]; ok {
		return `\` + word
	}
	if letters == 1 && !strings.Contains(indexLetters, word) { // an italic i would count entries
		return word
	}
	return `\text{` + word + `}`
}

func isWord(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// escapeText makes any text harmless inside \text{…}.
func escapeText(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash `, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`,
		"_", `\_`, "^", `\^{}`, "~", `\~{}`).Replace(s)
}

// unescapeText undoes escapeText.
func unescapeText(s string) string {
	if !strings.ContainsAny(s, `\`) {
		return s
	}
	return strings.NewReplacer(`\textbackslash `, `\`, `\{`, "{", `\}`, "}", `\$`, "$", `\&`, "&", `\#`, "#", `\%`, "%",
		`\_`, "_", `\^{}`, "^", `\~{}`, "~", `\ `, " ").Replace(s)
}
