package jsonfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// Writing record by record gives what encoding the whole at once would.
func TestWriteIsPlainJSON(t *testing.T) {
	empty, err := model.NewRegister(model.Info{Name: "<Tom & bar>"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*model.Register{"empty": empty, "twenty activities": modeltest.Register(20)} {
		var got, want bytes.Buffer
		if err := Write(&got, r); err != nil {
			t.Fatal(err)
		}
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(r.Content()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s: the two differ", name)
		}
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteToAFullDisk(t *testing.T) {
	for _, n := range []int{1, 50} { // within the buffer, and beyond it
		if err := Write(full{}, modeltest.Register(n)); !errors.Is(err, errFull) {
			t.Errorf("%d activities: %v", n, err)
		}
	}
}
