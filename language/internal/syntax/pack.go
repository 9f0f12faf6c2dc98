package syntax

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// Weights is a finished table as it is stored: for each feature, known by the
// upper bits of its hash, the few weights that matter.
type Weights struct {
	Width    uint      // bits of a hash that tell features apart
	Classes  int       // weights of a full row
	Codebook []float32 // the values that weights take; its length is a power of two
	Keys     []uint32  // the features, rising
	Counts   []uint8   // weights of each feature
	Class    []uint8   // class of each weight, feature after feature, rising
	Code     []uint8   // place of each weight's value in Codebook
}

const (
	narrow    = 8 // tables up to this many classes store a mask, others a list
	keyBits   = 2 // plain bits of a Rice-coded distance between keys
	countBits = 1 // of a Rice-coded number of weights
	classBits = 6
)

// Append appends the table's bytes to b.
func (w *Weights) Append(b []byte) []byte {
	b = append(b, byte(w.Width), byte(w.Classes), byte(bits.Len(uint(len(w.Codebook)))-1))
	for _, v := range w.Codebook {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(w.Keys)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(w.Code)))
	out := bitWriter{bytes: b}
	codeBits := uint(bits.Len(uint(len(w.Codebook))) - 1)
	next, at := uint32(0), 0
	for i, key := range w.Keys {
		out.rice(key-next, keyBits)
		next = key + 1
		n := int(w.Counts[i])
		if w.Classes <= narrow {
			mask := uint64(0)
			for _, c := range w.Class[at : at+n] {
				mask |= 1 << c
			}
			out.write(mask, uint(w.Classes))
		} else {
			out.rice(uint32(n-1), countBits)
		}
		for ; n > 0; n-- {
			if w.Classes > narrow {
				out.write(uint64(w.Class[at]), classBits)
			}
			out.write(uint64(w.Code[at]), codeBits)
			at++
		}
	}
	return out.flush()
}

var errWeights = errors.New("the weights are cut short or spoilt; train the model again")

// ReadWeights reads one table from the front of b and returns what follows it.
func ReadWeights(b []byte) (*Weights, []byte, error) {
	if len(b) < 3 || b[0] < 6 || b[0] > 26 || b[1] == 0 || b[1] > 1<<classBits || b[2] > 8 {
		return nil, nil, errWeights
	}
	w := &Weights{Width: uint(b[0]), Classes: int(b[1])}
	codeBits := uint(b[2])
	b = b[3:]
	if len(b) < 4<<codeBits+8 {
		return nil, nil, errWeights
	}
	for range 1 << codeBits {
		w.Codebook = append(w.Codebook, math.Float32frombits(binary.LittleEndian.Uint32(b)))
		b = b[4:]
	}
	keys, weights := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	if keys > 1<<w.Width || weights > 8*len(b) {
		return nil, nil, errWeights
	}
	w.Keys, w.Counts = make([]uint32, keys), make([]uint8, keys)
	w.Class, w.Code = make([]uint8, weights), make([]uint8, weights)
	in := bitReader{bytes: b[8:]}
	if !w.readRows(&in, codeBits) {
		return nil, nil, errWeights
	}
	return w, in.rest(), nil
}

// readRows reads the features and their weights; false if they do not fit.
func (w *Weights) readRows(in *bitReader, codeBits uint) bool {
	next, at := uint32(0), 0
	for i := range w.Keys {
		key := next + in.rice(keyBits)
		if key < next || key>>w.Width != 0 {
			return false
		}
		w.Keys[i] = key
		next = key + 1
		if w.Classes <= narrow {
			mask := in.read(uint(w.Classes))
			w.Counts[i] = uint8(bits.OnesCount64(mask))
			if at+int(w.Counts[i]) > len(w.Code) {
				return false
			}
			for ; mask != 0; mask &= mask - 1 {
				w.Class[at] = uint8(bits.TrailingZeros64(mask))
				w.Code[at] = uint8(in.read(codeBits))
				at++
			}
			continue
		}
		n := int(in.rice(countBits)) + 1
		if n > w.Classes || at+n > len(w.Code) {
			return false
		}
		w.Counts[i] = uint8(n)
		for ; n > 0; n-- {
			both := in.read(classBits + codeBits)
			w.Class[at] = uint8(both & (1<<classBits - 1))
			w.Code[at] = uint8(both >> classBits)
			if int(w.Class[at]) >= w.Classes {
				return false
			}
			at++
		}
	}
	return at == len(w.Code) && !in.over()
}

// bitWriter writes numbers of any width, low bits first.
type bitWriter struct {
	bytes []byte
	acc   uint64
	n     uint
}

func (w *bitWriter) write(v uint64, n uint) {
	w.acc |= v << w.n
	w.n += n
	for w.n >= 8 {
		w.bytes = append(w.bytes, byte(w.acc))
		w.acc >>= 8
		w.n -= 8
	}
}

// rice writes a number as so many ones for its upper part, a zero, and k bits
// (Rice 1979).
func (w *bitWriter) rice(v uint32, k uint) {
	for q := v >> k; q > 0; q-- {
		w.write(1, 1)
	}
	w.write(0, 1)
	w.write(uint64(v)&(1<<k-1), k)
}

func (w *bitWriter) flush() []byte {
	for w.n > 0 {
		w.write(0, 8-w.n)
	}
	return w.bytes
}

// bitReader reads what bitWriter wrote, and zeros past the end.
type bitReader struct {
	bytes []byte
	at    int // the next byte to take into acc
	acc   uint64
	n     uint // bits in acc
}

func (r *bitReader) fill() {
	if r.at+8 <= len(r.bytes) {
		r.acc |= binary.LittleEndian.Uint64(r.bytes[r.at:]) << r.n
		took := (63 - r.n) >> 3
		r.at += int(took)
		r.n += took * 8
		return
	}
	for r.n <= 56 {
		if r.at < len(r.bytes) {
			r.acc |= uint64(r.bytes[r.at]) << r.n
		}
		r.at++
		r.n += 8
	}
}

func (r *bitReader) read(n uint) uint64 {
	if r.n < n {
		r.fill()
	}
	v := r.acc & (1<<n - 1)
	r.acc >>= n
	r.n -= n
	return v
}

func (r *bitReader) rice(k uint) uint32 {
	var q uint32
	for {
		if r.n < 32 {
			r.fill()
		}
		ones := uint(bits.TrailingZeros64(^r.acc))
		if ones < r.n {
			r.acc >>= ones + 1
			r.n -= ones + 1
			q += uint32(ones)
			break
		}
		r.acc = 0
		q += uint32(r.n)
		r.n = 0
		if r.over() {
			break
		}
	}
	return q<<k | uint32(r.read(k))
}

// over tells whether more was read than there is.
func (r *bitReader) over() bool { return r.at-int(r.n/8) > len(r.bytes) }

// rest returns the bytes after the last one that was read from.
func (r *bitReader) rest() []byte { return r.bytes[min(r.at-int(r.n/8), len(r.bytes)):] }
