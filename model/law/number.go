package law

import (
	"strings"

	"fortegnelse/model"
)

// Kinds of company numbers whose check digit is known.
const (
	CVR          model.NumberKind = "cvr"      // Danish, 8 digits
	SwedishOrg   model.NumberKind = "se_orgnr" // Swedish organisationsnummer, 10 digits
	NorwegianOrg model.NumberKind = "no_orgnr" // Norwegian organisasjonsnummer, 9 digits
)

// CheckNumber returns the normal form of a company number, digits only, and
// whether it is well formed and its check digit fits. "CVR-nr. 31 06 89 91"
// becomes "31068991". A number that fails deserves a warning, never more: it
// may be printed wrongly in the source. Other kinds of numbers have no rule;
// they are trimmed and always pass unless empty.
func CheckNumber(kind model.NumberKind, printed string) (normalised string, ok bool) {
	digits := onlyDigits(printed)
	switch kind {
	case CVR:
		// The weighted sum of all digits is divisible by 11.
		return digits, len(digits) == 8 && digits[0] != '0' && weighted(digits, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0
	case SwedishOrg:
		// Twelve digits are ten behind the "16" that marks legal persons.
		if len(digits) == 12 && strings.HasPrefix(digits, "16") {
			digits = digits[2:]
		}
		return digits, len(digits) == 10 && digits[0] != '0' && luhn(digits)
	case NorwegianOrg:
		// The last digit makes the weighted sum divisible by 11, so that it
		// counts once itself.
		return digits, len(digits) == 9 && digits[0] != '0' && weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0
	}
	trimmed := strings.Join(strings.Fields(printed), " ")
	return trimmed, trimmed != ""
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// weighted returns Σ digit × weight.
func weighted(digits string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += w * int(digits[i]-'0')
	}
	return sum
}

// luhn reports whether the sum of the digits, every second one from the right
// doubled and its digits added, is divisible by 10.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		n := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			n = n*2/10 + n*2%10
		}
		sum += n
	}
	return sum%10 == 0
}
