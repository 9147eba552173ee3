/** Which GPU the command line may use. */
import type { AdapterOptions, GpuChoice } from "../../../reference/gpu/adapter.ts";

/**
 * A software adapter computes the same and slower than the CPU itself, so that it counts as none. Tests have no other:
 * `CHAINRULE_GPU=software` lets it count.
 */
export const gpuOptions = (choice: GpuChoice, env: NodeJS.ProcessEnv = process.env): AdapterOptions => ({
  choice,
  allowSoftware: env.CHAINRULE_GPU === "software",
});
