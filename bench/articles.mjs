// Articles made from the project's own fixtures: the same sentences with other
// figures in another order, so that no reader meets a text twice. The same
// seed gives the same articles.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Mulberry32 (Tommy Ettinger): small, and the same everywhere.
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function texts(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return texts(path);
    return entry.name.endsWith(".txt") && !entry.name.startsWith("README") ? [path] : [];
  }).sort();
}

// change replaces each number of up to three digits by another of its length
// and moves the paragraphs behind the first.
function change(text, next) {
  const digit = (d, i) => (i === 0 ? 1 + Math.floor(next() * 9) : Math.floor(next() * 10));
  const lines = text
    .split("\n")
    .map((line) => line.replace(/(?<![\d.,])\d{1,3}(?![\d.,]\d|\d)/g, (n) => [...n].map(digit).join("")));
  const head = lines.slice(0, 3), rest = lines.slice(3);
  for (let i = rest.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [rest[i], rest[j]] = [rest[j], rest[i]];
  }
  return [...head, ...rest].join("\n");
}

// make writes count articles into dir and returns their bytes in all.
export function make(fixtures, dir, count, seed = 1) {
  const next = random(seed);
  const originals = texts(fixtures).map((path) => readFileSync(path, "utf8")).filter((text) => text.length > 1500);
  mkdirSync(dir, { recursive: true });
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const text = change(originals[i % originals.length], next);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(dir, `${String(i).padStart(5, "0")}.txt`), text);
  }
  return { bytes, originals: originals.length };
}
