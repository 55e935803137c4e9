package store

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

// Secret is what opens a protected register: its passphrase or its recovery
// key, as typed. It is UTF-8; whoever has it should clear it after use.
type Secret []byte

// MinPassphrase is how many characters a passphrase has at least.
const MinPassphrase = 8

// argon says what a passphrase costs to try. The first values are the second
// recommendation of RFC 9106, section 4.
type argon struct {
	Time    uint32 `json:"time"`    // passes
	Memory  uint32 `json:"memory"`  // KiB
	Threads uint8  `json:"threads"` //
	Salt    []byte `json:"salt"`
}

// cost is that of new passphrases.
var cost = argon{Time: 3, Memory: 64 << 10, Threads: 4}

const (
	saltLength  = 16
	maxTime     = 64
	maxMemory   = 1 << 20 // KiB; a file cannot make the program take more
	maxThreads  = 64
	keyEncoding = "XChaCha20-Poly1305"
)

// reasonable reports whether the parameters in a file can be ones of ours.
func (a argon) reasonable() bool {
	return a.Time >= 1 && a.Time <= maxTime && a.Memory >= 8 && a.Memory <= maxMemory &&
		a.Threads >= 1 && a.Threads <= maxThreads && len(a.Salt) >= 8 && len(a.Salt) <= 64
}

// keyOf derives the key that a passphrase wraps with.
func (a argon) keyOf(passphrase Secret) []byte {
	normal := norm.NFC.Bytes(passphrase) // "å" is typed in two ways
	return argon2.IDKey(normal, a.Salt, a.Time, a.Memory, a.Threads, chacha20poly1305.KeySize)
}

// A recovery key is 160 random bits, printed once, in eight groups of four
// letters and digits.
const (
	recoveryLength = 20
	recoveryGroup  = 4
)

func newRecoveryKey() []byte {
	key := make([]byte, recoveryLength)
	rand.Read(key) // never fails
	return key
}

// printRecoveryKey writes a recovery key as a person can copy it.
func printRecoveryKey(key []byte) string {
	text := base32.StdEncoding.EncodeToString(key)
	var groups []string
	for ; text != ""; text = text[recoveryGroup:] {
		groups = append(groups, text[:recoveryGroup])
	}
	return strings.Join(groups, "-")
}

// recoveryKey reads a secret as a recovery key, if it has the form of one.
// The digits that are easily taken for letters are read as these.
func (s Secret) recoveryKey() ([]byte, bool) {
	if len(s) > 100 {
		return nil, false
	}
	text := strings.NewReplacer("-", "", " ", "", "\n", "", "0", "O", "1", "I", "8", "B").Replace(strings.ToUpper(string(s)))
	key, err := base32.StdEncoding.DecodeString(text)
	return key, err == nil && len(key) == recoveryLength
}

// recoveryWrapping derives the key that a recovery key wraps with. It needs no
// cost: nobody can try 160 bits.
func recoveryWrapping(key []byte) ([]byte, error) {
	return hkdf.Key(sha256.New, key, nil, "fortegnelse recovery", chacha20poly1305.KeySize)
}

// fit reports why a passphrase cannot be taken.
func (s Secret) fit() error {
	if utf8.RuneCount(s) < MinPassphrase {
		return ErrShortPassphrase
	}
	return nil
}

// seal and unseal wrap the data key: nonce, sealed key.
func seal(key, data []byte, label string) ([]byte, error) {
	aead, err := wrapping(key)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce) // never fails
	return aead.Seal(nonce, nonce, data, []byte(label)), nil
}

func unseal(key, wrapped []byte, label string) ([]byte, error) {
	aead, err := wrapping(key)
	if err != nil {
		return nil, err
	}
	if len(wrapped) < aead.NonceSize() {
		return nil, ErrWrongPassphrase
	}
	data, err := aead.Open(nil, wrapped[:aead.NonceSize()], wrapped[aead.NonceSize():], []byte(label))
	if err != nil || len(data) != dataKeyLength {
		return nil, ErrWrongPassphrase
	}
	return data, nil
}

// wrapping makes the cipher of a key and clears the key.
func wrapping(key []byte) (cipher.AEAD, error) {
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("wrapping a key: %w", err)
	}
	return aead, nil
}
