// Package rules turns YAML into typed rules and lexicons. It reports every
// mistake in every file at once, each as "file:line: subject: what; what it
// could be", and refuses unknown keys, so a typing error never silently
// switches anything off.
package rules
