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
//     an [*InUseError] that says who has it, if that is known and can be true.
//   - A file that is moved, removed or replaced while it is open takes no more
//     changes, see [Store.InPlace]; what is open can be copied elsewhere.
//   - Files can be read and written by their owner only. The rights that others
//     have to a register or its backup folder are taken away when it is opened
//     for writing.
//   - A file that a passphrase protects shows how many records there are, how
//     often each was changed, how many chunks of documents there are, and how
//     long each value is, and nothing else;
//     nor do its backups and temporary files. What is moved, swapped or put in
//     without the passphrase is told: [ErrTampered].
//
// # The file
//
// All keys and values lie in these buckets:
//
//	meta      "format", "register" and "state", see formatInfo, model.Info, state;
//	          of a protected file also "protection" and "seal", see protection
//	records   name of the record → the record, as JSON
//	history   sequence number → the entry, as JSON
//	index     name of the record, number of the revision → sequence number
//	chunks    name of the document, number of the chunk → part of its bytes, see chunk
//
// Numbers are 8 bytes, big-endian. The name of a record is its ID, that of a
// document its SHA-256 in hex.
//
// A value is one byte of format, a CRC-32C, and the payload. Format 1 is plain:
// the checksum is of bucket, key and payload, so that a value that has changed
// or moved is found. Format 2 is sealed, see below.
//
// The index leads from a record to its revisions, so that the register as it
// was at an instant can be read without going through the history, see
// [Store.AsOf].
//
// # Protection
//
// A protected file has a random data key of 256 bits, from which HKDF-SHA-256
// derives one key for values and one for names. Values are sealed with
// XChaCha20-Poly1305 under a random nonce, with bucket and key as associated
// data; the checksum of format 2 is of nonce and sealed payload, so that damage
// by chance is told from tampering, and without the passphrase. Names are the
// first 16 bytes of an HMAC-SHA-256. "format" and "protection" stay in clear; a
// hash of both is sealed in "seal".
//
// The data key is wrapped twice: by the passphrase, through Argon2id with at
// least the parameters that RFC 9106 recommends second (64 MiB, 3 passes, 4
// lanes), and by a recovery key of 160 random bits, which is shown once. Another
// passphrase wraps the data key anew and leaves all else, see
// [Store.ChangePassphrase]. Protection comes and goes by writing the file anew,
// see [Store.Protect].
//
// It does not protect from whoever puts an older state of the whole file back,
// nor a computer on which the register is open.
//
// # Layouts
//
// A file of a newer layout or schema is refused; [ExportNewer] writes its
// records as they are, as far as they stand where they stand today.
//
// This is layout 2. Layout 1 had sequence numbers in the keys of the index. Such
// a file is migrated when it is opened for writing, after a copy of it has gone
// to its backups, and read from a migrated copy otherwise.
//
// # Backups
//
// A backup is a file of the same form, consistent though the register was
// open, and verified before it gets its name. [Store.Rotate] keeps copies
// beside the register, in path + ".backups", or in a chosen folder, named by
// the time, the register and the hash of the last entry; [Store.RotateAfter]
// does so beside the work. What was chosen, and which folders were chosen
// before, stands in rotation.json beside the register. [Restore] makes a new
// file of a backup, and [Rescue] one of what is still whole in a damaged file.
//
// An encrypted backup, [Store.EncryptedBackupTo], is such a file in the format
// age-encryption.org/v1 under a passphrase; the tool age opens it as well.
// [OpenCopy] reads a register that another program has open: it copies the
// bytes between two headers that are the same and verifies the copy.
//
// # Places and clocks
//
// A register belongs on a disk of the computer: [SyncedFolder] and
// [NetworkFolder] tell where it does not lie well, so that a person can be
// warned. Its backups may go there.
//
// Times come from the clock of the computer, in UTC. A change never counts
// from before the one that precedes it, see [Entry]. Copies that seem to be
// from the future, by a clock that was ahead or one that is behind, neither
// push out others nor are taken for the newest.
//
// # The chain of history
//
// The hash of an entry is the SHA-256 of its payload exactly as it stands in
// the file. The payload begins with the hash of the entry before, in hex
// (64 zeros for the first), so that no entry can be changed, removed or put
// in without all later hashes changing. The hash of the last entry stands in
// the state. [Store.Verify] recomputes the chain.
package store
