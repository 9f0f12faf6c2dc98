// Reads every article of a folder with compromise: numbers, percentages, money;
// with "speech" after the folder its quotations, people and places instead,
// with "both" its numbers and quotations.
import nlp from "compromise";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const readings = {
  figures: (doc) => [doc.numbers(), doc.percentages(), doc.money()],
  speech: (doc) => [doc.quotations(), doc.people(), doc.places()],
  both: (doc) => [doc.numbers(), doc.quotations()],
};
const reading = readings[process.argv[3] ?? "figures"];
let found = 0;
for (const name of readdirSync(process.argv[2]).sort()) {
  const doc = nlp(readFileSync(join(process.argv[2], name), "utf8"));
  for (const view of reading(doc)) found += view.json().length;
}
console.log(found);
