/** README.md of an exercise: what its author writes, and everything that its declaration says. */
import type { Exercise } from "../../exercise/exercise.ts";
import { calledIn, playedIn } from "../../exercise/wanted.ts";
import { derivationPath, pathsOf, type Slug, slugOf } from "../course.ts";
import { authorText } from "./author-text.ts";
import { edgeLines } from "./edge-lines.ts";
import { exampleLines } from "./example-lines.ts";
import { functionTables } from "./function-tables.ts";
import { markdownTable } from "./markdown-table.ts";
import { RefusedText } from "./refused-text.ts";
import { stubTables } from "./stub-tables.ts";
import page from "./task-page.md.hbs";

/**
 * @param task the text of task.md
 * @param stub the exercise's stub, which says what classes are written
 * @param there the numbers of the course's exercises: a required one that is still to come is not named
 * @throws RefusedText
 */
export function taskPage(
  slug: Slug,
  exercise: Exercise,
  task: string,
  stub: string,
  there: ReadonlySet<string>,
): string {
  const paths = pathsOf(slug);
  const words = authorText(task, paths.task);
  const called = { ...exercise, functions: calledIn(exercise) };
  const example = exampleLines(exercise, paths.exercise).map((line) => (line === "" ? "" : `    ${line}`));
  if (example.length === 0 && words.example !== "")
    throw new RefusedText(
      paths.task,
      "explains an example, and no function has one",
      `give one in ${paths.exercise}: example: { … }`,
    );
  const keepsArguments = takesLists(called);
  if (keepsArguments && /\barguments? stays? as (they are|it is)\b/.test(`${words.intro} ${words.contract}`))
    throw new RefusedText(
      paths.task,
      "says that the arguments stay as they are",
      "the page says it anyway: take it out",
    );
  return page({
    id: slug.id,
    title: exercise.title,
    before: beforeOf(exercise, there),
    intro: words.intro,
    tables: [...functionTables(called), ...stubTables(stub, Object.keys(called.functions))],
    given: givenOf(exercise, stub),
    contract: words.contract,
    keepsArguments,
    checks: checksTable(playedIn(exercise)),
    hasExample: example.length > 0 || words.example !== "",
    example,
    exampleWords: words.example,
    edges: edgeLines(exercise),
    derivation: derivationPath(exercise.derivation),
    source: sourceText(exercise.source),
  });
}

/** What is there of the exercises that this one builds on. */
function givenOf({ uses = {} }: Exercise, stub: string): string | undefined {
  const ids = Object.keys(uses).map((slug) => slugOf(slug)?.id ?? slug);
  if (ids.length === 0) return undefined;
  const names = [...stub.matchAll(/^declare (?:abstract )?(?:class|function) (\w+)/gm)].map(
    ([, name]) => `\`${name}\``,
  );
  return `${listed(names)} of ${listed(ids)} ${names.length === 1 ? "is" : "are"} there without an import, in the course's own version, whatever your files of ${listed(ids)} hold.`;
}

/** "About 20 minutes, after ex09 and ex02." */
function beforeOf({ minutes, requires }: Exercise, there: ReadonlySet<string>): string {
  const named = requires.filter((id) => there.has(id));
  return `About ${minutes} minutes${named.length === 0 ? "" : `, after ${listed(named)}`}.`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** What each scenario looks at. */
const checksTable = (played: Exercise["functions"]): string | undefined =>
  markdownTable(
    ["check", "looks at"],
    Object.entries(played).map(([name, { text }]) => [`\`${name}\``, text?.says ?? text?.returns.says ?? ""]),
  );

/** Whether a call could change what it is given. */
const takesLists = ({ functions }: Exercise): boolean =>
  Object.values(functions).some(({ inputs }) =>
    Object.values(inputs).some(
      ({ type }) => type.kind !== "function" && !(type.kind === "tensor" && type.shape === ""),
    ),
  );

/** Titles in italics: "Machine Learning Visualized, 0.1.4; another, 2". */
const sourceText = (source: string): string =>
  source
    .split("; ")
    .map((one) => (/[_*]/.test(one.charAt(0)) ? one : one.replace(/^[^,]+/, "_$&_")))
    .join("; ");
