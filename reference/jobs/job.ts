/**
 * What every job takes, and how it goes on with the CPU where the GPU ends.
 */
import type { AdapterOptions } from "../gpu/adapter.ts";
import { closeGpu, sharedGpu } from "../gpu/device.ts";
import { type Following, type Gpu, GpuError } from "../gpu/gpu.ts";
import type { Hand } from "./hands.ts";

export interface JobOptions extends Following {
  /** Threads that share the CPU's work; this thread alone unless told. */
  readonly hands?: readonly Hand[] | undefined;
  /** Where it is done; on the CPU unless told. */
  readonly device?: AdapterOptions | undefined;
  /** Is told in one line why the CPU does it, where the GPU was wanted. */
  readonly say?: ((line: string) => void) | undefined;
}

/** Where a job was done: "both" where the GPU ended on the way. */
export interface Where {
  readonly on: "cpu" | "webgpu" | "both";
  /** The adapter's name, or why the CPU did it; nothing where nobody asked for the GPU. */
  readonly because: string;
}

/**
 * Does parts 0 … count−1 on the GPU, one after another, until one fails or there is no GPU.
 *
 * What was done before stays done: the caller does the rest on the CPU.
 *
 * @param share of the whole job that a part is, for the progress
 * @throws the signal's reason, and errors of the work itself
 */
export async function whileGpuLasts<T>(
  count: number,
  part: (gpu: Gpu, at: number) => Promise<T>,
  { device = { choice: "cpu" }, signal, progress, say }: JobOptions,
): Promise<Where & { readonly done: readonly T[] }> {
  const done: T[] = [];
  if (device.choice === "cpu") return { done, on: "cpu", because: "" };
  const { gpu, reason } = await sharedGpu(device);
  let because = reason ?? "";
  if (gpu !== undefined) {
    try {
      while (done.length < count) {
        signal?.throwIfAborted();
        done.push(await part(gpu, done.length));
        progress?.(done.length / count);
      }
      return { done, on: "webgpu", because: gpu.name };
    } catch (error) {
      if (!(error instanceof GpuError)) throw error;
      because = error.message;
      // What it holds is not known to be whole: the next who asks gets a new device.
      await closeGpu();
    }
  }
  const rest = done.length === 0 ? "The CPU does it" : `The CPU goes on from ${done.length} of ${count}`;
  say?.(`${rest}: ${because}`);
  return { done, on: done.length === 0 ? "cpu" : "both", because };
}

/** Progress of the part of a job that lies between two shares. */
export const between =
  (progress: Following["progress"], low: number, high: number): ((share: number) => void) =>
  (share) =>
    progress?.(low + (high - low) * share);
