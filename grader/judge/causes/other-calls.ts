/**
 * Calls that a wrong function would be right for: with its arguments in another order, or with a matrix turned. And
 * whether it stops only where sizes differ.
 */
import { random } from "../../../reference/randomness/random.ts";
import type { Call } from "../../box/box.ts";
import { Draw } from "../../exercise/draw.ts";
import { axes, type Type } from "../../exercise/types.ts";
import type { Value } from "../../value.ts";
import { argumentsOf, type Case, caseOf, drawInputs } from "../cases.ts";
import { examine } from "../examine.ts";
import { callOf } from "../plan.ts";
import { axesOf, rangeOf } from "../sizes.ts";
import { transposed } from "../transposed.ts";
import { asking } from "./asking.ts";
import type { Closer, Short, Told } from "./closer.ts";
import { diagnose } from "./diagnose.ts";
import { declaredIn } from "./language/outline.ts";
import { causeOfSlip, placed } from "./language/slip.ts";
import { tokensOf } from "./language/tokens.ts";
import { nearOf } from "./near.ts";

/** Cases that are asked before all others, and all that are asked. */
const FIRST = 2;
const CASES = 40;
/** More arguments have too many orders. */
const MOST_ARGUMENTS = 5;

interface Change {
  readonly id: string;
  readonly arguments: (args: readonly Value[]) => readonly Value[] | undefined;
  readonly told: (cases: number) => Told;
}

/** The call that it would be right for; nothing where a class is asked, or a value has to be aligned first. */
export async function otherCall(closer: Closer, short: Short): Promise<Told | undefined> {
  const { plan, kind, finding } = short;
  const { fn } = plan;
  if (fn.scenario !== undefined || (kind !== "contract" && kind !== "value")) return undefined;
  const isStopped = finding.code === "threw" || finding.code === "not-finite";
  const fits = isStopped || finding.code === "wrong-shape";
  const changes = [...(isStopped ? orders(closer, short) : []), ...turned(short)];
  const cases = plan.values.filter(({ inputs }) => isWhole(fn.inputs, inputs)).slice(0, CASES);
  const first = cases.slice(0, FIRST);
  if (first.length > 0 && changes.length > 0) {
    const asked = changes.flatMap((change) => first.map((given) => callWith(short, given, change)));
    const usable = asked.filter((call) => call !== undefined);
    const outcomes = await closer.box.call(usable);
    const answered = new Map(usable.map((call, i) => [call, outcomes[i]]));
    for (const [c, change] of changes.entries()) {
      const mine = asked.slice(c * first.length, (c + 1) * first.length);
      const isRight = mine.every(
        (call, i) => call !== undefined && rightWith(short, first[i] as Case, answered.get(call)),
      );
      if (!isRight) continue;
      const all = cases.map((given) => callWith(short, given, change)).filter((call) => call !== undefined);
      const again = await closer.box.call(all);
      if (all.length === cases.length && cases.every((given, i) => rightWith(short, given, again[i])))
        return change.told(cases.length);
    }
  }
  return fits ? whereSizesAreEqual(closer, short) : undefined;
}

const isWhole = (spec: object, inputs: object): boolean =>
  Object.keys(spec).every((name) => (inputs as Record<string, unknown>)[name] !== undefined);

function callWith({ plan }: Short, given: Case, change: Change): Call | undefined {
  const args = change.arguments(argumentsOf(plan.fn, given.inputs));
  return args === undefined ? undefined : { fn: plan.name, args, answerOnly: true };
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

/** All other orders of the arguments. */
function orders(closer: Closer, { plan }: Short): readonly Change[] {
  const names = Object.keys(plan.fn.inputs);
  if (names.length < 2 || names.length > MOST_ARGUMENTS) return [];
  const { source } = closer.submission;
  return permutations(names.map((_, i) => i))
    .slice(1)
    .map((order) => ({
      id: "parameters-in-other-order",
      arguments: (args) => (args.length === names.length ? order.map((i) => args[i] as Value) : undefined),
      told: (cases) => {
        const tokens = tokensOf(source);
        const own = declaredIn(tokens).find(({ name, depth }) => name === plan.name && depth === 0);
        const says = `${plan.name} is called with (${names.join(", ")}); yours takes them as (${order.map((i) => names[i]).join(", ")}), and called so it is right.`;
        const cause = causeOfSlip({ id: "parameters-in-other-order", says }, cases);
        return { cause, says, ...(own === undefined ? {} : placed(source, tokens[own.at])) };
      },
    }));
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [first, ...rest]),
  );
}

const matrixAxes = (type: Type): readonly string[] | undefined =>
  type.kind === "tensor" && axes(type.shape).length === 2 ? axes(type.shape) : undefined;

/** The matrices of a function's inputs, those that are fields of a record as well. */
function matricesIn({ plan }: Short): readonly {
  readonly name: string;
  readonly path: readonly string[];
  readonly at: number;
  readonly shape: readonly string[];
}[] {
  return Object.entries(plan.fn.inputs).flatMap(([name, { type }], at) => {
    const fields = type.kind === "record" ? Object.entries(type.fields) : [];
    const all = [
      { name, path: [] as string[], type },
      ...fields.map(([field, of]) => ({ name: `${name}.${field}`, path: [field], type: of })),
    ];
    return all.flatMap(({ type: own, ...one }) => {
      const shape = matrixAxes(own);
      return shape === undefined ? [] : [{ ...one, at, shape }];
    });
  });
}

/** One matrix with rows and columns exchanged. */
function turned(short: Short): readonly Change[] {
  return matricesIn(short).flatMap(({ name, path, at, shape }): readonly Change[] => {
    const [rows = "", columns = ""] = shape;
    if (rows === columns) return [];
    return [
      {
        id: `transposed-${name}`,
        arguments: (args) => {
          const other = args[at] === undefined ? undefined : turnedAt(args[at] as Value, path);
          return other === undefined ? undefined : args.map((arg, i) => (i === at ? other : arg));
        },
        told: (cases) => {
          const says = `${name} is read with rows and columns exchanged: its shape is [${rows}, ${columns}], so the first index of ${name}[…][…] runs over ${rows}, the second over ${columns}.`;
          const cause = {
            id: `transposed-${name}`,
            kind: "generic" as const,
            says,
            matched: cases,
            of: cases,
          };
          return {
            cause,
            says: `${says} Called with it transposed, yours is right on ${cases} of ${cases} inputs.`,
          };
        },
      },
    ];
  });
}

function turnedAt(value: Value, [field]: readonly string[]): Value | undefined {
  if (field === undefined) return transposed(value);
  const inner = (value as Readonly<Record<string, Value>>)[field];
  const other = inner === undefined ? undefined : transposed(inner);
  return other === undefined ? undefined : { ...(value as Readonly<Record<string, Value>>), [field]: other };
}

/** Equal sizes that are tried, each so many times. */
const EQUAL: readonly number[] = [2, 3, 4];
const TRIES = 4;

/** A program that stops where sizes differ, and runs where they are equal: its shapes do not fit. */
async function whereSizesAreEqual(closer: Closer, short: Short): Promise<Told | undefined> {
  const { plan, finding } = short;
  const { fn, name } = plan;
  const open = axesOf(fn);
  if (open.length < 2) return undefined;
  const given = EQUAL.flatMap((size) => equalCases(short, size, closer.seed));
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
    laws: () => [],
    ask: asking(closer.box, plan),
    near: () => nearOf(closer.exercise, closer.box, plan, closer.seed),
  });
  const cases = given.length;
  const sizes = open.join(", ");
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
    isVague: true,
  };
}

function equalCases({ plan: { fn, name } }: Short, size: number, seed: number): readonly Case[] {
  const open = axesOf(fn);
  const fits = open.every((axis) => {
    const [least, most] = rangeOf(fn, axis);
    return size >= least && size <= most;
  });
  if (!fits) return [];
  const sizes = Object.fromEntries(open.map((axis) => [axis, size]));
  return Array.from({ length: TRIES }, (_, i) => i).flatMap((i) => {
    const inputs = drawInputs(fn, new Draw(random(seed, `${name}/equal/${size}/${i}`), sizes, "quarters"));
    if (fn.accepts !== undefined && !fn.accepts(inputs)) return [];
    try {
      return [caseOf(fn, inputs, "quarters")];
    } catch {
      // Rounding could turn a decision: another draw says as much.
      return [];
    }
  });
}
