package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// point copies a file and puts the folder of the script for HERE.
func point(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.ReplaceAll(ts.ReadFile(args[0]), "HERE", filepath.ToSlash(ts.MkAbs(".")))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// tomorrow turns a register into one that the next version has written.
func tomorrow(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bolt.Tx) error {
		const bucket, key, head = "meta", "format", 5
		meta := tx.Bucket([]byte(bucket))
		was := meta.Get([]byte(key))
		payload := bytes.Replace(was[head:], fmt.Appendf(nil, `"schema":%d`, model.SchemaVersion), fmt.Appendf(nil, `"schema":%d`, model.SchemaVersion+1), 1)
		covered := append([]byte(bucket+"\x00"+string(rune(len(key)))+key), payload...)
		sum := crc32.Checksum(covered, crc32.MakeTable(crc32.Castagnoli))
		value := append(binary.BigEndian.AppendUint32([]byte{was[0]}, sum), payload...)
		return meta.Put([]byte(key), value)
	}))
	ts.Check(db.Close())
}
