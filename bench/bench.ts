/**
 * `npm run bench`: what the course promises about speed, measured here and now, beside the ratios that were recorded
 * last. It fails in a continuous integration alone, and there on a ratio that got worse by half.
 *
 * `npm run bench -- NAME` measures one part; `npm run bench -- list` names them; `--record` records the ratios.
 */
import { gradeClassHere, type Manner } from "./class.ts";
import { machine } from "./machine.ts";
import { parts } from "./parts.ts";
import { record, recorded, worsened } from "./recorded.ts";
import type { Row } from "./row.ts";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
/** What is under way, where somebody looks on. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`${text} …\n`);
};

async function main(): Promise<number> {
  const given = process.argv.slice(2);
  const [first, ...options] = given.filter((argument) => argument !== "--record");
  if (first === "--class") {
    say(JSON.stringify(await gradeClassHere(options[0] as Manner)));
    return 0;
  }
  const width = Math.max(...parts.map(({ name }) => name.length));
  const list = parts.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`).join("\n");
  if (first === "list") {
    say(list);
    return 0;
  }
  const asked = parts.filter(({ name, onlyIfAsked }) =>
    first === undefined ? !onlyIfAsked : name === first,
  );
  if (asked.length === 0) {
    process.stderr.write(`bench: ${JSON.stringify(first)} is no part; there are\n${list}\n`);
    return 2;
  }
  say(machine());
  const rows: Row[] = [];
  for (const { run } of asked) {
    const result = await run(progress, options);
    say(`\n${typeof result === "string" ? result : result.text}`);
    if (typeof result !== "string") rows.push(...result.rows);
  }
  const before = recorded();
  const worse = worsened(rows, before);
  if (worse.length > 0) say(`\nWorse by half than recorded:\n${worse.map((line) => `  ${line}`).join("\n")}`);
  if (given.includes("--record")) record(rows, before);
  return worse.length > 0 && process.env.CI === "true" ? 1 : 0;
}

process.exit(await main());
