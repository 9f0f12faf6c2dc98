package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
)

// digitsOfEndless is how many decimals stand for a fraction whose decimals
// never end; the fraction itself stands beside it under "exact".
const digitsOfEndless = 17

// maxNumberBytes bounds the text of one number in a report: a longer one is
// no figure of any article, and big.Rat would take its exponent literally.
const maxNumberBytes = 400

// decimal writes r as a JSON number and says whether that is exact.
func decimal(r *big.Rat) (json.Number, bool) {
	if r.IsInt() {
		return json.Number(r.Num().String()), true
	}
	if n, exact := r.FloatPrec(); exact {
		return json.Number(r.FloatString(n)), true
	}
	return json.Number(strings.TrimRight(r.FloatString(digitsOfEndless), "0")), false
}

// bound writes an interval's end: null where there is none.
func bound(r *big.Rat) (num *json.Number, fraction string) {
	if r == nil {
		return nil, ""
	}
	d, exact := decimal(r)
	if !exact {
		fraction = r.RatString()
	}
	return &d, fraction
}

// readNumber reads a JSON number, or the exact fraction that stands beside it.
func readNumber(num *json.Number, fraction string) (*big.Rat, error) {
	if num == nil {
		return nil, nil
	}
	text := num.String()
	if fraction != "" {
		text = fraction
	}
	if len(text) > maxNumberBytes || strings.ContainsAny(text, "eEpPxX_") {
		return nil, fmt.Errorf("%.40q is not a plain decimal number", text)
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, fmt.Errorf("%.40q is not a number", text)
	}
	return r, nil
}

// wireValue is a figure's number: null, one number, or [a, b] for a range.
type wireValue []json.Number

// MarshalJSON writes the three forms.
func (v wireValue) MarshalJSON() ([]byte, error) {
	switch len(v) {
	case 0:
		return []byte("null"), nil
	case 1:
		return json.Marshal(v[0])
	}
	return json.Marshal([]json.Number(v))
}

// UnmarshalJSON reads the three forms.
func (v *wireValue) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	if bytes.Equal(data, []byte("null")) {
		*v = nil
		return nil
	}
	if len(data) > 0 && data[0] == '[' {
		return json.Unmarshal(data, (*[]json.Number)(v))
	}
	var one json.Number
	if err := json.Unmarshal(data, &one); err != nil {
		return err
	}
	*v = wireValue{one}
	return nil
}
