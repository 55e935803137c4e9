package jsonfile

import (
	"encoding/json"
	"fmt"
	"io"

	"fortegnelse/model"
)

// Write writes a whole register.
func Write(w io.Writer, r *model.Register) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r.Content()); err != nil {
		return fmt.Errorf("writing the register as JSON: %w", err)
	}
	return nil
}
