package jsonfile_test

import (
	"strings"
	"testing"

	"fortegnelse/export/jsonfile"
)

func TestReadInfo(t *testing.T) {
	for _, tt := range []struct {
		name, text, want string
		fails            bool
	}{
		{"the beginning is enough", `{"format":"fortegnelse","schema":1,"register":{"name":"Prøve"},"parties":[broken`, "Prøve", false},
		{"no register", `{"format":"fortegnelse"}`, "", true},
		{"not JSON", `<html>`, "", true},
		{"nothing", ``, "", true},
		{"a list", `[1]`, "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			info, err := jsonfile.ReadInfo(strings.NewReader(tt.text))
			if (err != nil) != tt.fails || info.Name != tt.want {
				t.Errorf("ReadInfo = %q, %v", info.Name, err)
			}
		})
	}
}
