// Package store keeps a register in one file: a bbolt database with every
// change that was ever made to it.
//
// # Promises
//
//   - A save is on the disk when [Store.Save] returns, whole or not at all,
//     together with its history. Its cost does not depend on the size of the
//     register.
//   - A file is made under a temporary name and gets its own name when it is
//     complete. No existing file is ever written over.
//   - A file that is truncated, damaged or no register at all is told as
//     such: [ErrDamaged], [ErrNotRegister]. The program does not crash on it
//     and does not show half of it. The structure of all pages is checked
//     before the database is used, each value when it is read.
//   - One program at a time has a file open for writing. A second one gets
//     an [*InUseError] that says who has it, if that is known.
//   - Files can be read and written by their owner only.
//
// # The file
//
// All keys and values lie in these buckets:
//
//	meta      "format", "register" and "state", see formatInfo, model.Info, state
//	records   record ID → the record, as JSON
//	history   sequence number, 8 bytes big-endian → the entry, as JSON
//	index     record ID and sequence number → the revision of that record
//	chunks    reserved for attached documents
//
// A value is one byte of format, a checksum, and the payload. Format 1 is
// plain JSON behind a CRC-32C of bucket, key and payload, so that a value
// that has changed or moved is found. Other formats are reserved for sealed
// values, so that a file can be encrypted later without being thrown away.
//
// The index leads from a record to its revisions, so that the register as it
// was at an instant can be read without going through the history, see
// [Store.AsOf].
//
// # Backups
//
// A backup is a file of the same form, consistent though the register was
// open, and verified before it gets its name. [Store.Rotate] keeps copies
// beside the register, in path + ".backups", named by the time, the register
// and the hash of the last entry. [Restore] makes a new file of a backup.
//
// # The chain of history
//
// The hash of an entry is the SHA-256 of its payload exactly as it stands in
// the file. The payload begins with the hash of the entry before, in hex
// (64 zeros for the first), so that no entry can be changed, removed or put
// in without all later hashes changing. The hash of the last entry stands in
// the state. [Store.Verify] recomputes the chain.
package store
