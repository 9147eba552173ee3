/** `capstone`: a unit's reward, the student's own functions at real work. */

import { Unread } from "../../../reference/functions/typed.ts";
import { typedFunction } from "../../../reference/functions/typed-function.ts";
import type { Capstone, Choice, Setting } from "../../capstone/capstone.ts";
import { capstones, capstonesFor } from "../../capstone/capstones.ts";
import { type Cast, type Handed, runCapstone, standsIn } from "../../capstone/run.ts";
import { loadExercise, shortName, slugs, stubPath } from "../../course/exercises.ts";
import { shownPath } from "../../course/root.ts";
import { unitTitle } from "../../exercise/units.ts";
import { UsageError } from "../../usage-error.ts";
import { type Look, lookOf } from "../../verdict/look.ts";
import { clean, padEnd, wrap } from "../../verdict/width.ts";
import { takeBox } from "../box/early.ts";
import { exitCode } from "../exit-code.ts";
import { seedOf } from "../flags/seed.ts";
import { readWork } from "../grade/submission.ts";
import { noneLost, noneMore } from "../npm/lost-flags.ts";
import { userCourse } from "../npm/user-folder.ts";
import { progressOn } from "../terminal/progress.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { drawPart } from "./draw-part.ts";

export interface CapstoneOptions {
  readonly seed?: string;
  readonly formula?: string;
  readonly with?: string;
}

/** Runs the command; the exit code. */
export async function capstone(
  typed: string | undefined,
  options: CapstoneOptions,
  more: readonly string[] = [],
): Promise<number> {
  noneLost("capstone -- UNIT", { seed: options.seed, formula: options.formula, with: options.with });
  noneMore("capstone", more);
  if (typed === undefined) return list();
  const chosen = capstoneOf(typed);
  const formula = formulaFor(chosen, options.formula);
  const setting = settingFor(chosen, options.with);
  const seed = seedOf(options.seed);
  const choice: Choice = {
    seed,
    ...(formula === undefined ? {} : { formula }),
    ...(setting === undefined ? {} : { setting }),
  };
  const root = userCourse();
  const { unicode = false, ...terminal } = terminalOf(process.stdout);
  const look = lookOf({ ...terminal, unicode });
  const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);
  const progress = progressOn(process.stderr);
  const handed = await Promise.all(chosen.uses.map((use) => handedIn(root, chosen, use)));
  const box = takeBox();
  try {
    say(headingOf(chosen, choice, look));
    await runCapstone(chosen, handed, {
      box,
      choice,
      progress: (what) => progress.show(what),
      cast: (cast) => {
        progress.clear();
        say(castLines(cast, look));
      },
      show: (part) => {
        progress.clear();
        say(drawPart(part, look, unicode));
      },
    });
  } finally {
    progress.clear();
    box.close();
  }
  return exitCode.pass;
}

/** @throws UsageError for what is no unit with a capstone */
function capstoneOf(typed: string): Capstone {
  const found = capstones.find(({ unit }) => typed.trim().replace(/^unit-?/i, "") === String(unit));
  if (found !== undefined) return found;
  const all = `${capstones[0]?.unit} to ${capstones.at(-1)?.unit}`;
  throw new UsageError(
    `capstone: a unit from ${all} expected, got ${JSON.stringify(typed)}; \`npm run capstone\` lists them`,
  );
}

/** @throws UsageError for one that is not asked for, or cannot be read */
function formulaFor({ unit, formula }: Capstone, typed: string | undefined): string | undefined {
  if (typed === undefined) return formula;
  if (formula === undefined)
    throw new UsageError(
      `--formula: capstone ${unit} takes none; npm run capstone 1 -- --formula "${formulaOf()}" does`,
    );
  try {
    typedFunction(typed);
    return typed;
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    throw new UsageError(`--formula: a formula of x such as "${formula}" expected. ${error.message}`);
  }
}

/** @throws UsageError for what is none of its values, and where it has no setting */
function settingFor({ unit, setting }: Capstone, typed: string | undefined): string | undefined {
  if (typed === undefined) return setting?.usual;
  if (setting === undefined)
    throw new UsageError(`--with: capstone ${unit} has nothing to set; leave it out`);
  const found = setting.values.find((value) => value.toLowerCase() === typed.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(
    `--with: ${setting.name} of capstone ${unit}, ${valuesOf(setting)}, expected; got ${JSON.stringify(typed)}`,
  );
}

const valuesOf = ({ values }: Setting): string => `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;

const formulaOf = (): string => capstones.find(({ formula }) => formula !== undefined)?.formula ?? "";

/**
 * An exercise and what the student's file for it holds.
 *
 * @throws UsageError where the course has no such exercise
 */
async function handedIn(root: string, { unit }: Capstone, use: Capstone["uses"][number]): Promise<Handed> {
  const slug = slugs().find((one) => shortName(one) === use.exercise);
  if (slug === undefined)
    throw new UsageError(
      `capstone ${unit}: it works with ${use.exercise}, which this course leaves out; take another one`,
    );
  const path = stubPath(root, slug);
  const exercise = await loadExercise(slug);
  const file = shownPath(path, root);
  try {
    return { use, exercise, work: await readWork({ slug, path, file, isGiven: false }) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { use, exercise, work: { missing: "cannot be read" } };
  }
}

function headingOf(
  { unit, title, setting }: Capstone,
  { seed, formula, setting: value }: Choice,
  look: Look,
): string[] {
  const facts = [
    ...(formula === undefined ? [] : [`formula ${formula}`]),
    ...(setting === undefined ? [] : [`${setting.name}: ${value} (--with ${valuesOf(setting)})`]),
    `seed ${seed}`,
  ];
  return [
    look.bold(`Capstone ${unit}  ${unitTitle(unit)}`),
    ...wrap(look.say(`${title}.`), look.columns),
    look.dim(look.say(clean(facts.join(", ")))),
  ];
}

/** Who does what. */
function castLines(cast: readonly Cast[], look: Look): string[] {
  const own = cast.filter(({ because }) => because === undefined);
  const others = cast.filter(({ because }) => because !== undefined);
  const width = Math.max(0, ...own.map(({ use }) => use.exercise.length));
  return [
    ...(own.length === 0 ? [] : ["", "At work, written by you:"]),
    ...own.flatMap(({ use }) =>
      wrap(look.say(`${use.functions.join(", ")}: ${use.does}`), look.columns - width - 4).map(
        (line, i) => `  ${padEnd(i === 0 ? use.exercise : "", width)}  ${line}`,
      ),
    ),
    ...(others.length === 0 ? [] : [""]),
    ...others.flatMap((one) => wrap(look.say(standsIn(one)), look.columns)),
  ];
}

function list(): number {
  for (const { unit, title } of capstonesFor(slugs().map(shortName)))
    process.stdout.write(`  ${unit}  ${title}\n`);
  process.stdout.write(
    "\nnpm run capstone 2 runs one of them, with your own functions. It earns no points.\n",
  );
  return exitCode.pass;
}
