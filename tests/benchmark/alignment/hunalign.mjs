// Aligns the documents of standard input with the hunalign module named on the command line.
// In: [{dictionary, source, target}], base64. Out: [{ladder, seconds}].
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { create } = await import(pathToFileURL(process.argv[2]));
const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));
const outcomes = [];
for (const { dictionary, source, target } of JSON.parse(readFileSync(0, "utf8"))) {
  const hunalign = await create({ printErr() {} });
  const start = performance.now();
  const ladder = hunalign.run(bytes(dictionary), bytes(source), bytes(target));
  outcomes.push({ ladder, seconds: (performance.now() - start) / 1000 });
}
process.stdout.write(JSON.stringify(outcomes));
