package tex

import "testing"

// TestUnits holds what is read as the unit of a number, and what it is worth in coherent units.
func TestUnits(t *testing.T) {
	used := func(name string) bool { return name == "w" || name == "m" || name == "g" }
	for _, c := range []struct {
		dialect Dialect
		text    string
		scale   string // "" where no unit is read, "?" where it cannot be converted
		dim     Dimension
	}{
		{TeX, `9 g`, "1/1000", dim(0, 1, 0, 0, 0, 0)},
		{TeX, `29.8km/s`, "1000/1", dim(1, 0, -1, 0, 0, 0)},
		{TeX, `6 \frac{m}{s}`, "1/1", dim(1, 0, -1, 0, 0, 0)},
		{TeX, `6 \frac{\mathrm{m}}{\mathrm{s}^2}`, "1/1", dim(1, 0, -2, 0, 0, 0)},
		{TeX, `9.81 \mathrm{m\,s^{-2}}`, "1/1", dim(1, 0, -2, 0, 0, 0)},
		{TeX, `6.0 mol*L^{-1}`, "1000/1", dim(-3, 0, 0, 0, 0, 1)},
		{TeX, `43.75g/L`, "1/1", dim(-3, 1, 0, 0, 0, 0)},
		{TeX, `7 \si{\J\kg^{-1}\degreeCelsius^{-1}}`, "?", dim(2, 0, -2, 0, 0, 0)},
		{TeX, `\SI{3}{\kilo\metre\per\hour}`, "5/18", dim(1, 0, -1, 0, 0, 0)},
		{TeX, `5 \text{ µF}`, "1/1000000", dim(-2, -1, 4, 2, 0, 0)},
		{TeX, `5 \mu\mathrm{m}`, "1/1000000", dim(1, 0, 0, 0, 0, 0)},
		{TeX, `4.7 k\Omega`, "1000/1", dim(2, 1, -3, -2, 0, 0)},
		{TeX, `25^\circ\text{C}`, "?", Dimension{}},
		{TeX, `12 \text{ €}`, "1/1", Dimension{money: 1}},
		{TeX, `3 w`, "", Dimension{}},
		{TeX, `3 m + w`, "", Dimension{}},
		{TeX, `2 L W`, "", Dimension{}},
		{TeX, `2 N_1 + 3 N_2`, "", Dimension{}},
		{TeX, `2 N(0)`, "", Dimension{}},
		{Plain, `2 s₁ + 3 s₂`, "", Dimension{}},
		{Plain, `9.81 m s⁻²`, "1/1", dim(1, 0, -2, 0, 0, 0)},
		{Plain, `435 MHz`, "1000000/1", dim(0, 0, -1, 0, 0, 0)},
		{Plain, `4.7kΩ`, "1000/1", dim(2, 1, -3, -2, 0, 0)},
		{Plain, `21 °C`, "?", Dimension{}},
		{Plain, `9 bar w_2`, "", Dimension{}},
	} {
		s := Reader{Dialect: c.dialect, Used: used}.Statements("y = " + c.text)
		last := s[0].Terms[len(s[0].Terms)-1]
		if last.Err != nil && c.scale == "" {
			continue
		}
		if last.Err != nil {
			t.Errorf("%s is not read: %v", c.text, last.Err)
			continue
		}
		u := last.Literals[0].Unit
		got := ""
		switch {
		case u.Known():
			got = u.Scale.String()
		case u.Name != "":
			got = "?"
		}
		if got != c.scale || u.Known() && u.Dim != c.dim {
			t.Errorf("%s has the unit %q of %s %v, want %s %v", c.text, u.Name, got, u.Dim, c.scale, c.dim)
		}
	}
}
