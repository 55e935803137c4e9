package activities

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// classSigns draws the classes of data.
var classSigns = map[model.Class]ui.Sign{
	model.Ordinary: ui.SignOrdinary, model.Confidential: ui.SignConfidential, model.Special: ui.SignSpecial,
	model.NationalID: ui.SignNationalID, model.Criminal: ui.SignCriminal,
}

// letterSigns draws how far a letter is answered.
var letterSigns = map[model.Completion]ui.Sign{
	model.Complete: ui.SignComplete, model.Partial: ui.SignNotStated, model.Missing: ui.SignError,
}

func classMarks(w row) []ui.Mark {
	var marks []ui.Mark
	for _, c := range w.classes {
		marks = append(marks, ui.Mark{Sign: classSigns[c]})
	}
	return marks
}

func classWords(c *words.Catalogue, w row) string {
	var names []string
	for _, class := range w.classes {
		names = append(names, c.Code("class", string(class)))
	}
	return strings.Join(names, ", ")
}

// heaviest ranks a row by the most sensitive class of data in it.
func heaviest(w row) int {
	rank := -1
	for _, c := range w.classes {
		rank = max(rank, slices.Index(classOrder, c))
	}
	return rank
}

func letterMarks(w row) []ui.Mark {
	marks := make([]ui.Mark, len(model.Letters))
	for i, l := range model.Letters {
		marks[i].Sign = letterSigns[w.letters[l]]
	}
	return marks
}

func letterWords(c *words.Catalogue, w row) string {
	var parts []string
	for _, l := range model.Letters {
		if state := w.letters[l]; state != model.NotAsked {
			parts = append(parts, "("+l+") "+c.Text("list.state."+string(state)))
		}
	}
	return strings.Join(parts, ", ")
}

// open counts what is not complete: what is missing weighs more than what is
// not stated.
func open(w row) int {
	n := 0
	for _, state := range w.letters {
		switch state {
		case model.Missing:
			n += 100
		case model.Partial:
			n++
		}
	}
	return n
}

// legend explains the signs below the list.
func legend(c *words.Catalogue) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, class := range classOrder {
		parts = append(parts, ui.NewLegend(classSigns[class], c.Text("list.class."+string(class))))
	}
	for _, state := range []model.Completion{model.Complete, model.Partial, model.Missing} {
		parts = append(parts, ui.NewLegend(letterSigns[state], c.Text("list.state."+string(state))))
	}
	return ui.Flow(14, parts...)
}
