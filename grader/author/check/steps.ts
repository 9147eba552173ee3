/**
 * The steps that mistakes send to: there, and about the mistake.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "../../exercise/exercise.ts";
import { forReaders } from "../../verdict/for-readers.ts";
import { derivationPath, pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { tokensOf } from "./tokens.ts";

/** A step of a derivation: its number, and what it speaks of. */
interface Step {
  readonly number: string;
  readonly tokens: ReadonlySet<string>;
}

export function lostReaders(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).exercise;
  const missing = !existsSync(join(root, derivationPath(exercise.derivation)));
  return Object.entries(exercise.mistakes).flatMap(([fn, mistakes]) =>
    Object.entries(mistakes).flatMap(([name, { says, read }]) =>
      // A missing derivation has been refused once.
      missing && read.startsWith(`${exercise.derivation}#`)
        ? []
        : lost(root, read, `${says} ${name} ${fn}`).map((mend) =>
            refuse(file, `${fn}/${name} sends to ${mend.to}`, mend.but),
          ),
    ),
  );
}

interface Lost {
  readonly to: string;
  readonly but: string;
}

function lost(root: string, read: string, words: string): readonly Lost[] {
  const [, page, number] = /^([a-z0-9-]+)#step-(\d+)$/.exec(read) ?? [];
  if (page === undefined || number === undefined)
    return [{ to: `"${read}"`, but: "write it like mse-line#step-4" }];
  const path = derivationPath(page);
  const text = textOf(root, path);
  const steps = stepsOf(text);
  if (!steps.some((step) => step.number === number)) {
    const there =
      steps.length === 0 ? "has no steps" : `has the steps ${steps.map((step) => step.number).join(", ")}`;
    return [{ to: read, but: `but ${path} ${text === "" ? "is missing" : there}` }];
  }
  const nearer = nearestStep(steps, number, tokensOf(words));
  return nearer === undefined
    ? []
    : [
        {
          to: `${read}, which has none of its words and symbols`,
          but: `step ${nearer} is nearest to what it says: name the step that cures it, or say it in the step's words`,
        },
      ];
}

/** A step ends at the next heading, and what only the checker reads is none of its words. */
const stepsOf = (text: string): readonly Step[] =>
  text.split(/^(?=#{2,3}\s)/m).flatMap((section) => {
    const head = /^#{2,3}\s+Step\s+(\d+)\b/i.exec(section);
    return head === null
      ? []
      : [{ number: head[1] as string, tokens: tokensOf(forReaders(section.slice(head[0].length))) }];
  });

/** Below this share of the nearest step's score a step has nothing to do with a mistake. */
const NOTHING = 0.1;
/** A symbol is found by chance more easily than a word. */
const SYMBOL = 0.5;

/**
 * The step that has most of a mistake's words and symbols, where the one named has next to none. What stands in every
 * step says nothing; what stands in few says most:
 *
 *     score(step) = Σ weight(t) · ln((N + ½) / N_t)      t shared, N steps, N_t of them with t
 */
function nearestStep(steps: readonly Step[], number: string, words: ReadonlySet<string>): string | undefined {
  const weight = (token: string): number =>
    (token.startsWith("#") ? SYMBOL : 1) *
    Math.log((steps.length + 0.5) / steps.filter(({ tokens }) => tokens.has(token)).length);
  const scores = steps.map((step) => ({
    number: step.number,
    score: [...words]
      .filter((token) => step.tokens.has(token))
      .reduce((sum, token) => sum + weight(token), 0),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const named = scores.find((step) => step.number === number);
  return named === undefined || named.score >= NOTHING * best.score ? undefined : best.number;
}
