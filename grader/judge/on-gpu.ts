/**
 * Plans whose right values come from the GPU half of the reference.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { AnyFunction, Exercise } from "../exercise/exercise.ts";
import type { Case } from "./cases.ts";
import { expectedOnGpu } from "./expected.ts";
import type { Plan } from "./plan.ts";

/** The functions of an exercise that have a GPU half. */
export const gpuFunctions = ({ functions }: Exercise): readonly string[] =>
  Object.entries(functions).flatMap(([name, { gpu }]) => (gpu === undefined ? [] : [name]));

/** Multiply-adds of the largest case at full size of an exercise that the GPU could take over. */
export const gpuWork = ({ functions }: Exercise): number =>
  Object.values(functions).reduce(
    (most, { gpu, fullSize }) => Math.max(most, gpu === undefined ? 0 : (fullSize?.work ?? 0)),
    0,
  );

/**
 * The same plan with right values in f32 for the value check, the case at full size included. Edge cases, laws and
 * central differences stay with f64, which is what they are about, and so does what a finding says.
 *
 * @throws GpuError
 */
export async function onGpu(gpu: Gpu, plan: Plan): Promise<Plan> {
  const { fn, fullSize } = plan;
  if (fn.gpu === undefined) return plan;
  const values: Case[] = [];
  for (const given of plan.values) values.push(await caseOnGpu(gpu, fn, given));
  const full = fullSize === undefined ? undefined : await caseOnGpu(gpu, fn, fullSize().given);
  return { ...plan, single: { values, ...(full === undefined ? {} : { fullSize: full }) } };
}

/** A case with its right answer in f32. @throws GpuError */
export const caseOnGpu = async (gpu: Gpu, fn: AnyFunction, given: Case): Promise<Case> => ({
  ...given,
  expected: await expectedOnGpu(gpu, fn, given.inputs, given.expected),
});
