package tex

// What the lexer makes of control sequences and of characters outside ASCII. To read one more notation, add it here.

var ignoredRunes = runeSet("\u200b\u200c\u200d\ufeff\u2060\u2061\u2062\u2063")

// unspoken are currencies and quotation marks, which change no number.
var unspoken = runeSet("€£¥₹$\"“”„")

var ignoredCommands = wordSet(`left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr biggm Biggl Biggr
	displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits ! , ; : > small footnotesize normalsize large Large tiny
	bf rm it nonumber notag thinspace medspace thickspace enspace strut mathstrut hfill centering noindent allowbreak
	euro $ mathrel mathbin mathop mathopen mathclose mathord - /`)

var sizing = wordSet(`left right middle`)

var skippedWithArgument = wordSet(`label tag hspace vspace phantom hphantom vphantom mspace hskip cline`)

var textCommands = wordSet(`text textrm textit texttt textsf textnormal mathrm mathsf mathtt mathit operatorname mbox textup intertext`)

// wrappers show what they hold in another way and mean the same.
var wrappers = wordSet(`boxed Aboxed fbox mathbf boldsymbol bm pmb cancel bcancel xcancel textbf emph underline uline uuline ensuremath hl
	mathcal mathbb mathfrak mathscr framebox bbox tcboxmath`)

// coloured wrappers have an argument before what they hold.
var coloured = wordSet(`textcolor mathcolor colorbox`)

var braced = wordSet(`underbrace overbrace`)

// otherNames are the names that wikis gave to commands, and some typesetters of formulas still know.
var otherNames = map[string]string{
	"part": "partial", "sdot": "cdot", "plusmn": "pm", "infin": "infty", "isin": "in", "rarr": "rightarrow", "rArr": "Rightarrow",
	"larr": "leftarrow", "harr": "leftrightarrow", "lang": "langle", "rang": "rangle", "thetasym": "vartheta", "alefsym": "aleph",
}

// bareCommands are commands whose backslash may have been lost.
var bareCommands = wordSet(`frac dfrac tfrac sqrt boxed mathbf`)

var fractionCommands = wordSet(`frac dfrac tfrac cfrac nicefrac sfrac`)

// alignments are environments that set equations and mean nothing of their own; those in counted have an argument.
var (
	alignments = wordSet(`aligned align alignat alignedat flalign split gather gathered equation eqnarray multline multlined displaymath math
	dmath`)
	counted = wordSet(`array alignat alignedat`)
)

// SetsFormulas says whether an environment, named without its asterisk, holds formulas.
func SetsFormulas(environment string) bool {
	return alignments[environment] || matrices[environment] || environment == "cases"
}

var matrices = wordSet(`bmatrix pmatrix matrix Bmatrix vmatrix smallmatrix array`)

// commandRelations give a relation's name: "=", "≈", "→" are read; "<" stands for every other one.
var commandRelations = map[string]string{
	"approx": "≈", "simeq": "≈", "cong": "≈", "approxeq": "≈", "thickapprox": "≈", "doteq": "≈", "fallingdotseq": "≈",
	"to": "→", "rightarrow": "→", "Rightarrow": "→", "longrightarrow": "→", "Longrightarrow": "→", "implies": "→",
	"mapsto": "→", "leadsto": "→", "rightsquigarrow": "→", "iff": "→", "Leftrightarrow": "→", "xrightarrow": "→",
	"leftarrow": "=", "gets": "=", "coloneqq": "=", "equiv": "=", "triangleq": "=",
	"lt": "<", "gt": "<", "le": "<", "ge": "<", "leq": "<", "geq": "<", "ne": "<", "neq": "<", "in": "<", "notin": "<",
	"propto": "<", "ll": "<", "gg": "<", "sim": "<", "leqslant": "<", "geqslant": "<", "subset": "<", "colon": "<",
	"because": "<", "therefore": "<", "forall": "<", "exists": "<",
}

var asciiRelations = [][2]string{
	{"==", "="}, {"~=", "≈"}, {"≈", "≈"}, {"=>", "→"}, {"->", "→"}, {"<-", "="}, {"<=", "<"}, {">=", "<"}, {"!=", "<"},
}

// wordRelations say in words that two sides are equal.
var wordRelations = wordSet(`equals entspricht égale equivale`)

var runeRelations = map[rune]string{
	'=': "=", '＝': "=", '≈': "≈", '≃': "≈", '≅': "≈", '≐': "≈", '≒': "≈", '≔': "=", '≡': "=", '←': "=",
	'→': "→", '⟶': "→", '⇒': "→", '⟹': "→", '↦': "→", '⇔': "→", '⟼': "→", '➜': "→", '➡': "→",
	'<': "<", '>': "<", '≤': "<", '≥': "<", '≠': "<", '∈': "<", '∝': "<", '≪': "<", '≫': "<", '∼': "<",
}

var runeOps = map[rune]rune{
	'−': '-', '–': '-', '‐': '-', '‑': '-', '﹣': '-', '－': '-', '⁻': '-', '＋': '+',
	'·': '*', '⋅': '*', '∙': '*', '∗': '*', '×': '*', '✕': '*', '✖': '*', '⨯': '*', '•': '*',
	'÷': '/', '∕': '/', '⁄': '/', '∘': '⊙', '◦': '⊙', '⨀': '⊙',
	'’': '\'', '′': '\'', '‘': '\'', '‖': '|', '∥': '|', '（': '(', '）': ')', '，': ',', '、': ',', '；': ';', '：': ':', '［': '[', '］': ']', '／': '/', '˚': '°', 'º': '°', '％': '%',
}

var runeCommands = map[rune]string{
	'⋯': "cdots", '⋮': "vdots", '⋱': "ddots", '√': "sqrt", '∑': "sum", '∂': "partial", '∇': "nabla", '∞': "infty", '∫': "int", '∏': "prod", '±': "pm",
	'½': "1/2", '⅓': "1/3", '⅔': "2/3", '¼': "1/4", '¾': "3/4", '⅕': "1/5", '⅛': "1/8",
}

var superscripts = map[rune]string{
	'⁰': "0", '¹': "1", '²': "2", '³': "3", '⁴': "4", '⁵': "5", '⁶': "6", '⁷': "7", '⁸': "8", '⁹': "9",
	'⁺': "+", '⁻': "-", '⁽': "(", '⁾': ")", 'ⁿ': "n", 'ⁱ': "i", 'ᵀ': "T", 'ᵗ': "t", 'ˣ': "x", 'ᶻ': "z", 'ˡ': "l", '˙': ".",
}

var subscripts = map[rune]string{
	'₀': "0", '₁': "1", '₂': "2", '₃': "3", '₄': "4", '₅': "5", '₆': "6", '₇': "7", '₈': "8", '₉': "9",
	'ₐ': "a", 'ₑ': "e", 'ₕ': "h", 'ᵢ': "i", 'ⱼ': "j", 'ₖ': "k", 'ₗ': "l", 'ₘ': "m", 'ₙ': "n", 'ₒ': "o", 'ₚ': "p", 'ᵣ': "r",
	'ₛ': "s", 'ₜ': "t", 'ᵤ': "u", 'ᵥ': "v", 'ₓ': "x", '₊': "+", '₋': "-", 'ᵦ': "beta", 'ᵧ': "y", 'ᵨ': "rho", 'ᵩ': "phi", 'ᵪ': "x",
}

// accented are letters that hold their accent; combining marks follow their letter.
var accented = map[rune]string{
	'ŷ': "yhat", 'â': "ahat", 'ĉ': "chat", 'ê': "ehat", 'ĝ': "ghat", 'ĥ': "hhat", 'î': "ihat", 'ĵ': "jhat", 'ô': "ohat",
	'ŝ': "shat", 'û': "uhat", 'ŵ': "what", 'ẑ': "zhat", 'ã': "atilde", 'õ': "otilde", 'ñ': "ntilde", 'ỹ': "ytilde",
	'ũ': "utilde", 'ĩ': "itilde", 'ẽ': "etilde", 'ā': "abar", 'ē': "ebar", 'ī': "ibar", 'ō': "obar", 'ū': "ubar", 'ȳ': "ybar",
	'ẋ': "xdot", 'ẏ': "ydot", 'ż': "zdot",
}

var combining = map[rune]string{
	'\u0302': "hat", '\u0303': "tilde", '\u0304': "bar", '\u0305': "bar", '\u0307': "dot", '\u20d7': "vec",
}

var greekLetters = func() map[rune]string {
	m := map[rune]string{'ε': "epsilon", 'φ': "phi", 'µ': "mu", '∆': "Delta", '\u2126': "Omega"}
	for name, letter := range greek {
		r := []rune(letter)[0]
		if _, ok := m[r]; !ok {
			m[r] = name
		}
	}
	return m
}()

// functionAliases are the ways in which people write the functions of the table formula.Functions, and a few that only
// articles use.
var functionAliases = map[string]string{
	"sigmoid": "sigmoid", "logistic": "sigmoid", "sigm": "sigmoid", "expit": "sigmoid", "exp": "exp", "ln": "ln", "log": "log", "lg": "lg",
	"sqrt": "sqrt", "sin": "sin", "cos": "cos", "tan": "tan", "tanh": "tanh", "arctan": "arctan", "atan": "arctan",
	"arcsin": "arcsin", "arccos": "arccos", "asin": "arcsin", "acos": "arccos", "sinh": "sinh", "cosh": "cosh", "softmax": "softmax", "rowsoftmax": "rowsoftmax", "relu": "relu",
	"softplus": "softplus", "max": "max", "min": "min", "mean": "mean", "average": "mean", "avg": "mean", "abs": "abs", "sum": "sum",
	"erf": "erf", "step": "step", "heaviside": "step", "sign": "sign", "sgn": "sign", "elu": "elu",
	"leakyrelu": "leakyrelu", "lrelu": "leakyrelu", "silu": "silu", "swish": "silu", "huber": "huber", "gelu": "gelu", "diag": "diag",
}

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	start := -1
	for i := 0; i <= len(words); i++ {
		if i == len(words) || words[i] == ' ' || words[i] == '\n' || words[i] == '\t' {
			if start >= 0 {
				m[words[start:i]] = true
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return m
}

func runeSet(s string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range s {
		m[r] = true
	}
	return m
}
