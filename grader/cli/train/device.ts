/** Which device a training run is given. */
import type { AdapterOptions, GpuChoice } from "../../../reference/gpu/adapter.ts";
import { whyNotOnGpu } from "../../../reference/jobs/train.ts";
import type { Training } from "../../../reference/train/training.ts";
import { gpuOptions } from "../gpu/gpu-choice.ts";
import { reportGpuApart } from "../gpu/gpu-report.ts";

/**
 * Looks for a GPU in a child first: a driver that crashes takes no run along, and its own lines stay out of ours.
 *
 * @param say is told why the CPU does it where the GPU was asked for
 */
export function deviceFor(
  choice: GpuChoice,
  training: Training,
  say: (line: string) => void,
): AdapterOptions {
  const cpu = gpuOptions("cpu");
  if (choice === "cpu") return cpu;
  const isWanted = choice === "webgpu";
  const unfit = whyNotOnGpu(training, isWanted);
  const { name, reason } = unfit === undefined ? reportGpuApart() : { name: undefined, reason: unfit };
  if (name !== undefined) return gpuOptions(choice);
  if (isWanted) say(`The CPU does it: ${reason ?? "there is no adapter"}`);
  return cpu;
}
