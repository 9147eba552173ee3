import { describe, expect, it } from "vitest";
import { taskPage } from "../../../grader/author/task/task-page.ts";
import type { Exercise, ExerciseSpec } from "../../../grader/exercise/exercise.ts";
import {
  args,
  exercise,
  index,
  knownList,
  list,
  matrix,
  optional,
  record,
  scalar,
  vector,
} from "../../../grader/exercise/form.ts";
import { mean, num } from "../../../reference/numbers/num.ts";

const slug = { slug: "ex99-made-up", id: "ex99", name: "made-up" };

/** An exercise in which only what a test is about is declared. */
const made = (functions: object, more: Partial<ExerciseSpec> = {}): Exercise => ({
  ...exercise({
    title: "Made up",
    unit: 1,
    source: "A document, 1.2; another, 3",
    requires: [],
    derivation: "made-up",
    minutes: 20,
    symbols: { n: "number of examples", m: "number of features" },
    functions: functions as ExerciseSpec["functions"],
    hints: ["a?", "b?", "c"],
  }),
  ...more,
  slug: slug.slug,
  mistakes: {},
});

const pageOf = (exercise: Exercise, task = "It is made up.", stub = ""): string =>
  taskPage(slug, exercise, task, stub, new Set(["ex01", "ex02", "ex03"]));

const data = args({
  X: matrix("n m", "examples, one a row"),
  t: optional(scalar("threshold", { domain: "probability" }), 0.5),
});
const share = data.answer<number>({
  says: "Share of entries",
  returns: scalar("share of the entries"),
  is: ({ X }) => mean(X.flat()).over(3),
  example: { X: [[1, 0]], t: undefined },
});

describe("a task's page", () => {
  it("names of the exercises before it only those that the course has", () => {
    const lineAfter = (requires: readonly string[]) =>
      pageOf(made({ share }, { minutes: 5, requires })).split("\n")[2];
    expect(lineAfter(["ex01", "ex44"])).toBe("About 5 minutes, after ex01.");
    expect(lineAfter(["ex44"])).toBe("About 5 minutes.");
  });

  it("says what the declaration and the author say, each in its place", () => {
    const page = pageOf(
      made({ share }, { minutes: 5, requires: ["ex01", "ex02", "ex03"] }),
      [
        "It is $x$.",
        "",
        "## An example",
        "",
        "By hand.",
        "",
        "## To write",
        "",
        "    code",
        "",
        "### More",
        "",
        "```",
        "# no title",
        "```",
      ].join("\r\n"),
    );
    expect(page).toBe(
      [
        "# ex99 · Made up",
        "",
        "About 5 minutes, after ex01, ex02 and ex03.",
        "",
        "It is $x$.",
        "",
        "## To write",
        "",
        "| function       | returns              | shape    |",
        "| -------------- | -------------------- | -------- |",
        "| `share(X, t?)` | share of the entries | a number |",
        "",
        "| argument | shape | values      | meaning                             |",
        "| -------- | ----- | ----------- | ----------------------------------- |",
        "| `X`      | n × m |             | examples, one a row                 |",
        "| `t`      |       | from 0 to 1 | threshold; 0.5 where it is left out |",
        "",
        "Sizes: n, number of examples; m, number of features.",
        "",
        "    code",
        "",
        "### More",
        "",
        "```",
        "# no title",
        "```",
        "",
        "The arguments stay as they are.",
        "",
        "## An example",
        "",
        "    share([[1, 0]])   // ≈ 0.16667",
        "",
        "By hand.",
        "",
        "Derivation: `site/derivations/made-up.md`. Source: _A document_, 1.2; _another_, 3.",
        "",
      ].join("\n"),
    );
  });

  it("explains the fields of records, and a symbol that means two things", () => {
    const net = { W: matrix("n m", "weights"), b: vector("m", "biases") };
    const one = args({ p: record(net, "the parameters"), k: index("n", "a row, 0 … n − 1") }).answer<{
      W: number[][];
    }>({
      returns: record({ W: matrix("n m", "∂L/∂W") }, "the gradients"),
      is: ({ p }) => ({ W: p.W }),
    });
    const other = args({
      k: knownList("3", ["square"], "links, the innermost first"),
      starts: list(matrix("n m", "a start"), "T", "starts, one a run"),
      steps: list(vector("m", "a step"), "epochs+1", "|steps|"),
    }).answer<number[]>({ returns: vector("epochs+1", "losses"), is: () => [num(1)] });
    const grid = args({ T: scalar("starts an axis", { domain: "integer" }) }).answer<number[]>({
      returns: vector("T^2", "losses over a grid"),
      is: () => [num(1)],
    });
    const page = pageOf(made({ one, other, grid }));
    const rows = page
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.replace(/ +/g, " "));
    expect(rows.filter((row) => !row.includes("---"))).toEqual([
      "| function | returns | shape |",
      "| `one(p, k)` | the gradients | `{ W }` |",
      "| `other(k, starts, steps)` | losses | epochs + 1 |",
      "| `grid(T)` | losses over a grid | T² |",
      "| argument | shape | values | meaning |",
      "| `p` | | | the parameters |",
      "| `p.W` | n × m | | weights |",
      "| `p.b` | m | | biases |",
      "| `k` of `one` | | whole | a row, 0 … n − 1 |",
      "| `k` of `other` | 3 functions | | links, the innermost first |",
      "| `starts` | T of n × m | | starts, one a run |",
      "| `steps` | epochs + 1 of m | | \\|steps\\| |",
      "| `T` | | whole | starts an axis |",
      "| field | shape | meaning |",
      "| `W` | n × m | ∂L/∂W |",
    ]);
  });

  it("names the functions of an edge case that not all have", () => {
    const z = args({ z: scalar("net input") });
    const same = { "z = 0": { given: { z: 0 }, says: "It is 0." } };
    const f = z.answer<number>({
      returns: scalar("f"),
      is: ({ z }) => z,
      edges: { ...same, "far from 0": { given: { z: 1e9 }, says: "No NaN." } },
    });
    const g = z.answer<number>({
      returns: scalar("g"),
      is: ({ z }) => z,
      edges: { ...same, "dims above 3": { given: { z: 4 }, throws: true } },
    });
    expect(pageOf(made({ f, g }))).toContain(
      [
        "- **z = 0.** It is 0.",
        "- **Far from 0** (`f`). No NaN.",
        "- **Dims above 3** (`g`). An exception is asked for.",
      ].join("\n"),
    );
  });

  it("puts edge cases that ask for the same into one line, with the words that they share once", () => {
    const f = args({ z: scalar("net input") }).answer<number>({
      returns: scalar("f"),
      is: ({ z }) => z,
      edges: {
        "z to the power of 0": { given: { z: 0 }, says: "It is as z is." },
        "z = 1": { given: { z: 1 }, says: "It is 1." },
        "z to the power of 12": { given: { z: 2 }, says: "It is as z is." },
        "z to the root": { given: { z: 3 }, says: "It is 3." },
        "very far": { given: { z: 1e9 }, says: "It is 3." },
      },
    });
    expect(pageOf(made({ f }))).toContain(
      [
        "- **z to the power of 0, 12.** It is as z is.",
        "- **z = 1.** It is 1.",
        "- **z to the root, very far.** It is 3.",
      ].join("\n"),
    );
  });

  it("puts answers that are too long for a line below their calls, and no −0", () => {
    const rows = args({ X: matrix("n m", "examples") });
    const X = [
      [1, -0, 3, 4, 5, 6, 7, 8, 9],
      [1.123456789, 2, 3, 4, 5, 6, 7, 8, 9],
    ];
    const f = rows.answer<number[][]>({ returns: matrix("n m", "X"), is: ({ X }) => X, example: { X } });
    const page = pageOf(made({ f, g: f }));
    expect(page).toContain(
      "], [1.123456789, 2, 3, 4, 5, 6, 7, 8, 9]])\n    // [[1,      0, 3, 4, 5, 6, 7, 8, 9],\n    //  [1.1235, 2,",
    );
    expect(page).toContain("\n\n    g([[");
  });

  it("names lists and records above calls that are too wide with them, where the name has one value", () => {
    const given = { x: [0.123456789, 1.123456789, 2.123456789], p: { w: 1 }, y: [3] };
    const first = args({
      x: vector("n", "inputs"),
      p: record({ w: scalar("weight") }, "parameters"),
      y: vector("m", "targets"),
      j: scalar("a unit"),
    });
    const returns = scalar("j");
    const f = first.answer<number>({ returns, is: ({ j }) => j, example: { ...given, j: 1 } });
    const wide = "aNameThatMakesTheCallWiderThanTheLineThatItStandsOn";
    const g = first.answer<number>({ returns, is: ({ j }) => j, example: { ...given, y: [4], j: 2 } });
    expect(pageOf(made({ [wide]: f, g }))).toContain(
      [
        "    const x = [0.123456789, 1.123456789, 2.123456789];",
        "    const p = { w: 1 };",
        "",
        `    ${wide}(x, p, [3], 1)   // 1`,
        `    g(x, p, [4], 2)${" ".repeat(wide.length - 1)}   // 2`,
      ].join("\n"),
    );
  });

  it("takes a rounding of the last digit for none", () => {
    const f = args({ x: scalar("a number") }).answer<number>({
      returns: scalar("a fifth"),
      is: ({ x }) => x.times(0.2),
      example: { x: 3 },
    });
    expect(pageOf(made({ f }))).toContain("    f(3)   // 0.6\n");
  });

  it("refuses an example without an argument, without an answer, and words on none", () => {
    const lacking = args({ z: scalar("net input") }).answer<number>({
      returns: scalar("f"),
      is: ({ z }) => z,
      example: {} as { z: number },
    });
    expect(() => pageOf(made({ lacking }))).toThrow("the example of lacking lacks z");
    const failing = args({ z: scalar("net input") }).answer<number>({
      returns: scalar("f"),
      is: () => {
        throw new RangeError("no such thing");
      },
      example: { z: 1 },
    });
    expect(() => pageOf(made({ failing }))).toThrow("the example of failing has no answer: no such thing");
    const { text: { example: _, ...text } = share.text!, ...silent } = share;
    expect(() => pageOf(made({ share: { ...silent, text } }), "It.\n\n## An example\n\nBy hand.")).toThrow(
      "explains an example, and no function has one",
    );
  });

  it("shows classes by their stub, scenarios by what they look at, and a program as example", () => {
    const f = args({ x: scalar("a number") }).answer<number>({
      says: "the value after one step",
      returns: scalar("a value"),
      scenario: () => 0,
      model: {},
      edges: { "x = 0": { given: { x: 0 }, says: "It stays." } },
    });
    const played = { ...f, reference: () => num(3), text: { ...f.text!, example: { x: 2 } } };
    const scenarios = [
      "export function f({ Step }, x) {",
      "  const step = new Step(0.5);",
      "  return step.go(x);",
      "}",
      "",
    ].join("\n");
    const stub = [
      "/** Goes downhill. */",
      "export class Step {",
      "  /** the rate */",
      "  rate: number;",
      "",
      "  constructor(rate: number) {}",
      "",
      "  /**",
      "   * One step",
      "   * down.",
      "   *",
      "   * Not in the table.",
      "   */",
      "  go(x: number, times = 1): number {",
      '    throw new Error("not implemented: go");',
      "  }",
      "}",
      "",
    ].join("\n");
    const page = pageOf(made({ f: played }, { scenarios, exports: { Step: "class" } }), "It.", stub);
    expect(page).toContain(
      [
        "`Step`: Goes downhill.",
        "",
        "| class `Step`     | meaning        |",
        "| ---------------- | -------------- |",
        "| `.rate`          | the rate       |",
        "| `new Step(rate)` |                |",
        "| `.go(x, times?)` | One step down. |",
      ].join("\n"),
    );
    expect(page).toContain(
      ["| `f`   | the value after one step |", "", "## An example", "", "    const x = 2;"].join("\n"),
    );
    expect(page).toContain("    const step = new Step(0.5);\n    step.go(x)   // 3\n");
    expect(page).not.toContain("arguments stay");
  });
});
