package ui

// Option is one answer a person can choose.
type Option struct {
	Code   string // what is stored
	Label  string // what is shown
	Detail string // quiet words at the right, such as the class of data
	Mark   Sign   // drawn before the label
	Group  string // caption it stands under; options of one group stand together
	// Says is what else the option is found by, such as all that a record says;
	// may be nil. What is found only there stands last, under a caption of its own.
	Says *Haystack
	// Help tells when to choose the option. It is shown while a person is on it,
	// and found by: what is found only there stands last, under a caption.
	Help string
}

// Words are the fixed words of the widgets, filled by the caller from the
// catalogue of the language on the screen.
type Words struct {
	Search  string                        // placeholder of a search field
	Cancel  string                        // leaves without a change: a button
	Leave   string                        // what Esc does in a picker
	Close   string                        // leaves a message
	OK      string                        // takes note of a message
	Space   string                        // the name of the space bar
	Tick    string                        // what Space does in a picker
	Create  func(typed string) string     // »Opret »…««
	Counted func(shown, total int) string // »7 af 34«
	Chosen  func(count int) string        // »Vælg 2«
	Nothing string                        // shown where nothing is found
	Empty   string                        // shown in a choice without an answer
	Within  string                        // caption of what is found only in what an option says
	Helped  string                        // caption of what is found only in an option's help

	Today    string     // a date field's button for today
	Weekdays [7]string  // short names, Monday first
	Months   [12]string // January first

	Answer       string // opens the field for an answer
	NotStated    string
	NotApplies   string
	None         string
	Unanswered   string // takes an answer away
	AnswerButton string // names the button that opens these
}
