package syntax

// RelFeatures is the number of features of an arc for naming its relation.
const RelFeatures = 46

// RelHashes writes the hashes of the features of the arc that a move is
// about to make.
func (s *Sentence) RelHashes(sp *Space, st *State, m Move, hashes *[RelFeatures]uint32) {
	hi, di := &sp.Items[st.Front], &sp.Items[st.Top]
	var dir uint32
	if m == Right {
		hi, di = di, hi
		dir = 0x9e3779b9
	}
	h, d := hi.Tok, di.Tok
	low, pos := s.Low, s.Pos
	hw, hp, dw, dp := low[h]*p1+dir, pos[h]*p2+dir, low[d]*p3, pos[d]*p4
	dist := small[distance(max(h-d, d-h))] * p5
	g := s.gap(min(h, d), max(h, d))
	l1p, l1w, l1r := pos[di.L1]*p6, low[di.L1]*p7, small[di.L1Rel]*p8
	l2p, l2w := pos[di.L2]*p9, low[di.L2]*p10
	dset := setHash(di.LSet|di.RSet<<1) * p11
	hl, hr := setHash(hi.LSet)*p12, setHash(hi.RSet)*p13
	hrel := small[hi.Rel] * p14
	d1 := min(d+1, int32(len(s.Words)-1))
	h1 := min(h+1, int32(len(s.Words)-1))
	commas := small[g[0]+4*g[3]] * p15
	quote := small[g[2]+4*g[1]] * p15
	t := template[128:]
	*hashes = [RelFeatures]uint32{
		t[0] + dir,
		t[1] + hw, t[2] + hp, t[3] + dw + dir, t[4] + dp + dir,
		t[5] + hw + dw, t[6] + hp + dp, t[7] + hw + dp, t[8] + hp + dw,
		t[9] + hw + hp + dw + dp,
		t[10] + hp + dp + dist, t[11] + dw + dist + dir,
		t[12] + hp + dp + l1p, t[13] + hp + dp + l1w, t[14] + hw + dp + l1w,
		t[15] + dp + l1r + hp, t[16] + dw + l1w + dir,
		t[17] + hp + dp + l2p, t[18] + hp + dp + l2w + l1w,
		t[19] + hp + dp + dset, t[20] + dw + dset + dir,
		t[21] + hp + dp + hl, t[22] + hw + dp + hl, t[23] + hp + dp + hr, t[24] + hw + dp + hr,
		t[25] + hw + dp + hl + hr,
		t[26] + hp + dp + hrel, t[27] + dw + hrel + dir,
		t[28] + hp + dp + pos[d1]*p6, t[29] + hp + dp + pos[d-1]*p6,
		t[30] + hp + dp + pos[h1]*p6, t[31] + hp + dp + pos[h-1]*p6,
		t[32] + hp + s.End[d]*p6, t[33] + dp + s.End[h]*p6 + dir,
		t[34] + hp + dp + commas, t[35] + hp + dp + quote,
		t[36] + dw + low[d1]*p6 + dir, t[37] + dw + low[d-1]*p6 + dir,
		t[38] + dp + low[d1]*p6 + dir, t[39] + dp + low[d-1]*p6 + dir,
		t[40] + hw + s.End[d]*p6,
		t[41] + hp + dp + pos[hi.L1]*p6 + pos[hi.R1]*p7,
		t[42] + dp + low[hi.L1]*p6 + hp,
		t[43] + s.Words[d].Shape*p6 + hp,
		t[44] + hp + dp + small[hi.L1Rel]*p6 + small[hi.R1Rel]*p7,
		t[45] + dp + hw + small[min(hi.Rights, 7)]*p6 + small[min(hi.Lefts, 7)]*p7,
	}
}
