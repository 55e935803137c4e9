package jsonfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"fortegnelse/model"
)

// Limit is the size in bytes above which a file is refused: 64 MiB, some
// 5 000 activities.
const Limit = 64 << 20

// Reasons why a file is refused, found with errors.Is.
var (
	ErrTooLarge     = fmt.Errorf("the file is larger than %d MiB", Limit>>20)
	ErrEncoding     = errors.New("this is not text in UTF-8")
	ErrSyntax       = errors.New("the JSON is broken")
	ErrFormat       = errors.New("this is not a register")
	ErrNewerSchema  = errors.New("the register was written by a newer version of the program")
	ErrUnknownField = errors.New("there is no such field")
	ErrTwice        = errors.New("the field stands here twice")
	ErrNull         = errors.New("null is not allowed; leave the field out")
	ErrType         = errors.New("the value is of the wrong type")
	ErrValue        = errors.New("the value cannot be read")
	ErrInvalid      = errors.New("the record does not fit")
)

// ParseError says where a file cannot be read, and why.
type ParseError struct {
	Line, Column int    // from 1, the column in characters; 0 where the place is unknown
	Record       string // "activity B-01", where a record is at fault
	Field        string // path: of the file, or of the record if there is one
	Err          error
}

func (e *ParseError) Error() string {
	text := ""
	if e.Line > 0 {
		text = fmt.Sprintf("line %d, column %d: ", e.Line, e.Column)
	}
	if e.Record != "" {
		text += e.Record + ": "
	}
	if e.Field != "" {
		text += e.Field + ": "
	}
	return text + e.Err.Error()
}

// Unwrap returns the cause.
func (e *ParseError) Unwrap() error { return e.Err }

// Read reads a whole register. What it returns is complete and valid in the
// sense of model.Validate.
func Read(r io.Reader) (*model.Content, error) {
	c, err := Decode(r)
	if err != nil {
		return nil, err
	}
	if problems := model.Validate(c); len(problems) > 0 {
		p := problems[0]
		return nil, &ParseError{Record: p.Record, Field: p.Field, Err: fmt.Errorf("%w: %s", ErrInvalid, p.Text)}
	}
	return c, nil
}

// Decode is Read without the check that references lead somewhere, for
// records that are to be merged into a register which may hold the rest.
func Decode(r io.Reader) (*model.Content, error) {
	data, err := io.ReadAll(io.LimitReader(r, Limit+1))
	if err != nil {
		return nil, &ParseError{Err: err}
	}
	if len(data) > Limit {
		return nil, &ParseError{Err: ErrTooLarge}
	}
	mark := 0
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		mark = 3 // a byte order mark is no text; positions count from behind it
	}
	return decode(data[mark:])
}

func decode(data []byte) (*model.Content, error) {
	if i := invalidUTF8(data); i >= 0 {
		return nil, errorAt(data, i, "", ErrEncoding)
	}
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		return nil, syntaxError(data, err)
	}
	if err := checkHeader(data); err != nil {
		return nil, err
	}
	if err := checkShape(data); err != nil {
		return nil, err
	}
	c := new(model.Content)
	if err := json.Unmarshal(data, c); err != nil {
		return nil, &ParseError{Err: err}
	}
	return c, nil
}

// checkHeader refuses what is no register, and a newer one, before unknown
// names in it are complained of.
func checkHeader(data []byte) error {
	var header struct {
		Format json.RawMessage `json:"format"`
		Schema json.RawMessage `json:"schema"`
	}
	if err := json.Unmarshal(data, &header); err != nil {
		return errorAt(data, skipSpace(data, 0), "", fmt.Errorf("%w: it is not one JSON object", ErrFormat))
	}
	var format string
	if err := json.Unmarshal(header.Format, &format); err != nil || format != model.Format {
		return &ParseError{Line: 1, Column: 1, Field: "format", Err: fmt.Errorf("%w: it should be %q", ErrFormat, model.Format)}
	}
	var schema int
	if err := json.Unmarshal(header.Schema, &schema); err != nil || schema < 1 {
		return &ParseError{Line: 1, Column: 1, Field: "schema", Err: fmt.Errorf("%w: the version of the schema is missing", ErrFormat)}
	}
	if schema > model.SchemaVersion {
		return &ParseError{Field: "schema", Err: fmt.Errorf("%w: schema %d, this program knows %d", ErrNewerSchema, schema, model.SchemaVersion)}
	}
	return nil
}

// syntaxError says where the JSON is broken. The decoder counts the bytes it
// has read, so the culprit is the one before, unless the text ends too early.
func syntaxError(data []byte, err error) error {
	at := len(data)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Error() != "unexpected end of JSON input" {
		at = int(syntax.Offset) - 1
	}
	return errorAt(data, at, "", fmt.Errorf("%w: %v", ErrSyntax, err))
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// errorAt returns a ParseError at a byte of data.
func errorAt(data []byte, at int, field string, err error) *ParseError {
	before := data[:min(at, len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return &ParseError{
		Line:   bytes.Count(before, []byte("\n")) + 1,
		Column: utf8.RuneCount(before[start:]) + 1,
		Field:  field,
		Err:    err,
	}
}
