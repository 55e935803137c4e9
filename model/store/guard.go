package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// The database maps the file into memory and trusts what it finds there: a
// page that points to itself, or beyond the end of the file, would end the
// program. So the pages are read and checked here first, by the documented
// format of bbolt, version 2. Every page must be in use exactly once or free.

const (
	boltMagic    = 0xED0CDAED
	boltVersion  = 2
	pageHead     = 16
	elementSize  = 16
	metaSize     = 64 // with its checksum, the last 8 bytes
	bucketHead   = 16
	branchFlag   = 0x01
	leafFlag     = 0x02
	freelistFlag = 0x10
	bucketFlag   = 0x01
	maxDepth     = 32
)

var errNoDatabase = errors.New("there is no database header")

// boltMeta is one of the two headers of a database.
type boltMeta struct{ pageSize, root, freelist, pages, transaction uint64 }

// guard checks the structure of all pages and returns how many keys each
// bucket holds. The bytes of attached documents are not read. An error is errNoDatabase or describes the damage.
func guard(file io.ReaderAt, size int64) (keys map[string]int, err error) {
	meta, err := readMeta(file, size)
	if err != nil {
		return nil, err
	}
	if uint64(size)/meta.pageSize < meta.pages {
		return nil, fmt.Errorf("%d pages are wanted, the file ends after %d bytes", meta.pages, size)
	}
	g := &pageGuard{file: file, meta: meta, used: make([]bool, meta.pages), keys: map[string]int{}}
	g.used[0], g.used[1] = true, true
	if _, err := g.tree(meta.root, 0, nil, nil, g.bucket); err != nil {
		return nil, err
	}
	if err := g.freelist(); err != nil {
		return nil, err
	}
	for id, used := range g.used {
		if !used {
			return nil, fmt.Errorf("page %d: neither used nor free", id)
		}
	}
	return g.keys, nil
}

// readMeta returns the newer of the two headers. Both must be whole: with
// one alone the last save could be missing without a sign.
func readMeta(file io.ReaderAt, size int64) (boltMeta, error) {
	first, err := metaAt(file, 0)
	if err != nil {
		if anyMagic(file, size) {
			return boltMeta{}, fmt.Errorf("the first header: %w", err)
		}
		return boltMeta{}, errNoDatabase
	}
	if first.pageSize < 1024 || first.pageSize > 64<<10 || first.pageSize&(first.pageSize-1) != 0 {
		return boltMeta{}, fmt.Errorf("the first header: pages of %d bytes", first.pageSize)
	}
	second, err := metaAt(file, int64(first.pageSize))
	if err != nil {
		return boltMeta{}, fmt.Errorf("the second header: %w", err)
	}
	if second.pageSize != first.pageSize {
		return boltMeta{}, fmt.Errorf("the two headers differ in the size of pages")
	}
	if second.transaction > first.transaction {
		return second, nil
	}
	return first, nil
}

func metaAt(file io.ReaderAt, offset int64) (boltMeta, error) {
	buf := make([]byte, metaSize)
	if _, err := file.ReadAt(buf, offset+pageHead); err != nil {
		return boltMeta{}, fmt.Errorf("it cannot be read: %w", err)
	}
	order := binary.NativeEndian
	sum := fnv.New64a()
	sum.Write(buf[:metaSize-8])
	switch {
	case order.Uint32(buf) != boltMagic:
		return boltMeta{}, errNoDatabase
	case order.Uint32(buf[4:]) != boltVersion:
		return boltMeta{}, fmt.Errorf("version %d", order.Uint32(buf[4:]))
	case order.Uint64(buf[56:]) != sum.Sum64():
		return boltMeta{}, errors.New("its checksum does not fit")
	}
	return boltMeta{
		pageSize: uint64(order.Uint32(buf[8:])),
		root:     order.Uint64(buf[16:]), freelist: order.Uint64(buf[32:]),
		pages: order.Uint64(buf[40:]), transaction: order.Uint64(buf[48:]),
	}, nil
}

// anyMagic reports whether either header of a database can still be made
// out, so that a damaged register is told from another file.
func anyMagic(file io.ReaderAt, size int64) bool {
	at := func(offset int64) bool {
		buf := make([]byte, 4)
		_, err := file.ReadAt(buf, offset+pageHead)
		return err == nil && binary.NativeEndian.Uint32(buf) == boltMagic
	}
	for pageSize := int64(1024); pageSize <= 64<<10 && pageSize < size; pageSize *= 2 {
		if at(pageSize) {
			return true
		}
	}
	return at(0)
}

type pageGuard struct {
	file    io.ReaderAt
	meta    boltMeta
	used    []bool
	keys    map[string]int
	buffers [maxDepth][]byte // one page of each depth
}

// element is one key of a leaf.
type element struct {
	key      []byte
	bucket   []byte // the value, where the key is that of a bucket
	isBucket bool
}

// pages is a page with its overflow. Of a long leaf, as attached documents
// make them, only the head has been read: its keys are read one by one, and its
// values when somebody wants them.
type pages struct {
	head   []byte
	length int
	file   io.ReaderAt
}

// longLeaf is the length from which on a leaf is not read as a whole.
const longLeaf = 64 << 10

// page reads a page with its overflow and marks it as used.
func (g *pageGuard) page(id uint64, depth int) (pages, error) {
	if depth >= maxDepth {
		return pages{}, fmt.Errorf("page %d: the tree is too deep", id)
	}
	head := make([]byte, pageHead)
	if id < 2 || id >= g.meta.pages {
		return pages{}, fmt.Errorf("page %d of %d", id, g.meta.pages)
	}
	if _, err := g.file.ReadAt(head, int64(id*g.meta.pageSize)); err != nil {
		return pages{}, fmt.Errorf("page %d: %w", id, err)
	}
	overflow := uint64(binary.NativeEndian.Uint32(head[12:]))
	if binary.NativeEndian.Uint64(head) != id || id+overflow >= g.meta.pages {
		return pages{}, fmt.Errorf("page %d: its head does not fit", id)
	}
	for i := id; i <= id+overflow; i++ {
		if g.used[i] {
			return pages{}, fmt.Errorf("page %d: used twice", i)
		}
		g.used[i] = true
	}
	length := int((overflow + 1) * g.meta.pageSize)
	read := length
	if binary.NativeEndian.Uint16(head[8:]) == leafFlag && length > longLeaf {
		read = min(length, pageHead+int(binary.NativeEndian.Uint16(head[10:]))*elementSize)
	}
	if cap(g.buffers[depth]) < read {
		g.buffers[depth] = make([]byte, read)
	}
	buf := g.buffers[depth][:read]
	if _, err := g.file.ReadAt(buf, int64(id*g.meta.pageSize)); err != nil {
		return pages{}, fmt.Errorf("page %d: %w", id, err)
	}
	return pages{buf, length, io.NewSectionReader(g.file, int64(id*g.meta.pageSize), int64(length))}, nil
}

// inside reports why a part cannot be one of the page.
func (p pages) inside(at, size int) error {
	if at < pageHead || at > p.length || size < 0 || size > p.length-at {
		return errors.New("a key or value beyond the end of the page")
	}
	return nil
}

// cut returns part of a page, if it lies inside.
func (p pages) cut(at, size int) ([]byte, error) {
	if err := p.inside(at, size); err != nil {
		return nil, err
	}
	if at+size <= len(p.head) {
		return p.head[at : at+size], nil
	}
	if size > longLeaf {
		return nil, fmt.Errorf("a key of %d bytes", size)
	}
	part := make([]byte, size)
	_, err := p.file.ReadAt(part, int64(at))
	return part, err
}

// tree checks the tree below a page, whose keys lie from low up to below
// high, and returns how many keys it holds.
func (g *pageGuard) tree(id uint64, depth int, low, high []byte, visit func(element) error) (int, error) {
	page, err := g.page(id, depth)
	if err != nil {
		return 0, err
	}
	buf := page.head
	if flags := binary.NativeEndian.Uint16(buf[8:]); flags == leafFlag {
		n, err := leaf(page, low, high, visit)
		if err != nil {
			return 0, fmt.Errorf("page %d: %w", id, err)
		}
		return n, nil
	} else if flags != branchFlag {
		return 0, fmt.Errorf("page %d: of kind %#x", id, flags)
	}
	count := int(binary.NativeEndian.Uint16(buf[10:]))
	if count == 0 || pageHead+count*elementSize > len(buf) {
		return 0, fmt.Errorf("page %d: %d branches", id, count)
	}
	keys, children := make([][]byte, count), make([]uint64, count)
	for i := range count {
		at := pageHead + i*elementSize
		pos, size := fieldsAt(buf, at)
		if keys[i], err = page.cut(at+pos, size); err != nil {
			return 0, fmt.Errorf("page %d: %w", id, err)
		}
		children[i] = binary.NativeEndian.Uint64(buf[at+8:])
	}
	total := 0
	for i, child := range children {
		below := high
		if i+1 < count {
			below = keys[i+1]
		}
		if !within(keys[i], low, high) || below != nil && bytes.Compare(keys[i], below) >= 0 {
			return 0, fmt.Errorf("page %d: keys out of order", id)
		}
		n, err := g.tree(child, depth+1, keys[i], below, visit)
		if err != nil {
			return 0, err
		}
		total += n
	}
	return total, nil
}

// leaf checks the keys of one leaf.
func leaf(page pages, low, high []byte, visit func(element) error) (int, error) {
	buf := page.head
	count := int(binary.NativeEndian.Uint16(buf[10:]))
	if pageHead+count*elementSize > len(buf) {
		return 0, fmt.Errorf("%d keys", count)
	}
	var before []byte
	for i := range count {
		at := pageHead + i*elementSize
		flags := binary.NativeEndian.Uint32(buf[at:])
		pos, keySize := fieldsAt(buf, at+4)
		valueSize := int(binary.NativeEndian.Uint32(buf[at+12:]))
		key, err := page.cut(at+pos, keySize)
		if err != nil {
			return 0, err
		}
		if err := page.inside(at+pos+keySize, valueSize); err != nil {
			return 0, err
		}
		if !within(key, low, high) || i > 0 && bytes.Compare(before, key) >= 0 {
			return 0, errors.New("keys out of order")
		}
		before = key
		if flags > bucketFlag {
			return 0, fmt.Errorf("a key of kind %#x", flags)
		}
		found := element{key: key, isBucket: flags == bucketFlag}
		if found.isBucket {
			if found.bucket, err = page.cut(at+pos+keySize, valueSize); err != nil {
				return 0, err
			}
		}
		if err := visit(found); err != nil {
			return 0, err
		}
	}
	return count, nil
}

// bucket checks one bucket of the root.
func (g *pageGuard) bucket(e element) error {
	if !e.isBucket || len(e.bucket) < bucketHead {
		return errors.New("a key outside of all buckets")
	}
	plain := func(e element) error {
		if e.isBucket {
			return errors.New("a bucket inside of another")
		}
		return nil
	}
	name := string(e.key)
	var n int
	var err error
	if root := binary.NativeEndian.Uint64(e.bucket); root != 0 {
		n, err = g.tree(root, 8, nil, nil, plain) // below the buffers of the root's own tree
	} else if page := e.bucket[bucketHead:]; len(page) < pageHead || binary.NativeEndian.Uint16(page[8:]) != leafFlag {
		err = errors.New("a bucket without a page")
	} else {
		n, err = leaf(pages{head: page, length: len(page)}, nil, nil, plain)
	}
	if err != nil {
		return fmt.Errorf("bucket %q: %w", name, err)
	}
	g.keys[name] = n
	return nil
}

// freelist checks the list of free pages.
func (g *pageGuard) freelist() error {
	page, err := g.page(g.meta.freelist, 0)
	if err != nil {
		return fmt.Errorf("list of free pages: %w", err)
	}
	buf := page.head
	if flags := binary.NativeEndian.Uint16(buf[8:]); flags != freelistFlag {
		return fmt.Errorf("list of free pages: of kind %#x", flags)
	}
	count, ids := uint64(binary.NativeEndian.Uint16(buf[10:])), buf[pageHead:]
	if count == 0xFFFF { // then the first entry is the true count
		count, ids = binary.NativeEndian.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids)/8) {
		return fmt.Errorf("list of free pages: %d entries", count)
	}
	before := uint64(1)
	for i := range count {
		id := binary.NativeEndian.Uint64(ids[i*8:])
		if id <= before || id >= g.meta.pages || g.used[id] {
			return fmt.Errorf("list of free pages: page %d", id)
		}
		g.used[id] = true
		before = id
	}
	return nil
}

func fieldsAt(buf []byte, at int) (pos, size int) {
	return int(binary.NativeEndian.Uint32(buf[at:])), int(binary.NativeEndian.Uint32(buf[at+4:]))
}

func within(key, low, high []byte) bool {
	return (low == nil || bytes.Compare(key, low) >= 0) && (high == nil || bytes.Compare(key, high) < 0)
}
