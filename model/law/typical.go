package law

import (
	"fmt"
	"slices"

	"fortegnelse/model"
)

// TypicalData says which data a kind of activity usually needs, so that a list
// without them looks incomplete.
type TypicalData struct {
	Code       string                 `json:"code"`
	Activities []model.ActivityType   `json:"activities"` // among which the data may be divided
	Asks       []model.ActivityType   `json:"asks"`       // those of them that show that the data must be somewhere
	Data       [][]model.DataCategory `json:"data"`       // one of each list
	Source     string                 `json:"source"`
	Verified   bool                   `json:"verified"`
}

// Typical returns the data that kinds of activities usually need.
func Typical() []TypicalData { return slices.Clone(loaded().typical) }

func (d *data) setTypical(all []TypicalData) error {
	for _, t := range all {
		if len(t.Activities) == 0 || len(t.Asks) == 0 || len(t.Data) == 0 || t.Source == "" {
			return fmt.Errorf("typical data %q without activities, data or source", t.Code)
		}
	}
	d.typical = all
	return nil
}
