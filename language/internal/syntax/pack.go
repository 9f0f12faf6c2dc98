package syntax

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// Weights is a finished table as it is stored: for each feature, known by the
// upper bits of its hash, the few weights that matter. The parts lie one after
// another and are read in bulk, since a program waits for them when it starts.
type Weights struct {
	Classes  int       // weights of a full row
	Codebook []float32 // the values that weights take; a power of two of them
	Index    *Index    // which features there are
	Counts   []uint8   // weights of each feature, row 1 first
	Class    []uint8   // class of each weight, feature after feature, rising
	Code     []uint8   // place of each weight's value in Codebook
}

const (
	mostClasses = 64
	manyCount   = 15 // counts from here on take a byte more
)

// Append appends the table's bytes to b.
func (w *Weights) Append(b []byte) []byte {
	codeBits := bits.Len(uint(len(w.Codebook))) - 1
	b = append(b, byte(w.Index.Width()), byte(w.Classes), byte(codeBits))
	for _, v := range w.Codebook {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(w.Counts)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(w.Code)))
	for _, c := range w.Index.cells {
		b = binary.LittleEndian.AppendUint64(b, c.bits)
	}
	var many []byte
	short := make([]uint8, len(w.Counts))
	for i, n := range w.Counts {
		if short[i] = n; n >= manyCount {
			short[i] = manyCount
			many = append(many, n)
		}
	}
	b = pack(b, short, 4)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(many)))
	b = append(b, many...)
	b = pack(b, w.Class, bits.Len(uint(w.Classes-1)))
	return pack(b, w.Code, codeBits)
}

// pack appends numbers of a few bits each, eight of them in as many bytes as
// one has bits.
func pack(b []byte, values []uint8, width int) []byte {
	for i := 0; i < len(values); i += 8 {
		var group uint64
		for k, v := range values[i:min(i+8, len(values))] {
			group |= uint64(v) << (k * width)
		}
		for range width {
			b = append(b, byte(group))
			group >>= 8
		}
	}
	return b
}

var errWeights = errors.New("the weights are cut short or spoilt; train the model again")

// source is the bytes that are still to be read. Once they run out, ok is
// false and whatever is read is empty.
type source struct {
	bytes []byte
	ok    bool
}

func (s *source) take(n int) []byte {
	if !s.ok || n < 0 || n > len(s.bytes) {
		s.ok = false
		return nil
	}
	b := s.bytes[:n]
	s.bytes = s.bytes[n:]
	return b
}

func (s *source) number() int {
	if b := s.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

// unpack reads n numbers that pack wrote.
func (s *source) unpack(n, width int) []uint8 {
	groups := (n + 7) / 8
	b := s.take(groups * width)
	if b == nil {
		return nil
	}
	out := make([]uint8, groups*8)
	mask := uint64(1)<<width - 1
	for g := range groups {
		var group uint64
		if at := g * width; at+8 <= len(b) {
			group = binary.LittleEndian.Uint64(b[at:])
		} else {
			for k, c := range b[at : at+width] {
				group |= uint64(c) << (8 * k)
			}
		}
		o := out[g*8 : g*8+8]
		for k := range o {
			o[k] = uint8(group & mask)
			group >>= width
		}
	}
	return out[:n]
}

// ReadWeights reads one table from the front of b and returns what follows it.
func ReadWeights(b []byte) (*Weights, []byte, error) {
	in := &source{bytes: b, ok: true}
	head := in.take(3)
	if head == nil || head[0] < 6 || head[0] > 26 || head[1] < 2 || head[1] > mostClasses || head[2] == 0 || head[2] > 8 {
		// fewer than two classes or codes would take no bits, however many weights they claim
		return nil, nil, errWeights
	}
	w := &Weights{Classes: int(head[1])}
	for range 1 << head[2] {
		w.Codebook = append(w.Codebook, math.Float32frombits(uint32(in.number())))
	}
	rows, weights := in.number(), in.number()
	w.Index = readIndex(uint(head[0]), in)
	w.Counts = in.unpack(rows, 4)
	many := in.take(in.number())
	w.Class = in.unpack(weights, bits.Len(uint(w.Classes-1)))
	w.Code = in.unpack(weights, int(head[2]))
	if !in.ok || w.Index.Rows() != rows+1 || !w.expand(many) {
		return nil, nil, errWeights
	}
	return w, in.bytes, nil
}

// readIndex reads which features there are.
func readIndex(width uint, in *source) *Index {
	ix := &Index{shift: 32 - width}
	b := in.take(8 << (width - 6))
	ix.cells = make([]cell, len(b)/8)
	for i := range ix.cells {
		ix.cells[i].bits = binary.LittleEndian.Uint64(b[i*8:])
	}
	ix.number()
	return ix
}

// expand puts the large counts in their places and checks that counts and
// classes fit.
func (w *Weights) expand(many []byte) bool {
	total := 0
	for i, n := range w.Counts {
		if n == manyCount {
			if len(many) == 0 {
				return false
			}
			w.Counts[i] = many[0]
			many = many[1:]
		}
		total += int(w.Counts[i])
	}
	highest := uint8(0)
	for _, c := range w.Class {
		highest = max(highest, c)
	}
	return total == len(w.Code) && int(highest) < w.Classes && len(many) == 0
}
