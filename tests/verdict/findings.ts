/** Findings of every look, for the tests of rendering. */
import type { Check, Finding, Verdict } from "../../grader/verdict/verdict.ts";

const replay = "npm run grade ex10 -- --seed 7";

export const wrongGradient: Finding = {
  code: "wrong-gradient",
  title: "WRONG GRADIENT",
  case: {
    call: "mseLossDw([1, -0.5], [2, 0.25], 0.5, 0)",
    inputs: { x: [1, -0.5], y: [2, 0.25], w: 0.5, b: 0 },
  },
  yours: 3.125,
  expected: -1.5625,
  numerical: -1.5625,
  errorBar: 3e-11,
  at: "",
  tolerance: 4e-15,
  cause: { id: "sign-flipped", kind: "mistake", says: "The sign is flipped.", matched: 200, of: 200 },
  mistake: "sign-flipped",
  message: 'This is the formula "sign dropped and the 1/n forgotten", on 200 of 200 inputs.',
  read: "mse-line#step-4",
  replay,
};

export const wrongMatrix: Finding = {
  code: "wrong-value",
  title: "WRONG VALUE",
  case: {
    call: "gradients({ … })",
    inputs: {
      X: [
        [1, -0.5, 12.25],
        [2, 0.25, -3],
      ],
      labels: [0, 1],
    },
  },
  yours: { dW: [[1, 2.5], [-3.25, 1 / 3]], dB: [0.5, -0] }, // biome-ignore format: as it is read
  expected: { dW: [[1, 2.5], [-3.25, 2 / 3]], dB: [0.5, 0] }, // biome-ignore format: as it is read
  at: ".dW[1][1]",
  message: "One entry differs.",
  replay,
};

export const wrongDerivative: Finding = {
  code: "wrong-value",
  title: "WRONG VALUE",
  case: {
    call: "deriv(combine(2, square, -1, sin), 2)",
    inputs: { f: { fn: "combine", args: [2, { fn: "square" }, -1, { fn: "sin" }] }, a: 2 },
  },
  yours: 0.1 + 0.2,
  expected: 0.3,
  tolerance: 1e-17,
  message: "Off by a rounding.",
  replay,
};

export const syntaxError: Finding = {
  code: "syntax-error",
  title: "SYNTAX ERROR",
  message: 'Unexpected ";"',
  line: 12,
  column: 10,
  lineText: "\treturn (;",
  replay,
};

export const check = (fn: string, kind: Check["kind"], rest: Partial<Check> = {}): Check => ({
  id: `${fn}/${kind}`,
  function: fn,
  kind,
  title: kind,
  status: "pass",
  points: 1,
  maxPoints: 1,
  cases: 200,
  ...rest,
});

export const failing = (fn: string, finding: Finding): Check =>
  check(fn, "value", { status: "fail", points: 0, maxPoints: 3, finding });

export const verdictOf = (checks: readonly Check[], rest: Partial<Verdict> = {}): Verdict => ({
  schema: "chainrule/verdict@1",
  exercise: "ex10-mse-gradients",
  title: "Gradients of the mean squared error",
  file: "exercises/ex10-mse-gradients/mse-gradients.ts",
  sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  seed: 7,
  oracle: "cpu-f64",
  status: checks.every(({ status }) => status === "pass") ? "pass" : "fail",
  score: checks.reduce((sum, { points }) => sum + points, 0),
  maxScore: checks.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
  durationMs: 41.4,
  checks,
  box: { inForce: ["child process"], missing: ["bubblewrap"] },
  ...rest,
});
