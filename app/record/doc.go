// Package record shows one record of the register on a page of its own, where
// every field can be read and changed. It has the parts that all such pages
// share: the header, the list of sections, the fields and the blocks of fields
// that repeat. What stands on a page and in which order is a [Layout]; the
// pages with drawings of their own are in the packages of their records.
//
// A field is saved as it is left. What cannot be saved stays in the field, and
// the field says why. The page follows what other pages save.
//
// All of it belongs to the goroutine of the user interface.
package record
