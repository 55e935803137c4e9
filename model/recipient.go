package model

// Recipient is a category of recipients or one recipient, other than a
// processor. Art. 4(9), 30(1)(d).
type Recipient struct {
	Type       RecipientKind     `json:"type,omitempty" field:"letter=d"`
	Category   RecipientCategory `json:"category,omitempty" field:"letter=d,required"`
	Text       string            `json:"text,omitempty" field:"letter=d"` // in the register's own words
	Party      ID                `json:"party,omitempty" field:"letter=d,ref=party"`
	Conditions []Condition       `json:"conditions,omitempty"` // when it is disclosed; Condition says it in own words
	Condition  string            `json:"condition,omitempty" field:"paragraph"`
	Basis      []Basis           `json:"basis,omitempty"`
	Data       []Disclosure      `json:"data,omitempty" field:"letter=d"`
	DataText   string            `json:"dataText,omitempty"` // which data, in the register's own words
}

// ProcessorUse is a processor that takes part in an activity. Art. 28.
type ProcessorUse struct {
	Processor ID           `json:"processor" field:"letter=d,ref=processor"`
	Task      string       `json:"task,omitempty"`
	Data      []Disclosure `json:"data,omitempty"`
	DataText  string       `json:"dataText,omitempty"`
}

// Disclosure says whether a recipient gets one data item. Items that are not
// listed are not stated.
type Disclosure struct {
	Data  string     `json:"data" field:"data"` // key of a DataItem
	State Disclosing `json:"state"`
}
