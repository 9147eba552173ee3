/**
 * The mutants of an exercise: every edit of its right answers is graded like a submission. What was judged is kept, so
 * that a run that is ended goes on where it was.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { neighbourData } from "../../../neighbour-module.mjs";
import { random } from "../../../reference/randomness/random.ts";
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
 * @param toldMost of how many refused edits it is asked what they are told, drawn by a seed
 */
export async function mutantsOf(
  root: string,
  slug: Slug,
  declared: Exercise,
  kept: string,
  version: string,
  toldMost: number,
): Promise<MutantsOf> {
  const { forms, file } = makeNeighbours(root, slug, declared);
  writeNeighbours(root, slug, file);
  const exercise = withNeighbours(root, declared, file);
  const program = new NeighbourProgram(wovenForms(forms, declared));
  const before = begun(kept, JSON.stringify([version, forms.map(({ text }) => text)]));
  const all = forms.flatMap(({ file, text, edits }) => edits.map((edit) => ({ file, text, edit })));
  const judge = async (i: number, isTold: boolean): Promise<JudgedMutant> => {
    const known = before.get(i);
    if (known !== undefined && !(isTold && known.fate === "rejected" && known.told === undefined))
      return known;
    const { text, edit } = all[i] as (typeof all)[number];
    const source = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    const judged = await judgedMutant(exercise, program, i + 1, source, SEED, isTold);
    appendFileSync(kept, `${JSON.stringify([i, judged])}\n`);
    return judged;
  };
  const judged: JudgedMutant[] = [];
  for (const i of all.keys()) judged.push(await judge(i, false));
  const drawn = drawnOf(slug.slug, judged).slice(0, toldMost);
  for (const i of drawn) judged[i] = await judge(i, true);
  // What was told by the way is harder to tell than most: it counts only where it was drawn.
  const isDrawn = new Set(drawn);
  const counted = judged.map((one, i) =>
    one.fate === "rejected" && !isDrawn.has(i) ? ({ fate: "rejected" } as const) : one,
  );
  return {
    slug: slug.slug,
    mutants: all.map(({ file, text, edit: { start, end, line, kind, text: to } }, i) => ({
      file,
      line,
      kind,
      from: short(text.slice(start, end)),
      to: short(to),
      judged: counted[i] as JudgedMutant,
    })),
  };
}

/** The refused ones, in an order that the seed draws. */
function drawnOf(slug: string, judged: readonly JudgedMutant[]): readonly number[] {
  const rng = random(SEED, `${slug}/told`);
  return judged
    .map(({ fate }, i) => ({ i, fate, at: rng() }))
    .filter(({ fate }) => fate === "rejected")
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i);
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** What an earlier run of the same program on the same texts has judged, by the place of the edit. */
function begun(kept: string, key: string): ReadonlyMap<number, JudgedMutant> {
  const hash = createHash("sha256").update(key).digest("hex");
  const [first, ...lines] = existsSync(kept) ? readFileSync(kept, "utf8").split("\n") : [];
  if (first === hash) {
    const whole = lines.slice(0, -1);
    // The last line may be half written.
    writeFileSync(kept, [hash, ...whole, ""].join("\n"));
    return new Map(whole.map((line) => JSON.parse(line) as [number, JudgedMutant]));
  }
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, `${hash}\n`);
  return new Map();
}

/** The exercise as the next build makes it: with the neighbours that were just made. */
function withNeighbours(root: string, exercise: Exercise, file: NeighboursFile): Exercise {
  const stored = JSON.parse(
    neighbourData(file, (path) => textOf(root, path), exercise) as string,
  ) as StoredNeighbourhood;
  const made = neighbourhoodOf(stored, programOf(programIn(stored)));
  return { ...exercise, neighbourhood: async () => made };
}
