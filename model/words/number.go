package words

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fortegnelse/model"
)

// Number returns n as the language writes it: "1.234" in Danish, "1 234" in
// Swedish and Norwegian (with a no-break space), "1,234" in English.
func (c *Catalogue) Number(n int) string {
	sep := map[string]string{"da": ".", "sv": "\u00a0", "nb": "\u00a0", "en": ","}[c.language]
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	if len(digits) <= 4 && c.language != "en" && c.language != "da" {
		return sign + digits
	}
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(r)
	}
	return sign + b.String()
}

// Date returns a date in full, "21. november 2026".
func (c *Catalogue) Date(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return c.Text("date.full", "Day", d.Day, "Month", c.Text("month."+strconv.Itoa(int(d.Month))), "Year", d.Year)
}

// ShortDate returns a date in digits, as the language writes it:
// "21.11.2026", in Swedish "2026-11-21".
func (c *Catalogue) ShortDate(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return c.Text("date.short", "Day", fmt.Sprintf("%02d", d.Day), "Month", fmt.Sprintf("%02d", int(d.Month)), "Year", d.Year)
}

// Clock returns the time of day of t, in t's own location: "14.02".
func (c *Catalogue) Clock(t time.Time) string {
	return c.Text("date.clock", "Hour", fmt.Sprintf("%02d", t.Hour()), "Minute", fmt.Sprintf("%02d", t.Minute()))
}
