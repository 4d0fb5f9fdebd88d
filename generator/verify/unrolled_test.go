package verify

import "testing"

// TestUnrolled holds that the numbers put in for the terms of a sum over an index are compared with those, one by one.
func TestUnrolled(t *testing.T) {
	data := "$p = [0.35, 0.25, 0.4]$, $x = [2, 3, 4]$\n\n"
	checkRules(t, []rule{
		{data + `$$H = \sum_i p_i \log_2 \frac{1}{p_i} = 0.35 \cdot 1.515 + 0.25 \cdot 2 + 0.4 \cdot 1.322 = 1.559$$`, ""},
		{data + `$$H = \sum_i p_i \log_2 \frac{1}{p_i} = 0.35 \cdot 1.515 + 0.25 \cdot 2 + 0.4 \cdot 1.382 = 1.583$$`, "1.382 → 1.321928095"},
		{data + `$$H = -\sum_{i=1}^{3} p_i \ln p_i = -0.35 \cdot (-1.050) - 0.25 \cdot (-1.386) - 0.4 \cdot (-0.916) = 1.080$$`, ""},
		{data + `$$H = -\sum_{i=1}^{3} p_i \ln p_i = -0.35 \cdot (-1.050) - 0.25 \cdot (-1.386) - 0.4 \cdot (-0.961) = 1.098$$`, "-0.961 → -0.916290732"},
		{data + `$$E = \sum_{i=1}^{3} p_i x_i = 0.70 + 0.57 + 1.60 = 2.87$$`, "0.57 → 0.75"},
		{data + `$$E = \sum_{i=1}^{3} p_i x_i = 0.70 + 0.75 + 1.60 = 3.05$$`, ""},
		// an entry of a list, put in
		{data + `$$y = 10 p_2 + 1 = 10 \cdot 0.52 + 1 = 3.5$$`, "0.52 → 0.25"},
		{data + `$$y = 10 p_2 + 1 = 10 \cdot 0.25 + 1 = 3.5$$`, ""},
		// other data, which the article does not list
		{`$$s^2 = \frac{\sum_{i=1}^{3} (x_i - 2)^2}{2} = \frac{(1 - 2)^2 + (2 - 2)^2 + (3 - 2)^2}{2} = 1$$` + "\n\n" + `$$s^2 = \frac{\sum_{i=1}^{3} (x_i - 2)^2}{2} = \frac{(0 - 2)^2 + (2 - 2)^2 + (4 - 2)^2}{2} = 4$$`, ""},
	})
}
