package model

// Address is a postal address as printed on a letter.
type Address struct {
	Street   string  `json:"street,omitempty"`
	Postcode string  `json:"postcode,omitempty"`
	City     string  `json:"city,omitempty"`
	Country  Country `json:"country,omitempty"`
}

// Contact is a role with a shared mailbox; never a natural person where that
// can be avoided.
type Contact struct {
	Purpose ContactPurpose `json:"purpose,omitempty"`
	Role    string         `json:"role,omitempty"`
	Email   string         `json:"email,omitempty"`
	Phone   string         `json:"phone,omitempty"`
	Address string         `json:"address,omitempty"`
}

// Registration is a company number, kept as printed beside its normal form.
// Whether its check digit fits is derived, never stored.
type Registration struct {
	Kind       NumberKind `json:"kind,omitempty"`
	Printed    string     `json:"printed,omitempty"`
	Normalised string     `json:"normalised,omitempty"` // digits only
}
