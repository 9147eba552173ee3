/** `doctor`: what works on this machine, and what to install. */
import { lookOf } from "../../verdict/look.ts";
import { cut, widthOf, wrap } from "../../verdict/width.ts";
import { exitCode } from "../exit-code.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { examineBox } from "./box.ts";
import { examineBrowser } from "./browser.ts";
import { examineEsbuild } from "./compiler.ts";
import type { Examined } from "./examined.ts";
import { examineFolder } from "./folder.ts";
import { examineGpu } from "./gpu.ts";
import { examineNode } from "./node.ts";

const LABEL = 24;

/** Runs the command; passes if grading works. */
export async function doctor(): Promise<number> {
  const look = lookOf(terminalOf(process.stdout));
  const sections: readonly (readonly [string, () => Promise<readonly Examined[]>])[] = [
    ["Needed", async () => [examineNode(process.versions.node), await examineEsbuild(), examineFolder()]],
    ["The box that submissions run in", examineBox],
    ["Optional", async () => [examineBrowser(process.env), await examineGpu()]],
  ];
  let works = true;
  for (const [title, examine] of sections) {
    const found = await examine();
    const lines = found.flatMap(({ name, state, says }) => {
      const mark = { yes: look.green("yes"), missing: " - ", no: look.red("NO ") }[state];
      const label = cut(look.say(name), LABEL - 2, look.dots);
      const lead = `  ${mark}  ${label}${" ".repeat(LABEL - widthOf(label))}`;
      const text = wrap(look.say(says), look.columns - LABEL - 7);
      return text.map((line, i) => (i === 0 ? lead : " ".repeat(LABEL + 7)) + line);
    });
    process.stdout.write(`${look.bold(title)}\n${lines.join("\n")}\n\n`);
    if (found.some(({ state }) => state === "no")) works = false;
  }
  process.stdout.write(
    works ? "Grading works here: npm run grade\n" : "Grading does not work here yet: mend what says NO.\n",
  );
  return works ? exitCode.pass : exitCode.usage;
}
