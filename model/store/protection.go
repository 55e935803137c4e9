package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
)

// protection is the one value of a protected file that is not sealed: the
// data key, wrapped by the passphrase and by the recovery key, and what it
// takes to unwrap it.
type protection struct {
	Cipher     string `json:"cipher"` // keyEncoding
	Argon2id   argon  `json:"argon2id"`
	Passphrase []byte `json:"passphrase"` // the data key, wrapped
	Recovery   []byte `json:"recovery"`   // the data key, wrapped
}

// The labels that tell the two wrapped keys apart.
const (
	byPassphrase = "fortegnelse data key by passphrase"
	byRecovery   = "fortegnelse data key by recovery key"
)

// newProtection makes a random data key and wraps it.
func newProtection(passphrase Secret) (p protection, v *vault, recovery string, err error) {
	data := make([]byte, dataKeyLength)
	rand.Read(data) // never fails
	p.Cipher = keyEncoding
	if err := p.lockWith(data, passphrase); err != nil {
		return protection{}, nil, "", err
	}
	if recovery, err = p.recoverWith(data); err != nil {
		return protection{}, nil, "", err
	}
	v, err = newVault(data)
	return p, v, recovery, err
}

// lockWith wraps the data key by a new passphrase.
func (p *protection) lockWith(data []byte, passphrase Secret) (err error) {
	if err := passphrase.fit(); err != nil {
		return err
	}
	p.Argon2id = cost
	p.Argon2id.Salt = make([]byte, saltLength)
	rand.Read(p.Argon2id.Salt) // never fails
	p.Passphrase, err = seal(p.Argon2id.keyOf(passphrase), data, byPassphrase)
	return err
}

// recoverWith wraps the data key by a new recovery key, which it returns.
func (p *protection) recoverWith(data []byte) (printed string, err error) {
	recovery := newRecoveryKey()
	key, err := recoveryWrapping(recovery)
	if err != nil {
		return "", err
	}
	p.Recovery, err = seal(key, data, byRecovery)
	return printRecoveryKey(recovery), err
}

// opener makes the vault of a file: a secret from a person, or the vault of
// another file with the same data key.
type opener interface {
	open(protection) (*vault, error)
}

func (s Secret) open(p protection) (*vault, error) {
	if len(s) == 0 {
		return nil, ErrProtected
	}
	if recovery, ok := s.recoveryKey(); ok {
		key, err := recoveryWrapping(recovery)
		if err != nil {
			return nil, err
		}
		if data, err := unseal(key, p.Recovery, byRecovery); err == nil {
			return newVault(data)
		}
	}
	data, err := unseal(p.Argon2id.keyOf(s), p.Passphrase, byPassphrase)
	if err != nil {
		return nil, err
	}
	return newVault(data)
}

func (v *vault) open(protection) (*vault, error) {
	if v == nil {
		return nil, ErrProtected
	}
	return newVault(bytes.Clone(v.data))
}

// unlock makes the vault of a file, nil for one that is not protected.
func (tx transaction) unlock(key opener) (*vault, error) {
	if tx.Bucket(metaBucket).Get(protectionKey) == nil {
		return nil, nil
	}
	p, err := tx.protection()
	if err != nil {
		return nil, err
	}
	if tx.vault, err = key.open(p); err != nil {
		return nil, err
	}
	bears, err := tx.get(metaBucket, sealKey)
	if err == nil && !bytes.Equal(bears, tx.unsealed()) {
		err = errSeal
	}
	if err != nil {
		return nil, fmt.Errorf("meta %s: %w", sealKey, err)
	}
	return tx.vault, nil
}

// protection reads how the data key is wrapped.
func (tx transaction) protection() (protection, error) {
	tx.vault = nil
	var p protection
	if err := tx.readMeta(protectionKey, &p); err != nil {
		return protection{}, err
	}
	if p.Cipher != keyEncoding || !p.Argon2id.reasonable() {
		return protection{}, fmt.Errorf("meta %s: %w", protectionKey, errValue)
	}
	return p, nil
}

// setProtection stores how the data key is wrapped.
func (tx transaction) setProtection(p protection) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := (transaction{tx.Tx, nil}).put(metaBucket, protectionKey, data); err != nil {
		return err
	}
	return tx.put(metaBucket, sealKey, tx.unsealed())
}

// unsealed returns a hash of the values that are not sealed. It is sealed, so
// that they cannot be changed either.
func (tx transaction) unsealed() []byte {
	meta := tx.Bucket(metaBucket)
	sum := sha256.New()
	for _, key := range [][]byte{formatKey, protectionKey} {
		value := meta.Get(key)
		fmt.Fprintf(sum, "%s %d ", key, len(value))
		sum.Write(value)
	}
	return sum.Sum(nil)
}
