/**
 * What a student gets of a derivation: README.md with the task and with what its page gives, and derivation.md with
 * the line that the derivation begins with.
 */
import { namesBehind } from "../derivation/coordinates.ts";
import { pageOf } from "../derivation/page.ts";
import { type Given, givenBy } from "../derivation/written/given.ts";
import { linesOf } from "../derivation/written/lines-of.ts";
import { parted } from "../derivation/written/parted.ts";
import type { DerivationExercise } from "../exercise/derivation.ts";
import { markdownTable } from "./task/markdown-table.ts";

const idOf = ({ slug }: DerivationExercise): string => slug.split("-")[0] as string;

/** The file that a student writes in. */
export const derivationStub = (exercise: DerivationExercise): string =>
  stubWith(`${idOf(exercise)} · ${exercise.title}`, exercise.start);

const stubWith = (heading: string, start: string): string =>
  `# ${heading}

Write line after line, each between two dollar signs on both sides. README.md says what is given.

$$${start} =$$
`;

/** Whether a file holds what it begins with and nothing else: a derivation may be one line, and words are work too. */
export function isBare(text: string): boolean {
  const rows = text.replaceAll("\r\n", "\n");
  const [, heading = ""] = /^# (.*)$/m.exec(rows) ?? [];
  const [start, after, ...more] = parted(linesOf(rows)[0]?.text ?? "").sides;
  if (start === undefined || after?.text !== "" || more.length > 0) return false;
  return rows === stubWith(heading, start.text.trimEnd());
}

/** README.md. @throws FormulaError where the declaration does not fit its page */
export function derivationReadme(exercise: DerivationExercise, page: string, task: string): string {
  const given = givenBy(exercise, pageOf(page, exercise.page));
  const { start, requires, minutes, lines, without = [] } = exercise;
  const after = requires.length === 0 ? "" : `, after ${requires.join(" and ")}`;
  return `# ${idOf(exercise)} · ${exercise.title}

About ${minutes} minutes${after}.

${task.trim()}

## Given

${markdownTable(["symbol", "shape", "meaning"], symbolRows(given)) ?? ""}

${usedDefinitions(given)
  .map((tex) => `\`\`\`math\n${tex}\n\`\`\`\n\n`)
  .join("")}## To write

Start with

\`\`\`math
${start}
\`\`\`

and go on from line to line by =, until no derivative is left${without.includes("slopes") ? ", nor a slope such as σ′" : ""}${without.includes("exp") ? ", nor an exponential" : ""}. Write ${lines} lines or more, one step each: a line that takes the whole way at once shows nothing.

\`derivation.md\` is your file. A line stands between \`$$\` and \`$$\`; between lines you may write what you like. A line may begin with \`=\`: it goes on from the line above. \`dL/dw\`, \`∂L/∂w\`, \`^T\`, \`σ\` and \`Σ\` are read. What you work out beside it, such as an inner derivative, is a line as well. A name of your own takes \`:=\`, as in \`r := …\`.

\`npm run grade ${idOf(exercise)}\` holds each line at many points: whether it is true, and whether it goes on. It does not read your reasons.

Derivation: \`site/derivations/${exercise.page}.md\`. Try without it first.
`;
}

/** What is given, one symbol a row. */
const symbolRows = ({ scope }: Given): string[][] =>
  scope.symbols.map((symbol) => [
    symbol.names.map((name) => `$${name}$`).join(", "),
    symbol.domain === "index" ? `1 to ${symbol.shape[0]}` : symbol.shape.join(" × "),
    [
      symbol.meaning.replace(/,? step \d+/, ""),
      ...(symbol.given === undefined ? [] : [`$${symbol.given}$`]),
    ].join(": "),
  ]);

/** The definitions that the start is made of, and those that the declaration names. */
function usedDefinitions({ scope, start, definitions, spec }: Given): readonly string[] {
  const named = spec.known.flatMap((key) => scope.declared(key)?.keys[0] ?? []);
  const names = new Set([...namesBehind(scope, [start]), ...named]);
  return definitions.filter(({ name }) => names.has(name)).map(({ tex }) => tex);
}
