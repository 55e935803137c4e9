package ui

import (
	"strconv"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// WordsIn returns the fixed words of the widgets in the catalogue's language.
func WordsIn(c *words.Catalogue) Words {
	w := Words{
		Search:       c.Text("ui.search"),
		Cancel:       c.Text("ui.cancel"),
		Leave:        c.Text("ui.leave"),
		Close:        c.Text("ui.close"),
		OK:           c.Text("ui.ok"),
		Space:        c.Text("ui.space"),
		Tick:         c.Text("ui.tick"),
		Create:       func(typed string) string { return c.Text("ui.create", "Typed", typed) },
		Counted:      func(shown, total int) string { return c.Text("ui.counted", "Shown", shown, "Total", total) },
		Chosen:       func(count int) string { return c.Text("ui.chosen", "Count", count) },
		Nothing:      c.Text("ui.nothing"),
		Empty:        c.Text("ui.empty"),
		Within:       c.Text("ui.within"),
		Helped:       c.Text("ui.helped"),
		Today:        c.Text("ui.today"),
		Answer:       c.Text("ui.answer"),
		NotStated:    c.Answer(model.NotStated),
		NotApplies:   c.Answer(model.NotApplicable),
		None:         c.Answer(model.None),
		Unanswered:   c.Text("ui.unanswered"),
		AnswerButton: c.Text("ui.answers"),
	}
	for i := range w.Weekdays {
		w.Weekdays[i] = c.Text("weekday." + strconv.Itoa(i+1))
	}
	for i := range w.Months {
		w.Months[i] = c.Text("month." + strconv.Itoa(i+1))
	}
	return w
}
