/** The examples of a task: calls, their answers, and programs. */
import { describe, expect, it } from "vitest";
import { args, matrix, record, scalar, vector } from "../../../grader/exercise/form.ts";
import { num } from "../../../reference/numbers/num.ts";
import { made, pageOf, share } from "./made-up.ts";

describe("a task's page", () => {
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
