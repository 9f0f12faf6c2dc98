// Reads every article of a folder with compromise: numbers, percentages, money;
// with "speech" after the folder, its quotations, people and places instead.
import nlp from "compromise";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

let found = 0;
for (const name of readdirSync(process.argv[2]).sort()) {
  const doc = nlp(readFileSync(join(process.argv[2], name), "utf8"));
  found +=
    process.argv[3] === "speech"
      ? doc.quotations().json().length + doc.people().json().length + doc.places().json().length
      : doc.numbers().json().length + doc.percentages().json().length + doc.money().json().length;
}
console.log(found);
