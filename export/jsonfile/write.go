package jsonfile

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"

	"fortegnelse/model"
)

// Write writes a whole register. It holds one record at a time in memory as
// JSON, not the whole register.
func Write(w io.Writer, r *model.Register) error {
	out := bufio.NewWriter(w)
	err := writeContent(out, reflect.ValueOf(r.Content()).Elem())
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("writing the register as JSON: %w", err)
	}
	return nil
}

// writeContent writes the fields of a [model.Content] one after the other,
// and the records of its lists likewise.
func writeContent(w *bufio.Writer, content reflect.Value) error {
	field := encoder(w, "  ")
	var line []byte        // a record on one line
	var lines bytes.Buffer // and as it is written
	sep := "{"
	for i := range content.NumField() {
		name, _, _ := strings.Cut(content.Type().Field(i).Tag.Get("json"), ",")
		fmt.Fprintf(w, "%s\n  %q: ", sep, name)
		sep = ","
		v := content.Field(i)
		if v.Kind() != reflect.Slice || v.Len() == 0 {
			if err := field.Encode(v.Interface()); err != nil {
				return err
			}
			continue
		}
		open := "["
		for at := range v.Len() {
			fmt.Fprintf(w, "%s\n    ", open)
			open = ","
			line = model.AppendJSON(line[:0], v.Index(at).Interface().(model.Record))
			lines.Reset()
			if err := json.Indent(&lines, line, "    ", "  "); err != nil {
				return err
			}
			if _, err := lines.WriteTo(w); err != nil {
				return err
			}
		}
		fmt.Fprint(w, "\n  ]")
	}
	_, err := fmt.Fprint(w, "\n}\n")
	return err
}

// encoder returns an encoder of values whose lines after the first begin
// with prefix.
func encoder(w io.Writer, prefix string) *json.Encoder {
	enc := json.NewEncoder(unended{w})
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	return enc
}

// unended is a writer that leaves out the line end after a value.
type unended struct{ io.Writer }

func (u unended) Write(p []byte) (int, error) {
	if _, err := u.Writer.Write(p[:len(p)-1]); err != nil {
		return 0, err
	}
	return len(p), nil
}
