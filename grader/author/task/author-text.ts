/**
 * What an author writes of a task, in task.md: an introduction, and what follows the tables and the example.
 */
import { RefusedText } from "./refused-text.ts";

export interface AuthorText {
  readonly intro: string;
  /** The contract in words; empty where the tables say it all. */
  readonly contract: string;
  /** How the example is reckoned by hand. */
  readonly example: string;
}

const PARTS: ReadonlyMap<string, keyof AuthorText> = new Map([
  ["To write", "contract"],
  ["An example", "example"],
]);

/**
 * @param file the path that refusals name
 * @throws RefusedText for a heading that is no part's, and where there is no introduction
 */
export function authorText(text: string, file: string): AuthorText {
  const found: Record<keyof AuthorText, string[]> = { intro: [], contract: [], example: [] };
  const seen = new Set<string>();
  let part: keyof AuthorText = "intro";
  let fence: string | undefined;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    const [, level = "", heading = ""] = (fence === undefined && /^(#{1,2})\s+(.*?)\s*#*$/.exec(line)) || [];
    const at = `${file}:${i + 1}`;
    if (level === "#")
      throw new RefusedText(at, `has the title ${heading}`, "exercise.ts says it: take it out");
    if (level === "") {
      found[part].push(line);
      continue;
    }
    const next = PARTS.get(heading);
    if (next === undefined)
      throw new RefusedText(
        at,
        `has the part ${heading}`,
        `the parts are ${[...PARTS.keys()].map((name) => `"## ${name}"`).join(" and ")}; a heading within one has three #`,
      );
    if (seen.has(heading)) throw new RefusedText(at, `has the part ${heading} twice`, "make one of them");
    seen.add(heading);
    part = next;
  }
  const intro = trimmed(found.intro);
  if (intro === "")
    throw new RefusedText(file, "has no introduction", "say in a few sentences what it is about");
  return { intro, contract: trimmed(found.contract), example: trimmed(found.example) };
}

/** Without empty lines around; an indented block at the start stays one. */
const trimmed = (lines: readonly string[]): string =>
  lines
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
