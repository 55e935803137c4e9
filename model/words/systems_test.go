package words

import (
	"testing"
	"unicode/utf8"

	"fortegnelse/model/law"
)

// What a system is for is chosen from a long list of near neighbours.
func TestEverySystemTypeSaysWhenToChooseIt(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for _, item := range law.Codes("system_type") {
			if n := utf8.RuneCountInString(c.CodeHelp("system_type", item.Code)); n < 40 || n > 170 {
				t.Errorf("%s: the help of %s is %d characters long", lang, item.Code, n)
			}
		}
	}
}
