// Package model is the domain of a record of processing activities under
// GDPR Article 30: the entities, their values, the immutable [Register]
// snapshot with look-ups in both directions, the one table of [Fields], and
// the difference between two records.
//
// The package is pure: it reads no file, knows no clock, no screen and no
// language. Codes are stable for ever and never shown; words for them come
// from the catalogues.
//
// # Answers
//
// What Article 30 asks is an [Answer]: unanswered, not stated, not
// applicable, none, or a value. These are four different things and every
// export prints which.
//
// # Records
//
// A [Record] is one entity with a random [ID] that is never reused and a
// number for people ("B-012"). Records refer to each other by ID only. A
// record that stands in a Register is never changed: clone it with [Clone],
// change the copy, and save the copy.
package model
