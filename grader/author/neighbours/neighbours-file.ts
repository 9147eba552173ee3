/**
 * Makes the neighbours of an exercise's right program and writes them as data: where each edit is, what stands there,
 * and what a student reads. The build weaves them into one program.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { WovenEdit } from "../../../neighbour-module.mjs";
import type { Exercise } from "../../exercise/exercise.ts";
import { NeighbourProgram } from "../../judge/causes/neighbour-program.ts";
import { pathsOf, type Slug } from "../course.ts";
import { writeWhole } from "../write-whole.ts";
import type { Edit } from "./edit.ts";
import { type TrialResult, tryEdits } from "./trial.ts";
import { likeliestFirst, sentenceOf } from "./words.ts";
import { asWoven, type Form, formsOf, wovenForms } from "./woven.ts";

/** What the build reads. */
export interface NeighboursFile {
  readonly forms: readonly {
    readonly file: string;
    /** Of the text that the edits are of. */
    readonly sha256: string;
    readonly edits: readonly WovenEdit[];
    readonly ticks: readonly (readonly [number, number])[];
  }[];
  /** By function: the number of an edit, its id, and what is said. */
  readonly neighbours: Readonly<
    Record<string, readonly (readonly [edit: number, id: string, says: string])[]>
  >;
}

/** The seed of the inputs on which edits are told apart. */
const SEED = 1;

export interface MadeNeighbours {
  readonly forms: readonly Form[];
  readonly trial: TrialResult;
  readonly file: NeighboursFile;
}

export function makeNeighbours(root: string, slug: Slug, exercise: Exercise): MadeNeighbours {
  const forms = formsOf(root, slug, exercise);
  const all = forms.flatMap(({ edits }) => edits);
  const trial = tryEdits(
    exercise,
    new NeighbourProgram(wovenForms(forms, exercise), TRIAL_FUEL),
    all.length,
    SEED,
  );
  return { forms, trial, file: fileOf(forms, all, exercise, trial) };
}

/** Less than when an answer is diagnosed: what takes longer than this is no neighbour. */
const TRIAL_FUEL = 10_000;

function fileOf(
  forms: readonly Form[],
  all: readonly Edit[],
  exercise: Exercise,
  trial: TrialResult,
): NeighboursFile {
  const said: { fn: string; edit: number; id: string; says: string }[] = [];
  for (const [group, classes] of trial.classes)
    for (const { edits, told } of classes)
      for (const fn of group === "" ? told : [...told].filter((one) => one === group)) {
        const sentence = sentenceOf(
          edits.map((edit) => all[edit - 1] as Edit),
          fn,
        );
        // One edit stands for all of its class.
        if (sentence !== undefined) said.push({ fn, edit: edits[0] as number, ...sentence });
      }
  const kept = [...new Set(said.map(({ edit }) => edit))].sort((a, b) => a - b);
  const numbers = new Map(kept.map((edit, i) => [edit, i + 1]));
  let first = 1;
  const written = forms.map(({ file, text, edits, ticks }) => {
    const own = kept.filter((edit) => edit >= first && edit < first + edits.length);
    const woven = own.map((edit) => asWoven(edits[edit - first] as Edit));
    first += edits.length;
    return { file, sha256: createHash("sha256").update(text).digest("hex"), edits: woven, ticks };
  });
  const rank = (edit: number): Edit => all[edit - 1] as Edit;
  const neighbours = Object.fromEntries(
    Object.keys(exercise.functions).flatMap((fn) => {
      const own = said
        .filter((one) => one.fn === fn)
        .sort((a, b) => likeliestFirst(rank(a.edit), rank(b.edit)));
      return own.length === 0
        ? []
        : [[fn, own.map(({ edit, id, says }) => [numbers.get(edit) as number, id, says] as const)]];
    }),
  );
  return { forms: written, neighbours };
}

/** Writes it, one edit and one sentence a line, so that a change can be read. */
export function writeNeighbours(root: string, slug: Slug, { forms, neighbours }: NeighboursFile): void {
  const lines = (list: readonly unknown[], indent: string): string =>
    list.length === 0
      ? "[]"
      : `[\n${list.map((one) => `${indent}  ${JSON.stringify(one)}`).join(",\n")}\n${indent}]`;
  const formTexts = forms.map(
    ({ file, sha256, edits, ticks }) =>
      `    {\n      "file": ${JSON.stringify(file)},\n      "sha256": "${sha256}",\n      "edits": ${lines(edits, "      ")},\n      "ticks": ${JSON.stringify(ticks)}\n    }`,
  );
  const said = Object.entries(neighbours).map(
    ([fn, list]) => `    ${JSON.stringify(fn)}: ${lines(list, "    ")}`,
  );
  const text = `{\n  "forms": [\n${formTexts.join(",\n")}\n  ],\n  "neighbours": {\n${said.join(",\n")}\n  }\n}\n`;
  writeWhole(join(root, pathsOf(slug).neighbours), text);
}
