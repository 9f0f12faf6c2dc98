// Runs crosscheck, compromise and Recognizers-Text over the same articles in
// one run, each as a whole process, and prints articles a second and ratios.
//
//   go build -o /tmp/crosscheck . && cd bench && npm ci && node peers.mjs /tmp/crosscheck [articles] [fixtures]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { make } from "./articles.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [binary, count = "1000", fixtures = join(here, "..", "fixtures")] = process.argv.slice(2);
if (!binary) {
  console.error("peers: no binary; type node peers.mjs PATH_TO_CROSSCHECK [ARTICLES] [FIXTURES]");
  process.exit(2);
}
const dir = mkdtempSync(join(tmpdir(), "crosscheck-peers-"));
try {
  const made = make(fixtures, dir, Number(count));
  console.log(`${count} articles from ${made.originals} originals, ${(made.bytes / 1e6).toFixed(1)} MB`);
  const run = (name, command, args) => {
    const start = process.hrtime.bigint();
    const out = spawnSync(command, args, { cwd: here, maxBuffer: 2 ** 31 - 1, stdio: ["ignore", "pipe", "pipe"] });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (out.status !== 0) throw new Error(`${name}: exit ${out.status}: ${out.stderr}`);
    console.log(`${name.padEnd(12)} ${seconds.toFixed(2).padStart(8)} s ${(Number(count) / seconds).toFixed(1).padStart(9)} articles/s`);
    return seconds;
  };
  // Twice each but the slowest, the better counts: the first reads the program from the disk.
  const best = (...command) => Math.min(...[1, 2].map(() => run(...command)));
  const ours = best("crosscheck", binary, ["extract", "--output", "json", dir]);
  const compromise = best("compromise", process.execPath, ["compromise.mjs", dir]);
  const speech = best("… speech", process.execPath, ["compromise.mjs", dir, "speech"]);
  const recognizers = run("recognizers", process.execPath, ["recognizers.mjs", dir]);
  console.log(`crosscheck reads ${(compromise / ours).toFixed(1)} times as many articles a second as compromise does figures (aim: 4)`);
  console.log(`crosscheck reads ${(speech / ours).toFixed(1)} times as many articles a second as compromise does quotations, people and places (aim: 8)`);
  console.log(`crosscheck reads ${(recognizers / ours).toFixed(1)} times as many articles a second as Recognizers-Text (aim: 50)`);
} catch (err) {
  console.error(`peers: ${err.message}`);
  process.exitCode = 2;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
