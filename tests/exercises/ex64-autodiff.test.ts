import { transform } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import exercise from "../../exercises/ex64-autodiff/exercise.ts";
import { row } from "../../grader/exercise/expressions.ts";
import { operations } from "../../reference/functions/expression.ts";
import { leavesOf } from "../../reference/numbers/tracked.ts";
import { Value } from "../../solutions/ex64-autodiff.ts";
import { type Answering, casesOf } from "./agreement.ts";

const { functions } = exercise;
/** The scenarios as the box runs them, on a submission. */
let playedOn: (submission: object) => Record<string, Answering>;
let played: Record<string, Answering>;

beforeAll(async () => {
  const { code } = await transform(exercise.scenarios!, { loader: "ts", format: "cjs", target: "es2022" });
  playedOn = (submission) => {
    const module = { exports: {} as Record<string, (...args: unknown[]) => unknown> };
    new Function("exports", "module", code)(module.exports, module);
    const bound = Object.entries(module.exports).map(([name, play]) => [
      name,
      (...args: unknown[]) => play(submission, ...args),
    ]);
    return Object.fromEntries(bound) as Record<string, Answering>;
  };
  played = playedOn({ Value });
});

test("the scenarios offer what is graded, and their codes are those of the reference", () => {
  expect(Object.keys(played).sort()).toEqual(Object.keys(functions).sort());
  const listed = [...exercise.scenarios!.matchAll(/^ {2}\["(\w+)", \d\],$/gm)].map(([, name]) => name);
  expect(listed).toEqual([...operations]);
});

test("the example of the task is right", () => {
  const a = new Value(2);
  const b = new Value(-3);
  const c = a.mul(b);
  const y = c.add(a.pow(2)).add(c);
  y.backward();
  expect([y.data, a.grad, b.grad]).toEqual([-8, -2, 4]);
});

test("every operation occurs, leaves are shared, and some leaf is unused", () => {
  const codes = new Set<number>();
  let unused = 0;
  for (const { inputs, expected } of casesOf(functions.grad!, 7)) {
    const { leaves, program } = inputs as { leaves: number[]; program: number[][] };
    for (const [code] of program) codes.add(code!);
    const places = program.flatMap(([, first, second]) => [first, second]);
    if (leaves.some((_, i) => !places.includes(i))) unused++;
    expect(leavesOf(expected).length).toBe(leaves.length);
  }
  expect(codes.size).toBe(operations.length);
  expect(unused).toBeGreaterThan(10);
});

test("a call is shown as the code that makes it", () => {
  const given = {
    leaves: [0.5, -2],
    program: [row("mul", 0, 1), row("tanh", 2), row("add", 2, 3)],
  };
  expect(functions.grad!.show!(given)).toBe(
    [
      "const a = new Value(0.5), b = new Value(-2);",
      "const p = a.mul(b);",
      "const y = p.add(p.tanh());",
      "y.backward();",
      "[a.grad, b.grad]",
    ].join("\n"),
  );
  expect(functions.twice!.show!({ ...given, zeroed: 1 })).toContain("a.grad = b.grad = 0;");
});

test("the scenarios say which method is missing, and which gives something else", () => {
  class Bare {
    data = 0;
    grad = 0;
    exp = (): number => 1;
  }
  const call = playedOn({ Value: Bare }).forward as (...args: unknown[]) => unknown;
  expect(() => call([1], [row("add", 0, 0)])).toThrow("Value has no method add");
  expect(() => call([1], [row("exp", 0)])).toThrow("exp gives a Value, this one gives number");
});
