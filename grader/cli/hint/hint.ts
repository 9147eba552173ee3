/** `hint`: the next hint of an exercise, one at a time. */

import { aboutExercise } from "../../course/about.ts";
import { findSlug, shortName } from "../../course/exercises.ts";
import { UsageError } from "../../usage-error.ts";
import { type LookOptions, lookOf } from "../../verdict/look.ts";
import { wrap } from "../../verdict/width.ts";
import { exitCode } from "../exit-code.ts";
import { userCourse } from "../npm/user-folder.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { readHintState, writeHintState } from "./hint-state.ts";

export interface HintOptions {
  readonly again?: true;
  readonly reset?: true;
}

/** Runs the command; the exit code. */
export async function hint(name: string | undefined, options: HintOptions): Promise<number> {
  if (name === undefined) throw new UsageError("hint: an exercise, such as `npm run hint ex04`");
  const root = userCourse();
  const slug = findSlug(name);
  if (options.reset === true) {
    const { [slug]: _, ...others } = readHintState(root);
    keep(root, others);
  }
  process.stdout.write(await nextHint(root, slug, options.again === true, terminalOf(process.stdout)));
  return exitCode.pass;
}

/** The page with the next hint, which counts as shown from now on; `again` shows all that were shown. */
export async function nextHint(
  root: string,
  slug: string,
  again: boolean,
  options: LookOptions,
): Promise<string> {
  const { hints, title } = await aboutExercise(slug);
  const state = readHintState(root);
  const shown = Math.min(state[slug] ?? 0, hints.length);
  const isOver = shown === hints.length;
  const first = again || isOver ? 0 : shown;
  const last = again && shown > 0 ? shown : Math.min(shown + 1, hints.length);
  if (last !== shown) keep(root, { ...state, [slug]: last });
  const look = lookOf(options);
  const number = shortName(slug);
  const lines = hints.slice(first, last).flatMap((text, i) => {
    const label = `Hint ${first + i + 1} of ${hints.length}`;
    return [look.bold(label), "", ...wrap(look.say(text), look.columns), ""];
  });
  const after =
    last < hints.length ? `Another one: npm run hint ${number}` : "These are all the hints there are.";
  const heading = wrap(look.say(`${number}  ${title}`), look.columns).map(look.dim);
  return `${[...heading, "", ...lines, look.dim(after)].join("\n")}\n`;
}

function keep(root: string, state: Readonly<Record<string, number>>): void {
  if (writeHintState(root, state)) return;
  process.stderr.write(".chainrule/hints.json: cannot be written, so this hint will come again.\n");
}
