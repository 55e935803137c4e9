package jsonfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"fortegnelse/model"
)

// ReadInfo reads only what a register says of itself, which stands near the
// beginning, and nothing after it. What follows may be broken: use [Read] for
// the register.
func ReadInfo(r io.Reader) (model.Info, error) {
	dec := json.NewDecoder(r)
	if _, err := dec.Token(); err != nil {
		return model.Info{}, fmt.Errorf("reading the register's name: %w", err)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return model.Info{}, fmt.Errorf("reading the register's name: %w", err)
		}
		if key == "register" {
			var info model.Info
			err := dec.Decode(&info)
			return info, err
		}
		var skipped json.RawMessage
		if err := dec.Decode(&skipped); err != nil {
			return model.Info{}, fmt.Errorf("reading the register's name: %w", err)
		}
	}
	return model.Info{}, errors.New("the register says nothing of itself")
}
