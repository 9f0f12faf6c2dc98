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
  const peers = [
    ["compromise's figures", best("… figures", process.execPath, ["compromise.mjs", dir]), 10],
    ["compromise's quotations, people and places", best("… speech", process.execPath, ["compromise.mjs", dir, "speech"]), 8],
    ["compromise's numbers and quotations", best("… both", process.execPath, ["compromise.mjs", dir, "both"]), 10],
    ["Recognizers-Text", run("recognizers", process.execPath, ["recognizers.mjs", dir]), 100],
  ];
  for (const [what, seconds, aim] of peers) {
    console.log(`crosscheck reads ${(seconds / ours).toFixed(1)} times as many articles a second as ${what} (aim: ${aim})`);
  }
} catch (err) {
  console.error(`peers: ${err.message}`);
  process.exitCode = 2;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
