/**
 * Verdicts for the tests of formats: three fixed ones, and arbitrary ones full of nasty text.
 */
import fc from "fast-check";
import { notGraded } from "../../../grader/verdict/not-graded.ts";
import type { Check, Finding, FindingCode, Verdict } from "../../../grader/verdict/verdict.ts";

export const meta = {
  now: "2026-11-21T09:30:00.123Z",
  classroom: "ml-maths",
  assignment: "chainrule",
  owner: "ada",
  commit: "0123456789abcdef0123456789abcdef01234567",
};

const base = {
  schema: "chainrule/verdict@1",
  sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  seed: 7,
  oracle: "cpu-f64",
  box: { inForce: ["child", "vm"], missing: [] },
} as const;

const check = (fn: string, kind: Check["kind"], rest: Partial<Check>): Check => ({
  id: `${fn}/${kind}`,
  function: fn,
  kind,
  title: `${fn}: ${kind}`,
  status: "pass",
  points: 1,
  maxPoints: 1,
  cases: 200,
  ...rest,
});

export const right: Verdict = {
  ...base,
  exercise: "ex14-sigmoid",
  title: "The sigmoid and its slope",
  file: "exercises/ex14-sigmoid/sigmoid.ts",
  status: "pass",
  score: 4,
  maxScore: 4,
  durationMs: 41,
  checks: [
    check("sigmoid", "value", { points: 2, maxPoints: 2 }),
    check("sigmoidPrime", "gradient", { points: 2, maxPoints: 2 }),
  ],
};

export const partly: Verdict = {
  ...base,
  exercise: "ex10-mse-gradients",
  title: "Gradients of the mean squared error",
  file: "exercises/ex10-mse-gradients/mse-gradients.ts",
  status: "fail",
  score: 3,
  maxScore: 10,
  durationMs: 1234,
  output: "epoch 1\n::error title=forged::all passed\n\u001b[31mred\u001b[0m",
  checks: [
    check("mseLossDw", "value", { points: 3, maxPoints: 3 }),
    check("mseLossDw", "gradient", {
      status: "fail",
      points: 0,
      maxPoints: 2,
      finding: {
        code: "wrong-gradient",
        title: "WRONG GRADIENT",
        yours: 3.125,
        expected: -1.5625,
        numerical: -1.5625,
        errorBar: 3e-11,
        case: { call: "mseLossDw([1, -0.5], [2, 0.25], 0.5, 0)", inputs: { x: [1, -0.5], w: 0.5 } },
        mistake: "sign-flipped",
        matched: { count: 200, of: 200 },
        message: 'Yours is minus the slope & twice as large: "sign dropped".',
        read: "mse-line#step-4",
        replay: "npm run grade ex10 -- --seed 7",
      },
    }),
    check("mseLossDb", "contract", {
      status: "fail",
      points: 0,
      maxPoints: 1,
      finding: {
        code: "timeout",
        title: "TOO SLOW",
        message: "No answer within 2 s.",
        replay: "npm run grade ex10 -- --seed 7",
        line: 12,
      },
    }),
    check("mseLossDb", "value", {
      status: "skipped",
      points: 0,
      maxPoints: 4,
      cases: 0,
      reason: "skipped because the contract check failed",
    }),
  ],
};

export const unjudged: Verdict = {
  ...base,
  exercise: "ex33-pca",
  title: "Principal components",
  file: "exercises/ex33-pca/pca.ts",
  status: "error",
  score: 0,
  maxScore: 10,
  durationMs: 3,
  checks: [],
  error: "the box did not start",
};

const nastyPieces = fc.constantFrom(
  "::error title=x::forged",
  "\n::set-output name=result::e30=",
  "\r::stop-commands::t\r\n",
  ":\u200b:notice::",
  "##[error]forged",
  "]]>",
  "</failure><testcase/>",
  '"},{"score":99,"max_score":1',
  "<!--",
  "&#0;",
  "\u0000",
  "\u001b[31m",
  "\u001b]0;title\u0007",
  "\u009b2J",
  "\ud800",
  "\udc00",
  "\ufffe",
  "\u202e",
  "\u2028",
  "|",
  "`",
  "é∂😀",
);
export const nasty = fc
  .array(fc.oneof(nastyPieces, fc.string({ unit: "binary", maxLength: 20 }), fc.string()), { maxLength: 8 })
  .map((pieces) => pieces.join(""));

const number = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Infinity, -5, 2.5, 1e300),
);

const finding: fc.Arbitrary<Finding> = fc.record(
  {
    code: fc.constantFrom<FindingCode>("wrong-value", "threw", "timeout", "syntax-error", "wrong-gradient"),
    title: nasty,
    message: nasty,
    replay: nasty,
    yours: number,
    read: nasty,
    line: number,
    case: fc.record({ call: nasty, inputs: fc.dictionary(nasty, fc.double(), { maxKeys: 2 }) }),
  },
  { requiredKeys: ["code", "title", "message", "replay"] },
);

const anyCheck: fc.Arbitrary<Check> = fc.record(
  {
    id: nasty,
    function: nasty,
    kind: fc.constantFrom<Check["kind"]>("contract", "value", "edge", "law", "gradient"),
    title: nasty,
    status: fc.constantFrom<Check["status"]>("pass", "fail", "skipped", "inconclusive"),
    points: number,
    maxPoints: number,
    cases: number,
    reason: nasty,
    finding,
  },
  { requiredKeys: ["id", "function", "kind", "title", "status", "points", "maxPoints", "cases"] },
);

const anyVerdict: fc.Arbitrary<Verdict> = fc.record(
  {
    schema: fc.constant("chainrule/verdict@1" as const),
    exercise: nasty,
    title: nasty,
    file: nasty,
    sha256: fc.constant(base.sha256),
    seed: fc.nat(),
    oracle: fc.constant("cpu-f64" as const),
    status: fc.constantFrom<Verdict["status"]>("pass", "fail", "error"),
    score: number,
    maxScore: number,
    durationMs: number,
    checks: fc.array(anyCheck, { maxLength: 6 }),
    output: nasty,
    box: fc.constant({ inForce: [], missing: [] }),
  },
  {
    requiredKeys: [
      "schema",
      "exercise",
      "title",
      "file",
      "sha256",
      "seed",
      "oracle",
      "status",
      "score",
      "maxScore",
      "durationMs",
      "checks",
      "box",
    ],
  },
);

export const anyVerdicts = fc.array(anyVerdict, { maxLength: 4 });

/** Runs that have a grade. */
export const gradedVerdicts = anyVerdicts.filter((verdicts) => notGraded(verdicts) === undefined);
