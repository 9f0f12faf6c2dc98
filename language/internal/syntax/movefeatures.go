package syntax

import "math/bits"

// MoveFeatures is the number of features of a configuration.
const MoveFeatures = 104

var noItem = Item{Below: -1}

// setHash spreads a set of relations.
func setHash(set uint64) uint32 {
	return Mix(uint32(set) ^ bits.RotateLeft32(uint32(set>>32)*2654435761, 7))
}

// distance puts a distance into one of few classes.
func distance(d int32) uint32 {
	switch {
	case d < 5:
		return uint32(max(d, 0))
	case d < 8:
		return 5
	case d < 12:
		return 6
	case d < 20:
		return 7
	}
	return 8
}

func (sp *Space) item(i int32) *Item {
	if i < 0 {
		return &noItem
	}
	return &sp.Items[i]
}

// gap describes what stands between two places: few or many of each.
func (s *Sentence) gap(from, to int32) (g [5]uint32) {
	if from == 0 || to == 0 || from >= to {
		return g
	}
	a, b := &s.Before[from+1], &s.Before[to]
	g[0] = uint32(min(b.Commas-a.Commas, 3))
	g[1] = uint32(min(b.Dashes-a.Dashes, 2))
	g[2] = uint32((b.Quotes-a.Quotes)&1) | uint32(a.Quotes&1)<<1
	g[3] = uint32(min(b.Verbs-a.Verbs, 3))
	g[4] = uint32(min(b.Joins-a.Joins, 2))
	return g
}

// MoveHashes writes the hashes of the features of a configuration, after
// Zhang & Nivre (2011), with counts of what stands between the two heads.
func (s *Sentence) MoveHashes(sp *Space, st *State, hashes *[MoveFeatures]uint32) {
	s0i := sp.item(st.Top)
	b0i := &sp.Items[st.Front]
	s1i := sp.item(s0i.Below)
	s2i := sp.item(s1i.Below)
	s0, s1, s2, b0 := s0i.Tok, s1i.Tok, s2i.Tok, b0i.Tok
	b1, b2 := b0+1, b0+2
	b3 := min(b0+3, int32(len(s.Words)-1))
	b1, b2 = min(b1, b3), min(b2, b3)
	var h, h2 int32
	var hRel uint8
	if s0i.Rel != 0 {
		h, hRel = s1, s1i.Rel
		if s1i.Rel != 0 {
			h2 = s2
		}
	}
	low, pos := s.Low, s.Pos
	s0w, s0p, b0w, b0p := low[s0]*p1, pos[s0]*p2, low[b0]*p3, pos[b0]*p4
	b1w, b1p, b2p := low[b1]*p5, pos[b1]*p6, pos[b2]*p7
	hp, lp, rp, blp := pos[h]*p8, pos[s0i.L1]*p9, pos[s0i.R1]*p10, pos[b0i.L1]*p11
	dist := small[distance(b0-s0)] * p12
	if s0 == 0 {
		dist = 0
	}
	s0rel := small[s0i.Rel] * p13
	s1p := pos[s1] * p14
	g := s.gap(s0, b0)
	vl, vr, bvl := small[s0i.Lefts]*p15, small[8+s0i.Rights]*p15, small[b0i.Lefts]*p15
	lset, rset, bset := setHash(s0i.LSet)*p15, setHash(s0i.RSet)*p16, setHash(b0i.LSet)*p17
	commas := small[16+g[0]] * p12
	verbs := small[24+g[3]] * p12
	all := small[g[0]+4*g[3]]*p16 + small[g[1]+3*g[4]+9*g[2]]*p17
	quote := small[g[2]+4*g[1]] * p12
	prev := pos[b0-1] * p16
	next := pos[s0+1] * p17
	t := &template
	*hashes = [MoveFeatures]uint32{
		t[0] + s0w + s0p, t[1] + s0w, t[2] + s0p + s0rel,
		t[3] + b0w + b0p, t[4] + b0w, t[5] + b0p,
		t[6] + b1w + b1p, t[7] + b1w, t[8] + b1p,
		t[9] + low[b2]*p1 + b2p, t[10] + low[b2]*p1, t[11] + b2p,
		t[12] + s0w + s0p + b0w + b0p,
		t[13] + s0w + s0p + b0w,
		t[14] + s0w + b0w + b0p,
		t[15] + s0w + s0p + b0p,
		t[16] + s0p + b0w + b0p,
		t[17] + s0w + b0w,
		t[18] + s0p + b0p + s0rel,
		t[19] + b0p + b1p,
		t[20] + b0p + b1p + b2p,
		t[21] + s0p + b0p + b1p,
		t[22] + hp + s0p + b0p,
		t[23] + s0p + lp + b0p,
		t[24] + s0p + rp + b0p,
		t[25] + s0p + b0p + blp,
		t[26] + s0w + dist, t[27] + s0p + dist, t[28] + b0w + dist, t[29] + b0p + dist,
		t[30] + s0w + b0w + dist, t[31] + s0p + b0p + dist,
		t[32] + s0w + vr, t[33] + s0p + vr, t[34] + s0w + vl, t[35] + s0p + vl,
		t[36] + b0w + bvl, t[37] + b0p + bvl,
		t[38] + low[h]*p1, t[39] + hp, t[40] + s0rel,
		t[41] + low[s0i.L1]*p1, t[42] + lp, t[43] + small[s0i.L1Rel]*p1,
		t[44] + low[s0i.R1]*p1, t[45] + rp, t[46] + small[s0i.R1Rel]*p1,
		t[47] + low[b0i.L1]*p1, t[48] + blp, t[49] + small[b0i.L1Rel]*p1,
		t[50] + low[h2]*p1, t[51] + pos[h2]*p1, t[52] + small[hRel]*p1,
		t[53] + low[s0i.L2]*p1, t[54] + pos[s0i.L2]*p1, t[55] + small[s0i.L2Rel]*p1,
		t[56] + low[s0i.R2]*p1, t[57] + pos[s0i.R2]*p1, t[58] + small[s0i.R2Rel]*p1,
		t[59] + low[b0i.L2]*p1, t[60] + pos[b0i.L2]*p1, t[61] + small[b0i.L2Rel]*p1,
		t[62] + s0p + lp + pos[s0i.L2]*p1,
		t[63] + s0p + rp + pos[s0i.R2]*p1,
		t[64] + s0p + hp + pos[h2]*p1,
		t[65] + b0p + blp + pos[b0i.L2]*p1,
		t[66] + s0w + rset, t[67] + s0p + rset, t[68] + s0w + lset, t[69] + s0p + lset,
		t[70] + b0w + bset, t[71] + b0p + bset,
		t[72] + s0p + b0p + commas,
		t[73] + s0p + b0p + verbs,
		t[74] + s0p + b0p + quote,
		t[75] + s0p + b0p + all,
		t[76] + s0w + commas, t[77] + b0w + commas,
		t[78] + s0p + prev + b0p,
		t[79] + s0p + next + b0p,
		t[80] + low[b0-1]*p1 + b0p, t[81] + low[s0+1]*p1 + s0p,
		t[82] + s1p + s0p, t[83] + s1p + s0p + b0p, t[84] + low[s1]*p1 + b0p, t[85] + low[s1]*p1,
		t[86] + s1p + b0p + s0rel,
		t[87] + s0p + b0p + s0rel + rset,
		t[88] + s0p + b0p + bset + s0rel,
		t[89] + s0w + b0p + rset,
		t[90] + s0p + b0w + s0rel + commas,
		t[91] + s0p + b0p + b1p + b2p,
		t[92] + s0w + b1w, t[93] + s0p + b1w, t[94] + b0w + b1w, t[95] + b0p + b1w,
		t[96] + s.End[b0]*p1 + s0p, t[97] + s.End[s0]*p1 + b0p,
		t[98] + s0w + b0p + b1p,
		t[99] + pos[b3]*p1 + b0p + b1p + b2p,
		t[100] + small[hRel]*p1 + s0rel + s0p + b0p,
		t[101] + s0w + b0p + dist + s0rel,
		t[102] + s1p + s0p + b0p + b1p + s0rel,
		t[103] + s0p + b0p + s0rel + verbs + commas + vr,
	}
}
