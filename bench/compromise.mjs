// Reads every article of a folder with compromise: numbers, percentages, money.
import nlp from "compromise";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

let found = 0;
for (const name of readdirSync(process.argv[2]).sort()) {
  const doc = nlp(readFileSync(join(process.argv[2], name), "utf8"));
  found += doc.numbers().json().length + doc.percentages().json().length + doc.money().json().length;
}
console.log(found);
