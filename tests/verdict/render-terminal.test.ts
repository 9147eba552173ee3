import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderTerminal } from "../../grader/verdict/render-terminal.ts";
import type { Finding } from "../../grader/verdict/verdict.ts";
import { widthOf } from "../../grader/verdict/width.ts";
import { anyVerdicts, nasty } from "./ci/verdicts.ts";
import {
  check,
  failing,
  syntaxError,
  verdictOf,
  wrongDerivative,
  wrongGradient,
  wrongMatrix,
} from "./findings.ts";

const page = (...checks: Parameters<typeof verdictOf>[0]): string => renderTerminal(verdictOf(checks));

describe("a verdict at a terminal", () => {
  test("reads like the example in the style guide", () => {
    expect(
      page(
        check("mseLossDw", "contract"),
        failing("mseLossDw", wrongGradient),
        check("mseLossDw", "law", { status: "skipped", points: 0 }),
        check("mseLossDb", "contract"),
        check("mseLossDb", "value", { points: 3, maxPoints: 3 }),
        check("mseLossDb", "law"),
      ),
    ).toMatchInlineSnapshot(`
      "ex10-mse-gradients   Gradients of the mean squared error
      exercises/ex10-mse-gradients/mse-gradients.ts

                  contract    value       law
      mseLossDw   pass 1/1    FAIL 0/3    -           1 of 5
      mseLossDb   pass 1/1    pass 3/3    pass 1/1    5 of 5

      -  waits for the check before it to pass

      -- WRONG GRADIENT ---------------------------------------------------- mseLossDw

      At x = [1, -0.5], y = [2, 0.25], w = 0.5, b = 0

          yours       3.125
          expected   -1.5625   (numerical -1.5625 ± 3e-11)

      This is the formula "sign dropped and the 1/n forgotten", on 200 of 200 inputs.

      Read    site/derivations/mse-line.md, step 4
      Replay  npm run grade ex10 -- --seed 7

      Score   6 of 10     41 ms, seed 7
      Box     without bubblewrap: see npm run doctor
      Next    mend the finding; for a hint: npm run hint ex10
      "
    `);
  });

  test("prints matrices and records aligned, and names the entry that differs", () => {
    expect(page(failing("gradients", wrongMatrix))).toMatchInlineSnapshot(`
      "ex10-mse-gradients   Gradients of the mean squared error
      exercises/ex10-mse-gradients/mse-gradients.ts

                  value
      gradients   FAIL 0/3    0 of 3

      -- WRONG VALUE ------------------------------------------------------- gradients

      At labels = [0, 1]

          X = [[1, -0.5,  12.25],
               [2,  0.25, -3]]

          yours         { dW: [[1, 2.5], [-3.25, 0.3333333]], dB: [0.5, -0] }
          expected      { dW: [[1, 2.5], [-3.25, 0.6666667]], dB: [0.5, 0] }
          at dW[1][1]   0.3333333, expected 0.6666667

      One entry differs.

      Replay  npm run grade ex10 -- --seed 7

      Score   0 of 3      41 ms, seed 7
      Box     without bubblewrap: see npm run doctor
      Next    mend the finding; for a hint: npm run hint ex10
      "
    `);
  });

  test("shows only the fields of a record that differ", () => {
    const [yours, expected] = [2, 3].map((b) => ({ dW: [[1], [2]], db: b }));
    const text = page(failing("f", { ...wrongMatrix, yours: yours!, expected: expected!, at: ".db" }));
    expect(text).toContain(
      [
        "    yours      { db: 2 }",
        "    expected   { db: 3 }",
        "    at db      2, expected 3",
        "    alike      dW",
        "",
      ].join("\n"),
    );
  });

  test("shows a program in place of the inputs that encode it", () => {
    const call = "const a = new Value(2);\nconst y = a.mul(a);\ny.data";
    const text = page(
      failing("f", { ...wrongGradient, case: { call, inputs: { program: [[1, 0, 0, 0]] } } }),
    );
    expect(text).toContain("In this program\n\n    const a = new Value(2);\n    const y = a.mul(a);\n");
    expect(text).not.toContain("[[1");
  });

  test("prints a function by its name, and as many digits as tell two numbers apart", () => {
    const text = page(failing("deriv", wrongDerivative));
    expect(text).toContain("At deriv(combine(2, square, -1, sin), 2)\n");
    expect(text).toContain(
      "    yours      0.30000000000000004\n    expected   0.3\n    off by     6e-17   (allowed 1e-17)",
    );
  });

  test("says once what holds for several functions, with a caret under the place", () => {
    const text = page(failing("mseLossDw", syntaxError), failing("mseLossDb", syntaxError));
    expect(text.match(/SYNTAX ERROR/g)).toHaveLength(1);
    expect(text).toMatch(/mseLossDw, mseLossDb\n/);
    expect(text).toContain("mse-gradients.ts:12:10\n\n    12 |     return (;\n       |             ^\n");
  });

  test("says once where to read, how to replay and a long message that hold for several findings", () => {
    const at = (w: number): Finding => ({
      ...wrongGradient,
      case: { call: `f(${w})`, inputs: { w } },
      message: "The same long message, which does not end before the end of a line of eighty columns.",
    });
    const text = page(failing("f", at(1)), failing("g", at(2)), failing("h", { ...at(3), read: "mse-line" }));
    expect(text.match(/^Read .*/gm)).toEqual([
      "Read    site/derivations/mse-line.md, step 4",
      "Read    site/derivations/mse-line.md",
    ]);
    expect(text.match(/^Replay .*/gm)).toEqual(["Replay  npm run grade ex10 -- --seed 7"]);
    expect(text.match(/^The same .*/gm)).toEqual([
      "The same long message, which does not end before the end of a line of eighty",
      "The same as in f.",
      "The same as in f.",
    ]);
    expect(text.match(/^At .*/gm)).toEqual(["At w = 1", "At w = 2", "At w = 3"]);
  });

  test("says how to replay below a stub, whose finding does not, and a short message again", () => {
    const stub: Finding = { ...syntaxError, code: "not-implemented", title: "NOT WRITTEN", message: "" };
    const other = { ...wrongMatrix, case: { call: "g(1)", inputs: { w: 1 } } };
    const text = page(failing("e", stub), failing("f", wrongMatrix), failing("g", other));
    expect(text.match(/^Replay .*/gm)).toEqual(["Replay  npm run grade ex10 -- --seed 7"]);
    expect(text.match(/^One entry differs\.$/gm)).toHaveLength(2);
  });

  test("cuts a long line of source around the caret", () => {
    const lineText = `${"x + ".repeat(200)}@${" + y".repeat(200)}`;
    const text = page(failing("f", { ...syntaxError, column: 801, lineText }));
    const [source = "", caret = ""] = text.split("\n").filter((line) => /^ +\d* \| /.test(line));
    expect(source[caret.indexOf("^")]).toBe("@");
  });

  test("shows what the program printed as the student's, equal lines once", () => {
    const output = "same\nsame\nsame\n::error::forged\n\u001b[31mred";
    const text = renderTerminal(verdictOf([check("f", "value")], { output }));
    expect(text).toContain("Your program printed:\n  | same   (3 times)\n  | ::error::forged\n  | [31mred\n");
  });

  test("says of a pass what comes next, and of an error that it is not the student's", () => {
    const pass = renderTerminal(verdictOf([check("f", "value")]), { next: "npm run grade ex11" });
    expect(pass).toMatch(/Score {3}1 of 1 +41 ms, seed 7\n.*\nNext {4}npm run grade ex11\n$/);
    const error = renderTerminal(verdictOf([], { status: "error", error: "no box" }));
    expect(error).toContain("which is not your fault: no box");
  });

  test("tells only the first finding in full where the terminal is low", () => {
    const verdict = verdictOf([failing("f", wrongGradient), failing("g", wrongMatrix)]);
    const text = renderTerminal(verdict, { rows: 30 });
    expect(text).toContain("At x = [1, -0.5]");
    expect(text).not.toContain("labels");
    expect(text).toMatch(/-- WRONG VALUE -+ g\n/);
  });

  test("needs no Unicode and no colour", () => {
    const verdict = verdictOf([failing("mseLossDw", { ...wrongGradient, message: "Σ xᵢ² − ½ “é” 漢" })]);
    const text = renderTerminal(verdict, { unicode: false });
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain('sum x_i^2 - 1/2 "e" ?');
    expect(text).toContain("(numerical -1.5625 +/- 3e-11)");
  });

  test("is never wider than the terminal, and lets nothing through that steers it", () => {
    const look = fc.record({
      columns: fc.integer({ min: 1, max: 200 }),
      unicode: fc.boolean(),
      color: fc.boolean(),
      rows: fc.constantFrom(10, 1000),
    });
    const long = fc.string({ unit: "grapheme", minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(anyVerdicts, nasty, long, look, (verdicts, text, name, options) => {
        const finding = { ...wrongGradient, message: text, line: 3, column: 9, lineText: text, law: name };
        const extra = verdictOf([failing(name, finding), failing(text, wrongMatrix)], {
          title: text + name,
          file: name,
          output: text,
        });
        for (const verdict of [...verdicts, extra]) {
          const shown = renderTerminal(verdict, options);
          if (!options.color) expect(stripVTControlCharacters(shown)).toBe(shown);
          for (const line of stripVTControlCharacters(shown).split("\n")) {
            expect(widthOf(line)).toBeLessThanOrEqual(Math.min(80, Math.max(40, options.columns)));
            expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028]/u);
            expect(line).not.toMatch(/^\s*(?:::|##\[)/);
          }
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
