// Package compare turns the extractions of a packet into lineages and
// findings: which documents are copies of one story, which passages are about
// one thing, and where they diverge.
//
// The path inside: prepare (stems, names, figures by sentence) → align
// (sentence pairs across and inside documents) → lineage (copies) → figure
// groups → checks under rules → merge (one finding per disagreement). Checks
// live in compare/checks; each is a constant value made by Define, sees the
// packet through its Pass and reports divergences; severity, message and
// thresholds come from its rule.
package compare
