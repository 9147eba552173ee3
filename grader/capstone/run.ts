/** Runs a capstone: asks the judge which exercises are finished, says who does what, and has the work done. */
import { Unread } from "../../reference/functions/typed.ts";
import type { Box } from "../box/box.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { grade, type Submission } from "../judge/grade.ts";
import { isNotStarted } from "../verdict/not-started.ts";
import type { Verdict } from "../verdict/verdict.ts";
import type { Capstone, Choice, Use } from "./capstone.ts";
import { Hands, type Own } from "./hands.ts";
import type { Part } from "./picture.ts";

/** An exercise that a capstone uses, as the student left it. */
export interface Handed {
  readonly use: Use;
  readonly exercise: Exercise;
  /** What is handed in, or why there is nothing. */
  readonly work: Submission | { readonly missing: string };
}

/** Who does one use. */
export interface Cast {
  readonly use: Use;
  /** Why the course's own stand in; undefined where the student's own functions do it. */
  readonly because?: string;
}

export interface Running {
  readonly box: Box;
  readonly choice: Choice;
  /** Is told what is being done. */
  readonly progress: (what: string) => void;
  /** Takes who does what, once the judge has said it. */
  readonly cast: (cast: readonly Cast[]) => void;
  readonly show: (part: Part) => void;
}

export async function runCapstone(
  capstone: Capstone,
  handed: readonly Handed[],
  { box, choice, progress, cast, show }: Running,
): Promise<void> {
  const all: Cast[] = [];
  const owns = new Map<Own, Use>();
  for (const { use, exercise, work } of handed) {
    progress(`looking at your ${use.exercise}`);
    const because = await whyNot(exercise, work, box, choice.seed);
    all.push({ use, ...(because === undefined ? {} : { because }) });
    const source = because === undefined && "source" in work ? work.source : undefined;
    owns.set({ exercise, source, file: "file" in work ? work.file : exercise.slug }, use);
  }
  cast(all);
  progress("your functions are at work");
  const hands = new Hands(box, [...owns.keys()], (own, why) => {
    const use = owns.get(own) as Use;
    show({ kind: "says", text: standsIn({ use, because: `gives up here, ${why}` }) });
  });
  await workOn(capstone, hands, choice, show);
  if (hands.hasPrinted)
    show({ kind: "says", text: "What your functions print is left out here; npm run grade shows it." });
}

/**
 * Does the work as far as it goes. Answers of the student have the right type, and can still be such that the next step
 * cannot be done with them, as an order with a place out of range.
 */
export async function workOn(
  { work }: Capstone,
  hands: Hands,
  choice: Choice,
  show: Running["show"],
): Promise<void> {
  try {
    await work(hands, choice, show);
  } catch (fault) {
    if (fault instanceof Unread || !hands.hasOwnAnswers) throw fault;
    show({ kind: "says", text: STUCK });
  }
}

const STUCK =
  "Here the work ends: what your functions have given on the way does not fit together, and the next step cannot be done with it. The judge has seen smaller inputs than these; look for what is different in large ones, or take another seed.";

/** "ex08 is not finished: the course's own minimize stands in." */
export function standsIn({ use, because }: Cast): string {
  const { functions, exercise } = use;
  const names =
    functions.length < 2 ? functions.join() : `${functions.slice(0, -1).join(", ")} and ${functions.at(-1)}`;
  return `${exercise} ${because}: the course's own ${names} ${functions.length < 2 ? "stands" : "stand"} in.`;
}

/** Why an exercise's functions are not taken: in words that go on from its name. */
async function whyNot(
  exercise: Exercise,
  work: Handed["work"],
  box: Box,
  seed: number,
): Promise<string | undefined> {
  if ("missing" in work) return work.missing;
  const verdict = await grade(exercise, work, box, { seed });
  return verdict.status === "pass" ? undefined : reasonIn(verdict);
}

function reasonIn(verdict: Verdict): string {
  if (verdict.status === "error") return "could not be judged";
  if (isNotStarted(verdict)) return "is not started";
  const codes = verdict.checks.flatMap(({ finding }) => finding?.code ?? []);
  if (codes.includes("syntax-error")) return "does not compile";
  if (codes.includes("timeout")) return "does not come to an end";
  return "is not finished";
}
