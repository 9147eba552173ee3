/** The page that says how often the grader is wrong, as Markdown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CourseExercise } from "../course.ts";

/** What `npm run mutants` has counted, of one exercise. */
interface Recorded {
  readonly made: number;
  readonly equivalent: { readonly exact: number; readonly rounded: number };
  readonly rejected: number;
  /** Of how many of the rejected it was asked what is said of them, and how many of these are told why. */
  readonly asked: number;
  readonly named: number;
  readonly passed: number;
  /** Edits that pass and are wrong: "line 7: < → <=". */
  readonly survivors: readonly string[];
}

export function mutantsText(root: string, exercises: readonly Pick<CourseExercise, "id" | "slug">[]): string {
  const all = JSON.parse(readFileSync(join(root, "site/mutants.json"), "utf8")) as Readonly<
    Record<string, Recorded>
  >;
  const measured = exercises.flatMap(({ id, slug }) => {
    const one = all[slug];
    return one === undefined ? [] : [{ id, slug, one }];
  });
  const missing = exercises.filter(({ slug }) => all[slug] === undefined);
  const rows = measured.map(({ id, slug, one }) => rowOf(`[${id}](${slug}.html)`, one));
  const sum = measured.map(({ one }) => one).reduce<Recorded>(added, NONE);
  const survivors = measured.flatMap(({ id, slug, one }) =>
    one.survivors.map((edit) => `- [${id}](${slug}.html), ${plain(edit)}`),
  );
  const written = JSON.parse(readFileSync(join(root, "site/written-lines.json"), "utf8")) as WrittenLines;
  return `# How often the grader is wrong

Each model answer, and up to two other right answers, are edited by machine in every place, one edit at a time, and each edit is graded as if a student had handed it in. What should happen is known: an edit that changes what the program gives has to be refused.

An edit changes a sign, an operator, a constant, a start value, a bound or an index; it leaves a term or a statement out, doubles it, or exchanges two arguments. Some edits change nothing, such as another order of a sum; they count as equal where all answers are the same to the last bit, or but for rounding. *Named* are those whose first finding says the cause: since that takes many times as long as to refuse, it is asked of some of each exercise, which a seed draws. The last column counts what a student would get points for without having earned them.

| exercise | edits | equal | equal but for rounding | refused | named | passed, and wrong |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${[...rows, rowOf("all", sum)].join("\n")}

## What passes, and is wrong {#survivors}

${survivors.length === 0 ? "Nothing." : survivors.join("\n")}

${writtenText(written)}

${missing.length === 0 ? "" : `## Not measured yet {#missing}\n\n${missing.map(({ id }) => id).join(", ")}.\n\n`}\`npm run mutants\` makes, grades and counts them again.
`;
}

/** What the tests have counted of derivations that students write. */
interface WrittenLines {
  readonly right: number;
  readonly changed: number;
  readonly refused: number;
  /** Changed lines that are let through. */
  readonly survivors: readonly string[];
}

const writtenText = ({
  right,
  changed,
  refused,
  survivors,
}: WrittenLines): string => `## Derivations {#derivations}

A line of a derivation is held at many points, against the line before it and against the start. ${right} right derivations of the nine that students write, by index, by matrix, in other orders and with other names, are taken to their last line; none is refused. A changed one has one small edit in one line, of a sign, a factor, an exponent, an index, a bound or a transpose, and another value for it.

| derivations | lines | refused at that line | let through |
| --- | ---: | ---: | ---: |
| right | ${right} derivations | 0 | all |
| changed | ${changed} | ${refused} | ${survivors.length} |

${survivors.map((line) => `- \`\` ${line} \`\``).join("\n")}`;

const NONE: Recorded = {
  made: 0,
  equivalent: { exact: 0, rounded: 0 },
  rejected: 0,
  asked: 0,
  named: 0,
  passed: 0,
  survivors: [],
};

const added = (a: Recorded, b: Recorded): Recorded => ({
  ...NONE,
  made: a.made + b.made,
  equivalent: {
    exact: a.equivalent.exact + b.equivalent.exact,
    rounded: a.equivalent.rounded + b.equivalent.rounded,
  },
  rejected: a.rejected + b.rejected,
  asked: a.asked + b.asked,
  named: a.named + b.named,
  passed: a.passed + b.passed,
});

const rowOf = (name: string, { made, equivalent, rejected, asked, named, passed }: Recorded): string =>
  `| ${[name, made, equivalent.exact, equivalent.rounded, rejected, `${named} of ${asked}${partOf(named, asked)}`, passed].join(" | ")} |`;

const partOf = (few: number, all: number): string =>
  all === 0 ? "" : ` (${((100 * few) / all).toFixed(1)} %)`;

/** As code: an edit may hold any character of a program. */
const plain = (edit: string): string =>
  edit.replace(
    /^((?:another right answer, )?line \d+): (.*)$/,
    (_, line, text) => `${line}: \`\` ${text} \`\``,
  );
