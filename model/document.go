package model

// Document is a text that proves something: a policy, an agreement, an audit
// report. Its bytes lie in the file under their SHA-256, or elsewhere behind
// a link.
type Document struct {
	Head
	Title       string         `json:"title" field:"required"`
	Type        DocumentKind   `json:"type,omitempty"`
	Dated       Date           `json:"dated,omitzero"`
	DatePrinted string         `json:"datePrinted,omitempty"` // as printed, "12/9 2018"
	Version     string         `json:"version,omitempty"`
	Language    Language       `json:"language,omitempty"`
	Link        string         `json:"link,omitempty"`
	SHA256      string         `json:"sha256,omitempty"` // lower-case hex
	Size        int            `json:"size,omitempty"`   // bytes
	MediaType   string         `json:"mediaType,omitempty"`
	Review      DocumentReview `json:"review,omitempty"`
	About       []ID           `json:"about,omitempty" field:"ref=*"` // records that it documents
}

// Kind implements Record.
func (*Document) Kind() Kind { return KindDocument }

// Name implements Record.
func (d *Document) Name() string { return d.Title }
