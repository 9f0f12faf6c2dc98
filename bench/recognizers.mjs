// Reads every article of a folder with Recognizers-Text: number, percent,
// currency, dimension, date-time. The models are made once.
import suite from "@microsoft/recognizers-text-suite";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const { Culture, recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeDateTime } = suite;
let found = 0;
for (const name of readdirSync(process.argv[2]).sort()) {
  const text = readFileSync(join(process.argv[2], name), "utf8");
  for (const read of [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeDateTime]) {
    found += read(text, Culture.English).length;
  }
}
console.log(found);
