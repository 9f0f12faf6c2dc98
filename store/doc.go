// Package store keeps what people decided about findings. A log is one
// append-only file of JSON lines beside the packet; the log is the audit
// trail, and the current state of every finding is its fold.
//
// It promises that a decision that was acknowledged is on the disk, that two
// processes may write at once, and that a line half written when the power
// went is set aside and said, never taken for something else.
package store

// FileName is the log's name in the packet's folder.
const FileName = "decisions.jsonl"
