/** The differences of digits-differences.ts on the device, whose twins they are. */
import { digitsNetwork } from "../functions/digits-loss.ts";
import { centralDifferences } from "../gpu/central-difference.ts";
import type { Gpu } from "../gpu/gpu.ts";
import { type DigitsPart, type Measured, rowsOfLayer, targetsOf } from "./digits-differences.ts";

/** What was measured last on which device. */
let lastOnGpu: (Measured & { readonly gpu: Gpu }) | undefined;

/** The quotients by some rows of a layer, in f32. @throws GpuError */
export async function digitsDifferencesOnGpu(
  gpu: Gpu,
  [seed, layer, first]: DigitsPart,
  count: number,
  h: number,
): Promise<number[][]> {
  const of = digitsNetwork(seed);
  if (lastOnGpu?.gpu !== gpu || lastOnGpu.of !== of || lastOnGpu.h !== h) {
    const { network } = of;
    const batch = { ...network, Y: targetsOf(of) };
    lastOnGpu = { gpu, of, h, quotients: await centralDifferences(gpu, network.shape, batch, h) };
  }
  return rowsOfLayer(of.network, lastOnGpu.quotients, layer, first, count);
}
