/** `demo`: the product in ten seconds. */
import { createHash } from "node:crypto";
import { createNodeBox } from "../../box/node-box.ts";
import { findSlug } from "../../course/exercises.ts";
import { lookOf } from "../../verdict/look.ts";
import { renderTerminal } from "../../verdict/render-terminal.ts";
import { wrap } from "../../verdict/width.ts";
import { exitCode } from "../exit-code.ts";
import { judge } from "../grade/submission.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { demoAnswers } from "./answers.ts";

const SEED = 7;

/** Grades three answers of one exercise; passes if the judge says of each what it should. */
export async function demo(): Promise<number> {
  const slug = findSlug("ex10");
  const options = terminalOf(process.stdout);
  const look = lookOf(options);
  const box = createNodeBox();
  const statuses: string[] = [];
  for (const { name, says, source } of demoAnswers) {
    const sha256 = createHash("sha256").update(source).digest("hex");
    const work = { slug, path: name, file: name, isGiven: false };
    const verdict = await judge(work, { file: name, source, sha256 }, box, SEED);
    statuses.push(verdict.status);
    const intro = wrap(look.say(says), look.columns).map(look.bold).join("\n");
    const page = renderTerminal(verdict, { ...options, next: "your turn: npm run grade" });
    process.stdout.write(`${intro}\n\n${page}\n${look.dim("=".repeat(look.columns))}\n\n`);
  }
  box.close();
  process.stdout.write(
    `${wrap("Your turn: npm run grade shows all exercises, npm run grade ex02 -- --watch grades one on each save.", look.columns).join("\n")}\n`,
  );
  return statuses.join() === "fail,fail,pass" ? exitCode.pass : exitCode.fault;
}
