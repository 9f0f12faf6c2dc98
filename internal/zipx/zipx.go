// Package zipx opens ZIP archives that strangers packed: it refuses those
// that claim more entries than the caller takes before any of them costs
// memory.
package zipx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrDamaged is returned for bytes that are no archive.
var ErrDamaged = errors.New("not a ZIP archive, or a damaged one")

// Open opens an archive of at most entries entries.
func Open(data []byte, entries int) (*zip.Reader, error) {
	const record, comment = 22, 1 << 16 // bytes of the end record, and of the longest comment after it
	tail := data[max(0, len(data)-record-comment):]
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail)-at < record {
		return nil, ErrDamaged
	}
	if n := int(binary.LittleEndian.Uint16(tail[at+10:])); n > entries {
		return nil, fmt.Errorf("an archive of %d entries, and at most %d are read", n, entries)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrDamaged
	}
	if len(r.File) > entries {
		return nil, fmt.Errorf("an archive of %d entries, and at most %d are read", len(r.File), entries)
	}
	return r, nil
}
