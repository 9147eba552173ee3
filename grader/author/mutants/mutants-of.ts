/**
 * The mutants of an exercise: every edit of its right answers is graded like a submission. What was judged is kept, so
 * that a run that is ended goes on where it was.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { neighbourData } from "../../../neighbour-module.mjs";
import type { Exercise } from "../../exercise/exercise.ts";
import { neighbourhoodOf, programIn, type StoredNeighbourhood } from "../../exercise/neighbourhood.ts";
import { NeighbourProgram } from "../../judge/causes/neighbour-program.ts";
import type { Slug } from "../course.ts";
import type { Edit } from "../neighbours/edit.ts";
import { makeNeighbours, type NeighboursFile, writeNeighbours } from "../neighbours/neighbours-file.ts";
import { programOf, wovenForms } from "../neighbours/woven.ts";
import { textOf } from "../text-of.ts";
import { type JudgedMutant, judgedMutant } from "./judged.ts";

export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly kind: Edit["kind"];
  /** What stood there, and what stands there, without line breaks. */
  readonly from: string;
  readonly to: string;
  readonly judged: JudgedMutant;
}

export interface MutantsOf {
  readonly slug: string;
  readonly mutants: readonly Mutant[];
}

const SEED = 1;

/**
 * Makes the neighbours of an exercise anew, writes them, and grades all edits.
 *
 * @param kept where what was judged is kept; `version` is of the program that judges
 */
export async function mutantsOf(
  root: string,
  slug: Slug,
  declared: Exercise,
  kept: string,
  version: string,
): Promise<MutantsOf> {
  const { forms, file } = makeNeighbours(root, slug, declared);
  writeNeighbours(root, slug, file);
  const exercise = withNeighbours(root, declared, file);
  const program = new NeighbourProgram(wovenForms(forms, declared));
  const before = begun(kept, JSON.stringify([version, forms.map(({ text }) => text)]));
  const mutants: Mutant[] = [];
  let edit = 0;
  for (const { file, text, edits } of forms)
    for (const { start, end, line, kind, text: to } of edits) {
      const known = before[edit];
      edit++;
      const judged =
        known ??
        (await judgedMutant(exercise, program, edit, text.slice(0, start) + to + text.slice(end), SEED));
      if (known === undefined) appendFileSync(kept, `${JSON.stringify(judged)}\n`);
      mutants.push({ file, line, kind, from: short(text.slice(start, end)), to: short(to), judged });
    }
  return { slug: slug.slug, mutants };
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** What an earlier run of the same program on the same texts has judged, in the order of the edits. */
function begun(kept: string, key: string): JudgedMutant[] {
  const hash = createHash("sha256").update(key).digest("hex");
  const [first, ...lines] = existsSync(kept) ? readFileSync(kept, "utf8").split("\n") : [];
  if (first === hash) {
    const whole = lines.slice(0, -1);
    // The last line may be half written.
    writeFileSync(kept, [hash, ...whole, ""].join("\n"));
    return whole.map((line) => JSON.parse(line) as JudgedMutant);
  }
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, `${hash}\n`);
  return [];
}

/** The exercise as the next build makes it: with the neighbours that were just made. */
function withNeighbours(root: string, exercise: Exercise, file: NeighboursFile): Exercise {
  const stored = JSON.parse(
    neighbourData(file, (path) => textOf(root, path), exercise) as string,
  ) as StoredNeighbourhood;
  const made = neighbourhoodOf(stored, programOf(programIn(stored)));
  return { ...exercise, neighbourhood: async () => made };
}
