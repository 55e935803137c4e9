package model

// A code is a word from a vocabulary: stable for ever and never shown. Every
// code has a type of its own; the vocabulary is named after the type, so
// that RecipientKind codes stand in "recipient_kind", and the word that a person
// sees has the catalogue key "code.<vocabulary>.<code>". Which codes a
// vocabulary holds is data (package law); a register may hold others, which
// are kept and shown as they are.
type (
	Status            string // where a record stands in its life
	Role              string // our role in an activity
	Country           string // ISO 3166-1 alpha-2, lower case
	NumberKind        string // register that a company number comes from
	Authority         string // supervisory authority
	DPOStatus         string // whether a data protection officer is appointed
	PartyKind         string // what an outside organisation is
	ContactPurpose    string // what a contact is for
	ActivityType      string // usual kind of activity
	Reference         string // article of the GDPR, as "6(1)(a)"
	AssignedBy        string // who chose a basis
	SubjectCategory   string // category of data subjects
	DataCategory      string // category of personal data
	Class             string // how sensitive data are
	SpecialKind       string // which special category, Art. 9(1)
	SourceCategory    string // where data come from
	RecipientKind     string // what a recipient is in law
	RecipientCategory string // category of recipients, Art. 30(1)(d)
	Disclosing        string // whether a recipient gets certain data
	Condition         string // when data are disclosed
	ConsentForm       string // how consent is given
	Screening         string // outcome of a DPIA screening
	DPIACriterion     string // one of the nine signs of a high risk, WP248
	RiskLevel         string // how high a risk is
	Service           string // what a processor does for us
	RoleAssessment    string // what a supplier is in law
	AgreementKind     string // what an agreement is
	AgreementBasis    string // which standard an agreement builds on
	AgreementState    string // how sure we are that it is in force
	AgreementItem     string // what Art. 28(3) demands: a–h, and frame items F1–F8
	Included          string // whether an agreement says it
	SubAuthorisation  string // Art. 28(2)
	EndDuty           string // deletion or return, Art. 28(3)(g)
	SupervisionForm   string // how a processor is supervised
	Gate              string // which way out of the EEA: adequacy, safeguards, derogation
	TransferTool      string // which tool of Art. 46 or derogation of Art. 49
	DestinationKind   string // what a destination is
	SCCModule         string // module of decision (EU) 2021/914
	DPFStatus         string // state in the EU–US Data Privacy Framework
	TIAStep           string // step of a transfer impact assessment
	Qualifier         string // how exact a period is
	Unit              string // unit of a period
	StartEvent        string // what a period counts from
	Alignment         string // turn of period to which an end is moved
	HoldReason        string // what stops erasure
	EndAction         string // what happens at the end
	Medium            string // paper or digital
	Stage             string // identified, pseudonymised, anonymised
	MeasureItem       string // catalogue of Art. 32 measures
	MeasureKind       string // technical, organisational, physical, or both at once in general
	ScopeKind         string // what a measure covers
	SystemType        string // what a system is for
	DocumentKind      string // what a document is
	Language          string // language of a document, ISO 639-1
	DocumentReview    string // whether a document has been read
	Right             string // right of the data subject
	YesNo             string // yes or no
	FindingReply      string // how a finding was answered
)

// Codes that the program itself must know.
const (
	Draft    Status = "draft"
	Active   Status = "active"
	InReview Status = "in_review"
	Ended    Status = "ended"
	NotDone  Status = "not_carried_out" // stated not to exist
	Archived Status = "archived"

	AsController      Role = "controller"
	AsJointController Role = "joint_controller"
	AsProcessor       Role = "processor"

	Ordinary     Class = "ordinary"
	Confidential Class = "confidential"
	Special      Class = "special"
	NationalID   Class = "national_id"
	Criminal     Class = "criminal"

	Receives    Disclosing = "receives"
	ByLaw       Disclosing = "by_law"
	IfRelevant  Disclosing = "if_relevant"
	NoDisclosed Disclosing = "no"
	Unstated    Disclosing = "not_stated"

	Yes YesNo = "yes"
	No  YesNo = "no"
)
