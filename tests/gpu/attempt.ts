import type { AdapterOptions } from "../../reference/gpu/adapter.ts";
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { whileGpuLasts } from "../../reference/jobs/job.ts";

/** A job of one part on the GPU; "cpu" where the job says that the CPU has to do it. */
export async function attempt<T>(
  device: AdapterOptions,
  part: (gpu: Gpu) => Promise<T>,
  say?: (line: string) => void,
) {
  const { done, on, because } = await whileGpuLasts(1, part, { device, say });
  return { value: on === "webgpu" ? done[0] : "cpu", on, because };
}
