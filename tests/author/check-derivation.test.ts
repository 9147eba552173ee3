/** One error at a time, planted into a derivation that is ready: the check says one line of it, with file, cause and mend. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDerivation } from "../../grader/author/check/check-derivation.ts";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import { slugsIn } from "../../grader/author/course.ts";
import type { DerivationExercise } from "../../grader/exercise/derivation.ts";
import { derivations, loadWritten, root } from "../derivation/written/course.ts";

const tex = String.raw;
const slug = "d06-mse-line";
const declaration = `exercises/${slug}/derivation.ts`;
const solution = `solutions/${slug}.md`;
const stub = `exercises/${slug}/derivation.md`;

let at: string;
beforeAll(() => {
  at = mkdtempSync(join(tmpdir(), "chainrule derivation é "));
  for (const file of [`exercises/${slug}`, solution, "site/derivations/mse-line.md"]) {
    mkdirSync(join(at, file, ".."), { recursive: true });
    cpSync(join(root, file), join(at, file), { recursive: true });
  }
  // Of the other exercises it is known that they are there.
  for (const other of [...slugsIn(root), ...derivations])
    mkdirSync(join(at, "exercises", other), { recursive: true });
});
afterAll(() => rmSync(at, { recursive: true, force: true }));

type Change = (exercise: DerivationExercise) => object;
/** A file of the course in other words; without a text it is taken away. */
type Edit = readonly [file: string, change?: (text: string) => string];

async function refused(declare: Change = () => ({}), edit?: Edit): Promise<string[]> {
  const path = edit === undefined ? "" : join(at, edit[0]);
  let before: string | undefined;
  try {
    before = path === "" ? undefined : readFileSync(path, "utf8");
  } catch {}
  try {
    if (edit?.[1] === undefined) rmSync(path, { force: true });
    else writeFileSync(path, edit[1](before ?? ""));
    const load = async (name: string) => {
      const { exercise } = await loadWritten(name);
      return { exercise: { ...exercise, ...declare(exercise) } as DerivationExercise };
    };
    return (await checkDerivation({ root: at, loadWritten: load, seeds: [1] }, slug)).map(refusalLine);
  } finally {
    if (path !== "") rmSync(path, { force: true });
    if (before !== undefined) writeFileSync(path, before);
  }
}

const withSlip =
  (id: string, slip: object): Change =>
  ({ slips }) => ({ slips: { ...slips, [id]: { ...slips[id], ...slip } } });

const says = "Something is wrong here.";

interface Planted {
  readonly error: string;
  readonly declare?: Change;
  readonly edit?: Edit;
  readonly line: string;
}

const PLANTED: readonly Planted[] = [
  {
    error: "a slip that is the truth",
    declare: withSlip("no-slip", { is: tex`\frac{2}{n} \sum_{i} x_i (w x_i + b - y_i)`, says, step: 3 }),
    line: `${declaration}: slip no-slip is true, so that it is no slip with seed 1; write what a wrong line is worth`,
  },
  {
    error: "a slip that is worth what another one is",
    declare: withSlip("sign", { is: tex`\frac{2}{n} \sum_{i} x_i (y_i - w x_i - b)`, says, step: 3 }),
    line: `${declaration}: slip sign is called sign-flipped with seed 1; two slips are worth the same: take one out`,
  },
  {
    error: "a slip with a symbol that nobody declares",
    declare: withSlip("sign-flipped", { is: tex`\frac{2}{n} \sum_{i} x_i q_i` }),
    line: tex`${declaration}: slip sign-flipped, \frac{2}{n} \sum_{i} x_i q_i: q_{i} is not declared; write it with symbols of the page, or declare them in \`also\``.replaceAll(
      "\\`",
      "`",
    ),
  },
  {
    error: "a slip that sends to a step that is not there",
    declare: withSlip("sign-flipped", { step: 17 }),
    line: `${declaration}: slip sign-flipped sends to step 17 of mse-line; the page has the steps 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
  },
  {
    error: "a slip that says no sentence",
    declare: withSlip("sign-flipped", { says: "sign" }),
    line: `${declaration}: slip sign-flipped says no sentence; begin with a capital and end with a full stop`,
  },
  {
    error: "a start with a symbol that nobody declares",
    declare: () => ({ start: tex`\frac{\partial L}{\partial q}` }),
    line: `${declaration}: q is not declared; name symbols of the page in \`start\` and \`known\`, and declare others in \`also\``,
  },
  {
    error: "a definition that the page does not have",
    declare: () => ({ known: ["L", "K"] }),
    line: `${declaration}: mse-line defines no K; name symbols of the page in \`start\` and \`known\`, and declare others in \`also\``,
  },
  {
    error: "a start that is not on the page",
    declare: () => ({ start: tex`\frac{\partial L}{\partial x_i}` }),
    line: tex`${declaration}: the start \frac{\partial L}{\partial x_i} is the left side of no formula of page mse-line; start where the page does, or let the page say it`,
  },
  {
    error: "a goal with a derivative left",
    declare: () => ({ step: 2 }),
    line: tex`${declaration}: the formula of step 2 that begins with \frac{\partial L}{\partial w} ends in what the last line has to do without; name the step whose formula is the end, or take it out of \`without\``.replaceAll(
      "\\`",
      "`",
    ),
  },
  {
    error: "a step that the page does not have",
    declare: () => ({ step: 12 }),
    line: `${declaration}: step 12 is not on page mse-line; name one of its steps, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
  },
  {
    error: "a page that is not there",
    declare: () => ({ page: "mse-lines" }),
    line: `${declaration}: page "mse-lines" is not there; name a page of site/derivations/`,
  },
  {
    error: "a model answer with a jump",
    edit: [
      solution,
      (text) =>
        `# A jump\n\n${text
          .split("\n\n")
          .at(-1)
          ?.replace("$$=", () => "$$dL/dw =")}`,
    ],
    line: `${solution}:3: falls short with seed 1 in line 1: A JUMP: It is true, but it takes 5 rules of differentiation at once: what is derived, written out, a sum with constant factors, a power. Put a line between that takes the first one alone and leaves the other derivatives standing; mend it, or the declaration`,
  },
  {
    error: "a model answer with a wrong line",
    edit: [solution, (text) => text.replace("(-x_i)", "(x_i)")],
    line: `${solution}:7: falls short with seed 1 in line 3: DOES NOT HOLD: This does not hold. At x = [1, 2], y = [3, 5], w = 1, b = 0 the line before is −8, this one 8., The sign is flipped. The inner derivative of yᵢ − (w xᵢ + b) is −xᵢ: that minus stays; mend it, or the declaration`,
  },
  {
    error: "more lines than the model answer has",
    declare: () => ({ lines: 6 }),
    line: `${solution}:9: falls short with seed 1 in way: STEPS MISSING: 4 of 6 lines that go on: write the steps between, one at a time. Line 1 takes the most at once, 3 rules of differentiation: put one before it; mend it, or the declaration`,
  },
  {
    error: "as many rules at once as the whole way takes",
    declare: () => ({ lines: 1, rules: 20 }),
    line: `${declaration}: asks for 1 line of 20 rules, so that the end alone passes; ask for more lines, or allow fewer rules at once`,
  },
  {
    error: "a stub in which somebody has written",
    edit: [stub, (text) => `${text}\n$$= 2 w$$\n`],
    line: `${stub}: is solved, or edited; \`npm run stubs -- --force\` makes it bare again`,
  },
  {
    error: "a README.md that was edited",
    edit: [`exercises/${slug}/README.md`, (text) => text.replace("Derive it.", "Derive!")],
    line: `exercises/${slug}/README.md: is not what task.md, derivation.ts and the page give; run \`npm run stubs\``,
  },
  {
    error: "a file that belongs to no derivation",
    edit: [`exercises/${slug}/notes.txt`, () => "x"],
    line: `exercises/${slug}/notes.txt: is no file of an exercise; move it elsewhere or delete it`,
  },
  {
    error: "no task",
    edit: [`exercises/${slug}/task.md`],
    line: `exercises/${slug}/task.md: is missing; write it as in another derivation`,
  },
  {
    error: "a hint too few",
    declare: ({ hints }) => ({ hints: hints.slice(0, 2) }),
    line: `${declaration}: hint 3 is empty; write a question that leads on`,
  },
  {
    error: "a hint that speaks of an exercise that is not there",
    declare: ({ hints }) => ({ hints: [hints[0], "See ex99.", hints[2]] }),
    line: `${declaration}: hint 2 speaks of ex99, which the course does not have; say it without`,
  },
  {
    error: "a misspelt field",
    declare: () => ({ rule: 4 }),
    line: `${declaration}: has a field \`rule\`, which nothing reads; the fields are slug, title, unit, unitTitle, requires, minutes, points, page, known, also, means, start, step, without, lines, rules, slopes, slips, hints`,
  },
];

describe("check says one line of", () => {
  it.each(PLANTED)("$error", async ({ declare, edit, line }) => {
    const found = await refused(declare, edit);
    // Where the declaration changes what is printed, the texts made of it are stale as well.
    const own = found.filter((one) => !/run `npm run stubs`$/.test(one) || one === line);
    expect(own).toEqual([line]);
  });

  it("nothing of a derivation that is ready", async () => {
    expect(await refused()).toEqual([]);
  });
});
