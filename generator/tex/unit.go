package tex

import (
	"math/big"
	"strings"
)

// Unit is what a number counts. The zero value is no unit.
type Unit struct {
	Name string // as it is written
	// Scale is how many of the coherent unit of its dimension the unit is, 3600 for h and 1000 for km; nil where that is
	// not known or not settled.
	Scale *big.Rat
	// Dim says what it measures; units of one dimension can be converted. It is empty where that is not known.
	Dim Dimension
}

// Known says whether the unit can be converted.
func (u Unit) Known() bool { return u.Scale != nil }

// Convertible says whether two units measure the same.
func (u Unit) Convertible(v Unit) bool { return u.Known() && v.Known() && u.Dim == v.Dim }

// Dimension has the exponents of the base units m, kg, s, A, K, mol, bit and of money, in this order.
type Dimension [8]int8

const (
	length = iota
	mass
	duration
	current
	temperature
	amount
	information
	money
)

func (d Dimension) plus(e Dimension, power int8) Dimension {
	for i := range d {
		d[i] += e[i] * power
	}
	return d
}

// baseUnit is an entry of the table of units.
type baseUnit struct {
	names    string
	scale    string // a rational
	dim      Dimension
	prefixed bool // k, M, m and so on may stand before it
}

func dim(m, kg, s, a, k, mol int8) Dimension { return Dimension{m, kg, s, a, k, mol} }

// The units of the SI brochure (9th edition, tables 2, 4 and 8), money, and the words that articles use for time.
var baseUnits = []baseUnit{
	{"m metre meter metres meters Meter mètres", "1", dim(1, 0, 0, 0, 0, 0), true},
	{"g gram grams Gramm gramme grammes", "1/1000", dim(0, 1, 0, 0, 0, 0), true},
	{"s sec secs second seconds Sekunden secondes segundos", "1", dim(0, 0, 1, 0, 0, 0), true},
	{"A", "1", dim(0, 0, 0, 1, 0, 0), true},
	{"K kelvin", "1", dim(0, 0, 0, 0, 1, 0), true},
	{"mol mole moles", "1", dim(0, 0, 0, 0, 0, 1), true},
	{"Hz", "1", dim(0, 0, -1, 0, 0, 0), true},
	{"N", "1", dim(1, 1, -2, 0, 0, 0), true},
	{"Pa", "1", dim(-1, 1, -2, 0, 0, 0), true},
	{"J", "1", dim(2, 1, -2, 0, 0, 0), true},
	{"W watt watts", "1", dim(2, 1, -3, 0, 0, 0), true},
	{"C", "1", dim(0, 0, 1, 1, 0, 0), true},
	{"V", "1", dim(2, 1, -3, -1, 0, 0), true},
	{"F", "1", dim(-2, -1, 4, 2, 0, 0), true},
	{"Ω ohm ohms Ohms", "1", dim(2, 1, -3, -2, 0, 0), true},
	{"Ohm", "1", dim(2, 1, -3, -2, 0, 0), true},
	{"S", "1", dim(-2, -1, 3, 2, 0, 0), true},
	{"Wb", "1", dim(2, 1, -2, -1, 0, 0), true},
	{"T", "1", dim(0, 1, -2, -1, 0, 0), true},
	{"H", "1", dim(2, 1, -2, -2, 0, 0), true},
	{"Bq", "1", dim(0, 0, -1, 0, 0, 0), true},
	{"Gy Sv", "1", dim(2, 0, -2, 0, 0, 0), true},
	{"min mins minute minutes Minuten minutos", "60", dim(0, 0, 1, 0, 0, 0), false},
	{"h hr hrs hour hours Std Stunden Stunde heures heure horas", "3600", dim(0, 0, 1, 0, 0, 0), false},
	{"d day days Tag Tage jour jours días", "86400", dim(0, 0, 1, 0, 0, 0), false},
	{"year years yr yrs Jahr Jahre ans année années año años", "31557600", dim(0, 0, 1, 0, 0, 0), false},
	{"week weeks Woche Wochen semaines", "604800", dim(0, 0, 1, 0, 0, 0), false},
	{"Wh", "3600", dim(2, 1, -2, 0, 0, 0), true},
	{"L litre litres liter liters Liter", "1/1000", dim(3, 0, 0, 0, 0, 0), true},
	{"l", "1/1000", dim(3, 0, 0, 0, 0, 0), true},
	{"eV", "1602176634/10000000000000000000000000000", dim(2, 1, -2, 0, 0, 0), true},
	{"bar", "100000", dim(-1, 1, -2, 0, 0, 0), true},
	{"atm", "101325", dim(-1, 1, -2, 0, 0, 0), false},
	{"cal", "4184/1000", dim(2, 1, -2, 0, 0, 0), true},
	{"t tonne tonnes", "1000", dim(0, 1, 0, 0, 0, 0), false},
	{"ha", "10000", dim(2, 0, 0, 0, 0, 0), false},
	{"bit bits", "1", Dimension{information: 1}, true},
	{"bps", "1", Dimension{information: 1, duration: -1}, true},
	{"B byte bytes Byte Bytes", "8", Dimension{information: 1}, true},
	{"€ EUR Euro euro euros", "1", Dimension{money: 1}, true},
	{"ppm", "1/1000000", Dimension{}, false},
	{"ppb", "1/1000000000", Dimension{}, false},
	{"‰", "1/1000", Dimension{}, false},
	{"k", "1000", Dimension{}, false},
	{"M", "1000000", Dimension{}, false},
}

// opaqueUnits count, and cannot be converted.
var opaqueUnits = wordSet(`dB dBm px rpm U/min °C °F °K USD CHF GBP JPY INR Fr zł kr Rp cents cent $ £ ¥ ₹ ¢ month
	months Monat Monate mois rad sr lm lx cd kat mmHg kn mph ft mi lb oz Stück Stk p.a.`)

// prefixes are the powers of ten.
var prefixes = map[string]int{"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "h": 2, "d": -1, "c": -2, "m": -3, "µ": -6, "μ": -6, "u": -6, "n": -9, "p": -12, "f": -15}

// units are all names of units. A name that is two things is what stands first in the table, without prefix before with.
var units = func() map[string]Unit {
	m := map[string]Unit{}
	for name := range opaqueUnits {
		m[name] = Unit{Name: name}
	}
	for _, prefixed := range []bool{false, true} {
		for _, u := range baseUnits {
			scale, _ := new(big.Rat).SetString(u.scale)
			for i, name := range strings.Fields(u.names) {
				for p, e := range prefixes {
					if (p != "") != prefixed || prefixed && (!u.prefixed || i > 0) {
						continue
					}
					if _, taken := m[p+name]; !taken {
						m[p+name] = Unit{p + name, new(big.Rat).Mul(scale, powerOfTen(e)), u.dim}
					}
				}
			}
		}
	}
	return m
}()

func powerOfTen(e int) *big.Rat {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(e, -e))), nil)
	if e < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), n)
	}
	return new(big.Rat).SetInt(n)
}

// CommonYear is the size of a year of 365 days, where the unit is a year, which stands for that of 365.25 days; else nil.
func CommonYear(u Unit) *big.Rat {
	if u.Scale == nil || u.Dim != units["year"].Dim || u.Scale.Cmp(units["year"].Scale) != 0 {
		return nil
	}
	return big.NewRat(365*86400, 1)
}

// maxUnitPower bounds the exponents of units.
const maxUnitPower = 9

// times is u·vⁿ.
func (u Unit) times(v Unit, n int) Unit {
	w := Unit{Name: u.Name + v.Name, Dim: u.Dim.plus(v.Dim, int8(n))}
	if u.Scale == nil || v.Scale == nil {
		return w
	}
	w.Scale = new(big.Rat).Set(u.Scale)
	for range max(n, -n) {
		if n > 0 {
			w.Scale.Mul(w.Scale, v.Scale)
		} else {
			w.Scale.Quo(w.Scale, v.Scale)
		}
	}
	return w
}

// NamesUnit says whether a word is one of those that stand for units.
func NamesUnit(word string) bool {
	_, ok := units[word]
	return ok
}
