/** The GPU half: quotients without a difference of losses, of which f32 would keep three digits. */
import { CHECK_STEP } from "../../reference/differentiation/gradient-check.ts";
import type { KnownSum } from "../../reference/differentiation/structured-quotients.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { quotientsOnGpu } from "../../reference/gpu/quotients.ts";
import { digitsDifferencesOnGpu } from "../../reference/jobs/digits-on-gpu.ts";
import { digitsPartOf, type Part } from "./full-size.ts";

/** @throws GpuError */
export async function quotients(gpu: Gpu, { loss, P, eps = CHECK_STEP }: Part): Promise<number[][]> {
  const part = digitsPartOf(loss);
  return part === undefined
    ? quotientsOnGpu(gpu, loss.fn as KnownSum, P, eps)
    : digitsDifferencesOnGpu(gpu, part, P.length, eps);
}
