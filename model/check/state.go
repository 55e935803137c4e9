package check

import "fortegnelse/model"

// State says whether somebody has answered a finding.
type State string

// The states of a finding. An error stays open in every list, whatever was
// answered.
const (
	Open      State = "open"
	Accepted  State = "accepted"
	Explained State = "explained"
)

// Judged is a finding with what was decided about it.
type Judged struct {
	Finding
	State  State
	Answer *model.FindingAnswer // nil where it is open
	Lapsed *model.FindingAnswer // an answer that held until a day that is past
}

// Judge puts findings and the answers in the register together, in the order of
// the findings. An answer belongs to the finding with its key and holds up to
// and with the day that it names; of several that hold the one given last
// counts.
func Judge(r *model.Register, findings []Finding, on model.Date) []Judged {
	holding, lapsed := map[string]*model.FindingAnswer{}, map[string]*model.FindingAnswer{}
	for _, a := range r.FindingAnswers() {
		to := holding
		if !a.Until.IsZero() && a.Until.Before(on) {
			to = lapsed
		}
		if before := to[a.Key]; before == nil || !a.On.Before(before.On) {
			to[a.Key] = a
		}
	}
	judged := make([]Judged, len(findings))
	for i, f := range findings {
		judged[i] = Judged{Finding: f, State: Open}
		key := f.Key()
		switch a := holding[key]; {
		case a == nil:
			judged[i].Lapsed = lapsed[key]
		case a.Reply == "accepted" && f.Rule.Severity != Error:
			judged[i].State, judged[i].Answer = Accepted, a
		default:
			judged[i].State, judged[i].Answer = Explained, a
		}
	}
	return judged
}

// Pending reports whether a finding still asks for something: it is open, or an
// error, which can be explained but not accepted.
func (j Judged) Pending() bool { return j.State == Open || j.Rule.Severity == Error }

// NewAnswer returns an answer to a finding, for the register to keep.
func NewAnswer(f Finding, reply model.FindingReply, reason, by string, on, until model.Date) *model.FindingAnswer {
	a := &model.FindingAnswer{
		Rule: f.Rule.ID, Field: f.Field, Key: f.Key(), Reply: reply, Reason: reason, By: by, On: on, Until: until,
	}
	if f.Record != nil {
		a.About = f.Record.Meta().Number
	}
	return a
}

// Count says how many findings there are of each severity that are pending.
func Count(judged []Judged) map[Severity]int {
	n := map[Severity]int{}
	for _, j := range judged {
		if j.Pending() {
			n[j.Rule.Severity]++
		}
	}
	return n
}
