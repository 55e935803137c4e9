// Package jsonfile writes and reads a register as JSON, in the documented
// register format: model.Content as one object. Its JSON Schema lies in
// assets/schema/register.schema.json.
//
// # Writing
//
// [Write] is lossless and stable: the same register gives the same bytes.
// Text is UTF-8, indented by two spaces, records ordered by number, codes and
// ISO dates instead of words.
//
// # Reading
//
// [Read] takes nothing on trust: it refuses files of more than [Limit] bytes,
// text that is not UTF-8, names that the format does not know or that differ
// in case, names that stand twice, null, and anything after the object. It
// never returns half a register. Every error is a [*ParseError] that says
// where.
package jsonfile
