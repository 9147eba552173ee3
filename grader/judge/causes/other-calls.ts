/**
 * Calls that a wrong function is right for, with its arguments in another order; and whether it stops only where sizes
 * differ.
 */
import type { Call } from "../../box/box.ts";
import type { Value } from "../../value.ts";
import { argumentsOf, type Case } from "../cases.ts";
import { breaksContract, examine } from "../examine.ts";
import { callOf } from "../plan.ts";
import { axesOf } from "../sizes.ts";
import { asking, decidedCase } from "./asking.ts";
import type { Closer, Short, Told } from "./closer.ts";
import { diagnose } from "./diagnose.ts";
import { equalInputs } from "./equal-sizes.ts";
import { declaredIn } from "./language/outline.ts";
import { causeOfSlip, placed } from "./language/slip.ts";
import { tokensOf } from "./language/tokens.ts";
import { workOf } from "./work.ts";

/** Cases that are asked before all others, and all that are asked. */
const FIRST = 2;
const CASES = 40;
/** More arguments have too many orders. */
const MOST_ARGUMENTS = 5;

/** The call that it would be right for; nothing where a class is asked, or where it gives numbers of the right shape. */
export async function otherCall(closer: Closer, short: Short): Promise<Told | undefined> {
  const { plan, kind, finding } = short;
  if (plan.fn.scenario !== undefined || (kind !== "contract" && kind !== "value")) return undefined;
  const isStopped = finding.code === "threw" || finding.code === "not-finite";
  if (!isStopped && finding.code !== "wrong-shape") return undefined;
  const inOrder = isStopped ? await otherOrder(closer, short) : undefined;
  return inOrder ?? whereSizesAreEqual(closer, short);
}

type Order = readonly number[];

/** All other orders of the arguments are asked on a few inputs, and one that is right there on all. */
async function otherOrder({ box, submission: { source } }: Closer, short: Short): Promise<Told | undefined> {
  const { fn, name, values } = short.plan;
  const names = Object.keys(fn.inputs);
  const cases = values.filter(({ inputs }) => isWhole(fn.inputs, inputs)).slice(0, CASES);
  if (names.length < 2 || names.length > MOST_ARGUMENTS || cases.length === 0) return undefined;
  const isRight = async (orders: readonly Order[], given: readonly Case[]): Promise<readonly boolean[]> => {
    const calls = orders.flatMap((order) => given.map((one) => callWith(short, one, order)));
    const outcomes = await box.call(calls);
    return orders.map((_, k) =>
      given.every((one, i) => rightWith(short, one, outcomes[k * given.length + i])),
    );
  };
  const orders = permutations(names.map((_, i) => i)).slice(1);
  const likely = await isRight(orders, cases.slice(0, FIRST));
  const order = orders.find((_, k) => likely[k]);
  if (order === undefined || !(await isRight([order], cases))[0]) return undefined;
  const tokens = tokensOf(source);
  const own = declaredIn(tokens).find((one) => one.name === name && one.depth === 0);
  const says = `${name} is called with (${names.join(", ")}); yours takes them as (${order.map((i) => names[i]).join(", ")}), and called so it is right.`;
  const cause = causeOfSlip({ id: "parameters-in-other-order", says }, cases.length);
  return { cause, says, ...(own === undefined ? {} : placed(source, tokens[own.at])) };
}

const isWhole = (spec: object, inputs: object): boolean =>
  Object.keys(spec).every((name) => (inputs as Record<string, unknown>)[name] !== undefined);

function callWith({ plan }: Short, given: Case, order: Order): Call {
  const args = argumentsOf(plan.fn, given.inputs);
  return { fn: plan.name, args: order.map((i) => args[i] as Value), answerOnly: true };
}

function rightWith(
  { plan }: Short,
  given: Case,
  outcome: Awaited<ReturnType<Closer["box"]["call"]>>[number] | undefined,
): boolean {
  if (outcome === undefined || outcome.kind !== "returned") return false;
  const { answer, fault } = examine(plan.fn, plan.name, given, outcome);
  return answer?.value !== undefined && fault === undefined;
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [first, ...rest]),
  );
}

/** Equal sizes that are tried, each so many times. */
const EQUAL: readonly number[] = [2, 3, 4];
const TRIES = 4;

/** So many inputs of different sizes are asked once more, and on this share of them no answer may come of its form. */
const DIFFERENT = 12;
const MOST = 0.75;

/** Whether it stops as a program does whose shapes do not fit: on nearly all inputs whose sizes differ. */
async function stopsBySize({ box }: Closer, { plan: { fn, name, values } }: Short): Promise<boolean> {
  const open = axesOf(fn);
  const given = values
    .filter(({ sizes }) => new Set(open.map((axis) => sizes[axis])).size === open.length)
    .slice(0, DIFFERENT);
  const outcomes = await box.call(given.map((one) => callOf(fn, name, one)));
  const stopped = given.filter((one, i) => {
    const { fault } = examine(fn, name, one, outcomes[i] ?? { kind: "not-run" });
    return fault !== undefined && breaksContract(fault);
  });
  return stopped.length >= MOST * given.length;
}

/** A program that stops where sizes differ, and runs where they are equal: its shapes do not fit. */
async function whereSizesAreEqual(closer: Closer, short: Short): Promise<Told | undefined> {
  const { plan, finding } = short;
  const { fn, name } = plan;
  if (axesOf(fn).length < 2 || !(await stopsBySize(closer, short))) return undefined;
  const given = EQUAL.flatMap((size) => equalInputs(plan, size, TRIES, closer.seed)).flatMap(
    (inputs) => decidedCase(fn, inputs) ?? [],
  );
  if (given.length === 0) return undefined;
  const outcomes = await closer.box.call(given.map((one) => callOf(fn, name, one)));
  const examined = given.map((one, i) => examine(fn, name, one, outcomes[i] ?? { kind: "not-run" }));
  const runs = examined.every(
    ({ answer, fault }) =>
      answer?.value !== undefined && (fault === undefined || fault.code === "wrong-value"),
  );
  if (!runs) return undefined;
  const answers = examined.flatMap(({ answer }) => answer ?? []);
  const found = await diagnose({
    exercise: closer.exercise,
    name,
    fn,
    answers,
    tried: given.map((one, i) => ({ given: one, fails: examined[i]?.fault !== undefined })),
    edges: () => [],
    edgeOf: () => undefined,
    laws: () => [],
    ...asking(closer.exercise, closer.box, plan, closer.seed),
    ...workOf(closer.soFar),
  });
  // What parts the inputs wholly says more than that it stops on some.
  const { cause } = finding;
  const isParted = cause?.kind === "feature" && cause.matched === cause.of;
  if (isParted && (found?.cause === undefined || found.cause.kind === "feature")) return undefined;
  const cases = given.length;
  const sizes = axesOf(fn).join(", ");
  const happens = finding.code === "wrong-shape" ? "Its shape is wrong" : "It stops";
  if (found?.cause !== undefined)
    return {
      cause: found.cause,
      says: `${happens} where the sizes ${sizes} differ. Where they are equal it runs, and there: ${found.cause.says}`,
    };
  const line = finding.line === undefined ? "" : ` Look at line ${finding.line}.`;
  const says = `${happens} only where the sizes ${sizes} differ: a transpose is missing or one too many, or one size stands in the place of another.${line}`;
  return {
    cause: { id: "shapes-do-not-fit", kind: "generic", says, matched: cases, of: cases },
    says,
  };
}
