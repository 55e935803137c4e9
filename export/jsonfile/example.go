package jsonfile

import (
	"fmt"

	"fortegnelse/assets"
	"fortegnelse/model"
)

// Example reads a register that comes with the program, as "kalmia". A name
// that there is no example of gives an error that is fs.ErrNotExist.
func Example(name string) (*model.Content, error) {
	f, err := assets.Examples().Open(name + ".json")
	if err != nil {
		return nil, err
	}
	defer f.Close() // embedded
	content, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("example %s: %w", name, err)
	}
	return content, nil
}
