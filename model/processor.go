package model

// Processor is a party that processes on our behalf. Art. 4(8), 28.
type Processor struct {
	Head
	Party         Answer[ID]             `json:"party,omitzero" field:"ref=party"` // not stated: a service without a name
	Since         Date                   `json:"since,omitzero"`                   // when it began to process for us
	Services      []ProcessorService     `json:"services,omitempty" field:"required"`
	Assessment    RoleAssessment         `json:"assessment,omitempty"` // processor, controller or joint
	AssessReason  string                 `json:"assessReason,omitempty" field:"paragraph"`
	Guarantees    Answer[string]         `json:"guarantees,omitzero" field:"paragraph"` // Art. 28(1)
	Instructions  Answer[string]         `json:"instructions,omitzero" field:"paragraph"`
	Data          Answer[string]         `json:"data,omitzero" field:"paragraph"` // which data, in own words
	Places        Answer[[]Place]        `json:"places,omitzero"`                 // where it processes
	SubProcessors Answer[[]SubProcessor] `json:"subProcessors,omitzero"`          // Art. 28(2), (4)
	ChangeNotice  Answer[string]         `json:"changeNotice,omitzero"`           // how changes of sub-processors are announced
	Measures      []ID                   `json:"measures,omitempty" field:"ref=measure"`
	Risk          Answer[Risk]           `json:"risk,omitzero"`
	Plan          Answer[Plan]           `json:"plan,omitzero"`
}

// ProcessorService is what a processor does, and with which product.
type ProcessorService struct {
	Service Service `json:"service,omitempty"`
	Product string  `json:"product,omitempty"`
	Text    string  `json:"text,omitempty"`   // in the register's own words
	Changed Date    `json:"changed,omitzero"` // when it last became another service
}

// Place is where data are processed.
type Place struct {
	Country Country `json:"country,omitempty"`
	Site    string  `json:"site,omitempty"`
}

// SubProcessor is a processor's processor; Under makes a tree.
type SubProcessor struct {
	Key        string  `json:"key" field:"identity"`        // unique within the processor, "s1"
	Under      string  `json:"under,omitempty" field:"sub"` // key of the one that engaged it; empty: the processor
	Party      ID      `json:"party,omitempty" field:"ref=party"`
	Text       string  `json:"text,omitempty"` // where it is not named
	Service    string  `json:"service,omitempty"`
	Country    Country `json:"country,omitempty"`
	Since      Date    `json:"since,omitzero"`
	Until      Date    `json:"until,omitzero"`
	Noticed    Date    `json:"noticed,omitzero"`     // when the change was announced
	ObjectBy   Date    `json:"objectBy,omitzero"`    // end of the objection window
	SameDuties YesNo   `json:"sameDuties,omitempty"` // whether it is bound by the same duties, Art. 28(4)
}

// Risk holds the points of Datatilsynet's guidance on supervision (2021):
// number of persons, special categories, confidential data, special nature.
type Risk struct {
	Persons      int    `json:"persons,omitempty"`      // A
	Special      int    `json:"special,omitempty"`      // B
	Confidential int    `json:"confidential,omitempty"` // C
	Nature       int    `json:"nature,omitempty"`       // D
	Reason       string `json:"reason,omitempty" field:"paragraph"`
}

// Score is the sum of the points.
func (r Risk) Score() int { return r.Persons + r.Special + r.Confidential + r.Nature }

// Plan says how a processor is to be supervised.
type Plan struct {
	Concept     int             `json:"concept,omitempty"` // 1–6
	Form        SupervisionForm `json:"form,omitempty"`
	EveryMonths int             `json:"everyMonths,omitempty"`
	Next        Date            `json:"next,omitzero"`
	Responsible string          `json:"responsible,omitempty"` // a role
}

// Kind implements Record.
func (*Processor) Kind() Kind { return KindProcessor }

// Name implements Record: the first product or service. What a person calls
// a processor is the party's name; see [Register.Title].
func (p *Processor) Name() string {
	for _, s := range p.Services {
		if s.Product != "" {
			return s.Product
		}
		if s.Text != "" {
			return s.Text
		}
	}
	return ""
}
