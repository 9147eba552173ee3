/**
 * All checks of a derivation that students write, the cheap ones first.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FormulaError } from "../../derivation/formula-error.ts";
import { pageOf } from "../../derivation/page.ts";
import { SymbolError } from "../../derivation/symbols.ts";
import { type Given, givenBy } from "../../derivation/written/given.ts";
import type { DerivationExercise } from "../../exercise/derivation.ts";
import { derivationPath, pathsOfDerivation } from "../course.ts";
import { writeDerivation } from "../stubs.ts";
import { textOf } from "../text-of.ts";
import { falseRelations } from "./derivation.ts";
import { openTodos, unexpectedIn } from "./files.ts";
import { mentionsOf, wrongRequirements } from "./mentions.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { wrongForm } from "./written/form.ts";
import { wrongGoal } from "./written/goal.ts";
import { noisyStub, shortModel } from "./written/model.ts";
import { wrongSlips } from "./written/slips.ts";

/** Seeds that a model answer is judged with. */
const SEEDS: readonly number[] = [1, 2, 3, 4, 5];

export interface WrittenCourse {
  readonly root: string;
  /** A derivation by its slug. */
  readonly loadWritten: (slug: string) => Promise<{ readonly exercise: DerivationExercise }>;
  readonly seeds?: readonly number[];
}

/** Everything that keeps a derivation from being ready; empty for one that is. */
export async function checkDerivation(course: WrittenCourse, slug: string): Promise<Refusal[]> {
  const { root, seeds = SEEDS } = course;
  const paths = pathsOfDerivation(slug);
  const { declaration, task, solution, readme, stub } = paths;
  const missing = (file: string): boolean => !existsSync(join(root, file));
  const byHand = [declaration, task, solution];
  const files = [
    ...byHand.filter(missing).map((file) => refuse(file, "is missing", "write it as in another derivation")),
    ...openTodos(root, byHand),
    ...[readme, stub].filter(missing).map((file) => refuse(file, "is missing", "run `npm run stubs`")),
    ...unexpectedIn(root, `exercises/${slug}`, [declaration, task, readme, stub]),
  ];
  let exercise: DerivationExercise;
  try {
    ({ exercise } = await course.loadWritten(slug));
  } catch (error) {
    const why = (error as Error).message.split("\n")[0] ?? "";
    return files.length > 0 ? files : [refuse(declaration, `does not load: ${why}`, "mend it")];
  }
  const said = [
    ...files,
    ...wrongForm(declaration, exercise),
    ...wrongRequirements(root, declaration, "", exercise.requires),
    ...mentionsOf(root, declaration, [task], textsOf(exercise)),
  ];
  const page = derivationPath(exercise.page);
  if (missing(page))
    return [
      ...said,
      refuse(declaration, `page "${exercise.page}" is not there`, "name a page of site/derivations/"),
    ];
  said.push(...falseRelations(root, exercise.page));
  // What is not written yet is not worth a judgement.
  if (byHand.some(missing)) return said;
  const given = givenOr(declaration, exercise, textOf(root, page));
  if (!("scope" in given)) return [...said, given];
  const pageRead = pageOf(textOf(root, page), exercise.page);
  const old = stale(root, exercise, textOf(root, page));
  const goal = wrongGoal(declaration, exercise, given, pageRead);
  // From another start, neither slips nor answer lead anywhere.
  if (goal.length > 0) return [...said, ...old, ...goal];
  return [
    ...said,
    ...old,
    ...wrongSlips(declaration, exercise, given, pageRead, seeds),
    ...(old.some(({ file }) => file === stub) ? [] : noisyStub(root, stub, exercise, given)),
    ...shortModel(root, paths, exercise, given, seeds),
  ];
}

/** All that an author says, with where it stands. */
const textsOf = ({ title, hints, slips }: DerivationExercise) => [
  { where: "the title", text: title },
  ...hints.map((text, i) => ({ where: `hint ${i + 1}`, text })),
  ...Object.entries(slips).map(([id, { says }]) => ({ where: `slip ${id}`, text: says })),
];

/** What is given, or why it cannot be: a symbol that nobody declares, a definition that the page lacks. */
function givenOr(file: string, exercise: DerivationExercise, page: string): Given | Refusal {
  try {
    return givenBy(exercise, pageOf(page, exercise.page));
  } catch (error) {
    if (!(error instanceof FormulaError) && !(error instanceof SymbolError)) throw error;
    return refuse(
      file,
      error.message,
      "name symbols of the page in `start` and `known`, and declare others in `also`",
    );
  }
}

/** What `npm run stubs` would write otherwise; a missing file is said among the files. */
const stale = (root: string, exercise: DerivationExercise, page: string): Refusal[] =>
  writeDerivation(root, exercise, page, { check: true })
    .flatMap(({ refusal }) => refusal ?? [])
    .filter(({ what }) => what !== "is missing");
