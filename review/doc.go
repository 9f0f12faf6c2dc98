// Package review is the page on which a fact-checker works a packet: it turns
// a report and the decisions kept beside it into HTML, and what is clicked
// there into further decisions.
//
// It promises three things. Only a browser on this machine that opened the
// address with the token is answered, and nothing is fetched from anywhere
// else. Everything works without script; script makes it faster. A decision
// the page acknowledges is on the disk.
package review
