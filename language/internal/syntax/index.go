package syntax

import "math/bits"

// Index numbers the features that a table holds. A feature is known by the
// upper bits of its hash; the others, rare or worthless, are rare enough among
// the known ones to do no harm when they are taken for one.
type Index struct {
	shift uint
	cells []cell
	rows  int
}

// cell marks which of 64 neighbouring hashes are held, and how many rows come
// before them.
type cell struct {
	bits uint64
	base uint32
}

// NewIndex numbers hashes of the given width; keys are the hashes' upper bits,
// rising. Row 0 belongs to no feature.
func NewIndex(width uint, keys []uint32) *Index {
	ix := &Index{shift: 32 - width, cells: make([]cell, 1<<(width-6))}
	for _, k := range keys {
		ix.cells[k>>6].bits |= 1 << (k & 63)
	}
	ix.number()
	return ix
}

// number gives the features held their rows.
func (ix *Index) number() {
	base := uint32(1)
	for i := range ix.cells {
		ix.cells[i].base = base
		base += uint32(bits.OnesCount64(ix.cells[i].bits))
	}
	ix.rows = int(base)
}

// Rows is the number of rows, row 0 included.
func (ix *Index) Rows() int { return ix.rows }

// Width is the number of bits of a hash that count.
func (ix *Index) Width() uint { return 32 - ix.shift }

// Row gives a feature's row, 0 if it has none.
func (ix *Index) Row(hash uint32) uint32 {
	k := hash >> ix.shift
	c := &ix.cells[k>>6]
	bit := c.bits >> (k & 63)
	row := c.base + uint32(bits.OnesCount64(c.bits&(1<<(k&63)-1)))
	return row & -uint32(bit&1)
}

// Keys lists what the index knows its features by, rising: row 1 first.
func (ix *Index) Keys() []uint32 {
	keys := make([]uint32, 0, ix.rows)
	for i, c := range ix.cells {
		for set := c.bits; set != 0; set &= set - 1 {
			keys = append(keys, uint32(i)<<6|uint32(bits.TrailingZeros64(set)))
		}
	}
	return keys
}
