package model

// FindingAnswer is what somebody has decided about a finding of the checks: to
// live with it until a date, or why it is as it is. It belongs to the finding
// with its key and says nothing of others, so that a finding whose facts change
// comes back.
type FindingAnswer struct {
	Head
	Rule   string       `json:"rule" field:"required"`  // "LEG-02"
	About  string       `json:"about,omitempty"`        // number of the record, "B-01"; empty: the whole register
	Field  string       `json:"field,omitempty"`        // path in the record, as it was
	Key    string       `json:"key" field:"required"`   // of the finding
	Reply  FindingReply `json:"reply" field:"required"` // accepted or explained
	Reason string       `json:"reason" field:"required,paragraph"`
	By     string       `json:"by,omitempty"`   // a role
	On     Date         `json:"on,omitzero"`    // when it was decided
	Until  Date         `json:"until,omitzero"` // last day on which it holds; zero: as long as the facts do
}

// Kind implements Record.
func (*FindingAnswer) Kind() Kind { return KindFindingAnswer }

// Name implements Record.
func (a *FindingAnswer) Name() string { return a.Rule }
