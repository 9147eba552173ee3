/**
 * `npm run bench`: what the course promises about speed, measured here and now. Prints and asserts nothing.
 *
 * `npm run bench -- NAME` measures one part; `npm run bench -- list` names them.
 */
import { gradeClassHere, type Manner } from "./class.ts";
import { machine } from "./machine.ts";
import { parts } from "./parts.ts";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
/** What is under way, where somebody looks on. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`${text} …\n`);
};

async function main(): Promise<number> {
  const [first, ...options] = process.argv.slice(2);
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
  for (const { run } of asked) say(`\n${await run(progress, options)}`);
  return 0;
}

process.exit(await main());
