/** Where the right values come from: `--oracle auto`, `cpu` or `webgpu`. */
import type { Opened } from "../../../reference/gpu/device.ts";
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import { isDerivation, loadExercise, shortName } from "../../course/exercises.ts";
import { gpuFunctions, gpuWork } from "../../judge/on-gpu.ts";
import { UsageError } from "../../usage-error.ts";
import { gpuOptions } from "../gpu/gpu-choice.ts";

export type OracleChoice = "auto" | "cpu" | "webgpu";

/**
 * Multiply-adds from which `auto` looks for a GPU: some seconds of the CPU. Below, the CPU has its answer before a
 * device is open, which takes some tenths of a second.
 */
const WORTH = 2 ** 33;

/** @throws UsageError for any other word */
export function oracleOf(typed: string | undefined): OracleChoice {
  if (typed === undefined) return "auto";
  if (typed === "auto" || typed === "cpu" || typed === "webgpu") return typed;
  throw new UsageError(`--oracle: auto, cpu or webgpu, got ${JSON.stringify(typed)}`);
}

/**
 * The GPU that grades, or nothing where the CPU does.
 *
 * @param slug the exercise, or nothing for all of them
 * @throws UsageError if it was asked for and there is none, or the exercise has no GPU half
 */
export async function openOracle(choice: OracleChoice, slug: string | undefined): Promise<Gpu | undefined> {
  if (choice === "cpu" || (choice === "auto" && slug === undefined)) return undefined;
  if (slug !== undefined && isDerivation(slug)) {
    if (choice === "auto") return undefined;
    throw new UsageError(`--oracle webgpu: ${shortName(slug)} has no GPU half; use --oracle cpu`);
  }
  if (slug !== undefined) {
    const exercise = await loadExercise(slug);
    if (choice === "auto" && gpuWork(exercise) < WORTH) return undefined;
    if (choice === "webgpu" && gpuFunctions(exercise).length === 0)
      throw new UsageError(`--oracle webgpu: ${shortName(slug)} has no GPU half; use --oracle cpu`);
  }
  // First in a child: a driver that crashes takes no verdict along, and its own lines stay out of ours.
  const { reportGpuApart } = await import("../gpu/gpu-report.ts");
  const { name, reason } = reportGpuApart();
  const { sharedGpu } = await import("../../../reference/gpu/device.ts");
  const opened: Opened =
    name === undefined ? { reason: reason ?? "no adapter" } : await sharedGpu(gpuOptions("webgpu"));
  if (opened.gpu !== undefined) return opened.gpu;
  if (choice === "auto") return undefined;
  throw new UsageError(`--oracle webgpu: ${opened.reason}; use --oracle cpu`);
}

/** Ends the device, so that the process can end. */
export async function closeOracle(gpu: Gpu | undefined): Promise<void> {
  if (gpu === undefined) return;
  const { closeGpu } = await import("../../../reference/gpu/device.ts");
  await closeGpu();
}
