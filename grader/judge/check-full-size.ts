/**
 * The value check's last case: one call at full size, asked when all small ones are right.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { Box, CallOutcome } from "../box/box.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import { printNumber } from "../verdict/print-number.ts";
import type { Finding } from "../verdict/verdict.ts";
import type { Case } from "./cases.ts";
import { examine, type Fault } from "./examine.ts";
import { type Setting, TITLES } from "./finding.ts";
import type { Judged } from "./judged.ts";
import { caseOnGpu } from "./on-gpu.ts";
import { largeCase, type Plan } from "./plan.ts";

/** The value check that passed so far, with its case at full size counted in. */
export async function judgeFullSize(setting: Setting, box: Box, plan: Plan, small: Judged): Promise<Judged> {
  const full = plan.fullSize?.();
  if (full === undefined || small.status !== "pass") return small;
  const [outcome] = await box.call(full.calls);
  const single = plan.single?.fullSize;
  if (single !== undefined && agrees(plan.fn, plan.name, single, outcome))
    return { ...small, cases: small.cases + 1 };
  const { answer, fault } = examine(plan.fn, plan.name, full.given, outcome ?? { kind: "not-run" });
  const cases = small.cases + (answer === undefined && fault === undefined ? 0 : 1);
  if (fault === undefined) return { ...small, cases };
  const says = plan.fn.fullSize?.says ?? "";
  return { ...small, status: "fail", cases, finding: findingOf(setting, plan, says, full.given, fault) };
}

/** What is wrong first at the sizes that only `--deep` asks for, in words. */
export async function faultInDepth(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  gpu?: Gpu,
): Promise<Finding | undefined> {
  const { fn, name } = plan;
  for (const large of fn.fullSize?.deep ?? []) {
    const { given, calls } = largeCase(fn, name, large, seed, `${setting.exercise.slug}/${name}/deep`);
    const [outcome] = await box.call(calls);
    // Where the GPU refuses, or is lost, f64 decides.
    const single = gpu && (await caseOnGpu(gpu, fn, given).catch(() => undefined));
    if (single !== undefined && agrees(fn, name, single, outcome)) continue;
    const { fault } = examine(fn, name, given, outcome ?? { kind: "not-run" });
    if (fault !== undefined) return findingOf(setting, plan, large.says, given, fault);
  }
  return undefined;
}

/** Whether an outcome is an answer without any fault. */
export function agrees(
  fn: AnyFunction,
  name: string,
  given: Case,
  outcome: CallOutcome | undefined,
): boolean {
  const { answer, fault } = examine(fn, name, given, outcome ?? { kind: "not-run" });
  return answer !== undefined && fault === undefined;
}

/** Nobody reads a hundred thousand numbers: the finding has the size in words, and of the answer one entry. */
function findingOf(
  { exercise, replay }: Setting,
  { name, fn }: Plan,
  says: string,
  given: Case,
  fault: Fault,
): Finding {
  const code = fault.code === "wrong-value" && fn.gradient !== undefined ? "wrong-gradient" : fault.code;
  const { difference } = fault;
  const entry =
    difference === undefined
      ? ""
      : ` ${place(difference.at)} is ${printNumber(difference.yours)}, the right one ${printNumber(difference.expected)}; rounding explains ${difference.tolerance.toPrecision(1)}.`;
  const args = Object.keys(given.inputs).join(", ");
  return {
    code,
    title: TITLES[code],
    case: { call: `${name}(${args}) with ${says}`, inputs: {} },
    ...(difference === undefined ? {} : { at: difference.at, tolerance: difference.tolerance }),
    message:
      `${fault.message}${entry} All small inputs are right: look for a size that is written out, or for what grows with the size.`.trim(),
    read: exercise.derivation,
    replay,
    ...(fault.line === undefined ? {} : { line: fault.line }),
    ...(fault.column === undefined ? {} : { column: fault.column }),
  };
}

const place = (at: string): string => (at === "" ? "The answer" : `Entry ${at.replace(/^\./, "")}`);
