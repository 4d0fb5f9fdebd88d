package tex

import "unicode"

// Unspaced says whether a letter belongs to a script that puts no blanks between its words, or hangs particles on words of
// others: what such letters stand beside, 所以w5 and w5은, is no part of their word.
func Unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r == 'ー' || r == '々'
}
