package record

import (
	"regexp"
	"strconv"
	"strings"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// readAdvice says which article of the GDPR a printed basis means, and what is
// wrong with it. Words that cite no article at all need no remark: a policy
// may say in prose what it rests on.
func (f *Form) readAdvice(basis string) []Advice {
	reading, found := firstReading(value(f.at(basis + ".printed")))
	if !found {
		return nil
	}
	reference := model.Reference(value(f.at(basis + ".reference")))
	open := reference == "" || incomplete(reference)
	a := Advice{}
	if reading.Problem != "" {
		key := "record.basis.problem"
		switch reading.Problem {
		case law.NoSuchArticle, law.NoSuchParagraph, law.NoSuchLetter:
			key = "record.basis.nowhere"
		}
		a.Text = f.Text(key, "Printed", reading.Printed, "Problem", f.Text("law.problem."+string(reading.Problem)))
		if open { // else somebody has chosen what is meant
			a.Sign = ui.SignWarning
		}
	}
	if meant, assigned := meaning(reading); open && meant != "" && meant != reference {
		a.Offer = f.Text("record.basis.use", "Reference", f.Phrases().Reference(meant))
		a.Do = func(rec model.Record) error {
			if err := model.Set(rec, basis+".reference", string(meant)); err != nil {
				return err
			}
			if incomplete(meant) {
				return nil
			}
			return model.Set(rec, basis+".assigned", string(assigned))
		}
	}
	if a.Text == "" && a.Offer == "" {
		return nil
	}
	return []Advice{a}
}

// firstReading returns the first article that a text cites.
func firstReading(printed string) (law.Reading, bool) {
	all := law.ReadReferences(printed)
	if len(all) == 0 {
		return law.Reading{}, false
	}
	return all[0], true
}

func incomplete(r model.Reference) bool {
	item, ok := law.Find("reference", string(r))
	return ok && item.Incomplete
}

var numbered = regexp.MustCompile(`(\d+)\D*$`)

// meaning returns the article that a printed reference means, and who says so.
// Where a number stands in the place of a letter, the letter of that number is
// likely to be meant: "6(1)(1)" is 6(1)(a). Whoever follows that has chosen it.
func meaning(reading law.Reading) (model.Reference, model.AssignedBy) {
	if reading.Problem == law.NoSuchLetter && incomplete(reading.Reference) {
		if last := numbered.FindStringSubmatch(reading.Printed); last != nil {
			n, err := strconv.Atoi(last[1])
			if err == nil && n >= 1 && n <= 26 {
				guess := string(reading.Reference) + "(" + string(rune('a'+n-1)) + ")"
				if _, ok := law.Find("reference", guess); ok {
					return model.Reference(guess), "us"
				}
			}
		}
	}
	if _, ok := law.Find("reference", string(reading.Reference)); !ok {
		return "", ""
	}
	return reading.Reference, "source"
}

// demandAdvice says what a basis asks for in addition.
func (f *Form) demandAdvice(reference model.Reference) []Advice {
	var demands []string
	verified := true
	for _, d := range law.Demands(reference, f.country()) {
		demands = append(demands, f.Text("law.demand."+d.Code))
		verified = verified && d.Verified
	}
	if len(demands) == 0 {
		return nil
	}
	text := f.Text("record.basis.demands", "Demands", strings.Join(demands, " "))
	return []Advice{{Text: f.unverified(text, verified)}}
}
