// Package check says what is missing from a register, wrong in it, or
// contradicts itself, and where.
//
// A [Rule] is a small named value; [Rules] lists them all. [Run] looks at a
// register with all of them and returns findings in an order that depends on
// nothing but the register, the law data and the date. It asks no clock, reads
// no file, and changes nothing.
//
// What may change with the law or with practice (thresholds, wordings that are
// vague, companies with parents in third countries) is law data, see
// [fortegnelse/model/law.Limit] and [fortegnelse/model/law.FindPhrase].
//
// A finding has no words: it has facts. The catalogue has the words, under
// "rule.<ID>" for what is found, "rule.<ID>.fix" for what to do, and
// "rule.<ID>.why" for why it matters. [Finding.Message] puts them together.
package check
