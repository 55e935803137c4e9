package model

// Supervision is one inspection of a processor. Art. 28(3)(h), 5(2).
type Supervision struct {
	Head
	Processor     ID                   `json:"processor,omitempty" field:"required,ref=processor"`
	Concept       int                  `json:"concept,omitempty"` // 1–6
	Form          SupervisionForm      `json:"form,omitempty"`
	Planned       Date                 `json:"planned,omitzero"`
	Done          Date                 `json:"done,omitzero"`
	PeriodFrom    Date                 `json:"periodFrom,omitzero"`
	PeriodUntil   Date                 `json:"periodUntil,omitzero"`
	Scope         string               `json:"scope,omitempty" field:"paragraph"`
	OurService    YesNo                `json:"ourService,omitempty"`    // whether it covers the service that we use
	SubProcessors YesNo                `json:"subProcessors,omitempty"` // whether it covers the sub-processors
	Findings      []SupervisionFinding `json:"findings,omitempty"`
	Conclusion    string               `json:"conclusion,omitempty" field:"paragraph"`
	Documents     []ID                 `json:"documents,omitempty" field:"ref=document"`
}

// SupervisionFinding is something a processor must mend.
type SupervisionFinding struct {
	Text     string `json:"text" field:"paragraph"`
	Owner    string `json:"owner,omitempty"` // a role
	Deadline Date   `json:"deadline,omitzero"`
	Closed   Date   `json:"closed,omitzero"`
}

// Kind implements Record.
func (*Supervision) Kind() Kind { return KindSupervision }

// Name implements Record.
func (s *Supervision) Name() string { return s.Scope }
