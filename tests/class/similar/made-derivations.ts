/** Derivations of a class that nobody wrote: right ways in many forms, with words, detours and errors of their own. */
import type { WrittenSubmission } from "../../../grader/class/similar/derivation/index.ts";
import { gradeDerivation } from "../../../grader/judge/grade-derivation.ts";
import { type Mutant, mutantsOf } from "../../derivation/mutants.ts";
import { derivation } from "../../derivation/written/course.ts";
import { rightDerivations } from "../../derivation/written/right-derivations.ts";

type Random = () => number;
export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

/** Manners of typing: each is somebody's, or not, in the whole of a text. */
const MANNERS: readonly (readonly [RegExp, string])[] = [
  [/\\frac(?=\s*\{)/g, "\\dfrac"],
  [/\\frac(?=\s*\{)/g, "\\tfrac"],
  [/\\partial(?![a-zA-Z])/g, "∂"],
  [/∂/g, "\\partial "],
  [/\\sigma(?![a-zA-Z])/g, "σ"],
  [/σ/g, "\\sigma "],
  [/\\sum(?![a-zA-Z])/g, "Σ"],
  [/Σ/g, "\\sum "],
  [/\\cdot(?![a-zA-Z])/g, "·"],
  [/\\cdot(?![a-zA-Z])/g, "\\times "],
  [/·/g, "\\cdot "],
  [/\^T(?![a-zA-Z])/g, "^\\top"],
  [/\(/g, "\\left("],
  [/ = /g, "="],
  [/_\{?([a-z])\}?(?=[\s)(^])/g, "_{$1}"],
  [/ \+ /g, "+"],
  [/ - /g, " −\u0020"],
  [/$/g, " "],
  [/$/g, "."],
];

/** One text typed in somebody's manner. What is no longer read is left as it was by {@link typedAs}' caller. */
function typedAs(text: string, manners: readonly (readonly [RegExp, string])[]): string {
  const changed = manners.reduce((tex, [pattern, by]) => tex.replace(pattern, by), text);
  return changed.includes("\\left(") ? changed.replace(/\)/g, "\\right)") : changed;
}

/** What people say between lines; the same sentences come to many. */
const USUAL = [
  "Now the chain rule.",
  "Chain rule: outer derivative times inner derivative.",
  "The derivative of a sum is the sum of the derivatives.",
  "The sum does not depend on it, so we can take the derivative inside.",
  "Pull the constant out of the sum.",
  "The inner derivative is the factor in front.",
  "Simplify.",
  "We start with the definition of the loss.",
  "Put it in.",
  "This is what we wanted to show.",
];
const WORDS =
  "so then we get here because first take outside factor rule term by each derivative of the sum keep this out and again it is just next write now product square inner minus sign stays where only moves".split(
    " ",
  );

const sentence = (random: Random): string =>
  random() < 0.5
    ? pick(random, USUAL)
    : `${Array.from({ length: 5 + Math.floor(9 * random()) }, () => pick(random, WORDS)).join(" ")}.`;

export const fileOf = (lines: readonly string[], words: (k: number) => string): string =>
  `# My derivation\n\n${lines.map((line, k) => `${words(k)}\n\n$$${line}$$\n`).join("\n")}`;

/** A classmate: a right way in a manner, now and then without a line, with an idle one, with an error. */
export async function classmate(slug: string, random: Random): Promise<string> {
  const { page } = await derivation(slug);
  const lines = [...pick(random, rightDerivations[slug] ?? [])];
  const manners = MANNERS.filter(() => random() < 0.2);
  if (random() < 0.3 && lines.length > 3) lines.splice(1 + Math.floor((lines.length - 2) * random()), 1);
  if (random() < 0.2) {
    const at = Math.floor(lines.length * random());
    const line = lines[at] as string;
    const [head = "", ...rest] = line.split("=");
    const changed = mutantsOf(rest.join("="), page) as readonly Mutant[];
    if (changed.length > 0) lines[at] = `${head}=${pick(random, changed).tex}`;
  }
  if (random() < 0.2) lines.splice(1 + Math.floor(lines.length * random()), 0, `${lines.at(-1)} + 0`);
  const isSilent = random() < 0.4;
  return fileOf(
    lines.map((line) => typedAs(line, manners)),
    () => (isSilent || random() < 0.4 ? "" : sentence(random)),
  );
}

export async function graded(slug: string, folder: string, markdown: string): Promise<WrittenSubmission> {
  const { exercise, given } = await derivation(slug);
  const submission = { source: markdown, file: "derivation.md", sha256: folder };
  return { folder, markdown, verdict: gradeDerivation(exercise, () => given, submission, { seed: 1 }) };
}
