/** The right forms of an exercise with all their edits woven in, ready to be called. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { programText, type WovenEdit, weave } from "../../../neighbour-module.mjs";
import type { Exercise } from "../../exercise/exercise.ts";
import type { Control, Neighbourhood, Table } from "../../exercise/neighbourhood.ts";
import { pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";
import type { Edit } from "./edit.ts";
import { type Edits, editsOf } from "./edits-of.ts";

/** A right answer as a text, and where it is from. */
export interface Form extends Edits {
  /** The file, from the root of the course. */
  readonly file: string;
  readonly text: string;
}

/** Other right answers are told apart by their files' names: ex14-tanh.ts is one of ex14. */
const OTHERS = "tests/fixtures/pass";
/** Most of them that are taken. */
const MOST = 2;

/** The model answer first, then other right ones. */
export function formsOf(root: string, slug: Slug, exercise: Exercise): readonly Form[] {
  const folder = join(root, OTHERS);
  const others = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith(`${slug.id}-`) && name.endsWith(".ts"))
        .sort()
        .slice(0, MOST)
    : [];
  return [pathsOf(slug).solution, ...others.map((name) => `${OTHERS}/${name}`)].map((file) => {
    const text = textOf(root, file);
    return { file, text, ...editsOf(text, exercise) };
  });
}

export const asWoven = ({ start, end, text, isStatement }: Edit): WovenEdit => [
  start,
  end,
  text,
  isStatement,
];

/** Forms as functions; edits are numbered through them all, from 1. */
export function wovenForms(
  forms: readonly Pick<Form, "text" | "edits" | "ticks">[],
  beside: Pick<Exercise, "scenarios" | "uses">,
): Pick<Neighbourhood, "firsts" | "forms"> {
  const firsts: number[] = [];
  let next = 1;
  const texts = forms.map(({ text, edits, ticks }) => {
    firsts.push(next);
    const woven = weave(text, edits.map(asWoven), ticks, next);
    next += edits.length;
    return woven;
  });
  return { firsts, forms: programOf(programText(texts, beside, false)) };
}

/** A program's text as the function that it is the body of. */
export const programOf = (text: string): ((control: Control) => readonly Table[]) =>
  new Function("$", text) as (control: Control) => readonly Table[];
