/**
 * A training run as a job: in slices, with a progress, stoppable, on the GPU where it can be, and stopped where it
 * diverges.
 */

import { sharedGpu } from "../gpu/device.ts";
import { type Gpu, GpuError } from "../gpu/gpu.ts";
import type { Training } from "../train/training.ts";
import { breathe, SLICE_MS } from "./hands.ts";
import type { JobOptions, Where } from "./job.ts";
import { trainOnGpu } from "./train-on-gpu.ts";

/** The loss after so many steps. */
export interface Point {
  readonly step: number;
  readonly loss: number;
  /** Share of the examples that are right, where the model knows. */
  readonly accuracy?: number;
}

export interface RunOptions extends Omit<JobOptions, "progress" | "hands"> {
  /** Steps done before, as after loading a state; 0 unless told. */
  readonly from?: number;
  /** Steps in all. */
  readonly steps: number;
  /** Steps after which the loss is taken, ascending; the last step is always among them. */
  readonly points: readonly number[];
  /** Told of each point as soon as it is there. */
  readonly onPoint?: (point: Point) => void | Promise<void>;
  /** Told several times a second how many steps are done. */
  readonly progress?: (done: number) => void;
}

export interface RunEnd extends Where {
  /** Steps in all, those before among them. */
  readonly done: number;
  /** "stopped" by the signal; "diverged" where the loss or a parameter has grown beyond return. */
  readonly status: "done" | "stopped" | "diverged";
  readonly last: Point | undefined;
}

/** A parameter beyond it will not come back. */
const BEYOND = 1e100;
/** Nor will a loss that is so many times the first one, or 1 where that is smaller. */
const WORSE = 1e9;

/**
 * Runs a training on to `steps` steps.
 *
 * The training's state is always that of a whole number of steps, on the GPU that of the last time it was read: where
 * the GPU ends, the CPU goes on from there. A run that is stopped and one that goes on later give the same bits as
 * one without a break.
 */
export async function runTraining(training: Training, options: RunOptions): Promise<RunEnd> {
  const { from = 0, steps, signal, progress, onPoint } = options;
  const due = [...new Set([...options.points.filter((at) => at >= from && at < steps), steps])];
  let done = from;
  let last: Point | undefined;
  let first = Number.NaN;
  const isLost = (): boolean =>
    !(largest(training) < BEYOND) || (last !== undefined && !(last.loss <= WORSE * Math.max(1, first)));
  const take = async (): Promise<void> => {
    const accuracy = training.accuracy?.();
    if (last === undefined) first = training.loss();
    last = { step: done, loss: training.loss(), ...(accuracy === undefined ? {} : { accuracy }) };
    await onPoint?.(last);
  };
  const device = await deviceOf(training, options);
  let { gpu } = device;
  let { because } = device;
  let onGpu = 0;
  const end = async (status: RunEnd["status"]): Promise<RunEnd> => {
    if (last?.step !== done) await take();
    const on = onGpu === 0 ? "cpu" : onGpu === done - from ? "webgpu" : "both";
    return { done, status, last, on, because };
  };
  for (;;) {
    if (due[0] === done) {
      due.shift();
      await take();
    }
    if (isLost()) return end("diverged");
    if (done >= steps) return end("done");
    if (signal?.aborted === true) return end("stopped");
    const next = due[0] ?? steps;
    if (gpu !== undefined && training.batches !== undefined) {
      try {
        const some = await trainOnGpu(gpu, training.batches, next - done, signal);
        done += some;
        onGpu += some;
      } catch (error) {
        if (!(error instanceof GpuError)) throw error;
        because = error.message;
        gpu = undefined;
        options.say?.(`The CPU goes on from step ${done}: ${because}`);
      }
    } else {
      const until = performance.now() + SLICE_MS;
      do {
        training.step();
        done++;
      } while (done < next && !isLost() && performance.now() < until);
    }
    progress?.(done);
    await breathe();
  }
}

/** The largest absolute value of the state; NaN if there is one. */
function largest({ state }: Training): number {
  let most = 0;
  for (const values of Object.values(state))
    for (let k = 0; k < values.length; k++) {
      const size = Math.abs(values[k]!);
      if (!(size <= most)) most = size;
      if (Number.isNaN(most)) return most;
    }
  return most;
}

async function deviceOf(
  training: Training,
  { device = { choice: "cpu" }, say }: RunOptions,
): Promise<{ gpu: Gpu | undefined; because: string }> {
  if (device.choice === "cpu") return { gpu: undefined, because: "" };
  const isWanted = device.choice === "webgpu";
  const because = whyNotOnGpu(training, isWanted);
  if (because !== undefined) {
    if (isWanted) say?.(`The CPU does it: ${because}`);
    return { gpu: undefined, because };
  }
  const { gpu, reason } = await sharedGpu(device);
  if (gpu === undefined && isWanted) say?.(`The CPU does it: ${reason}`);
  return { gpu, because: gpu?.name ?? reason ?? "" };
}

/** Why a run is left to the CPU, if it is. @param isWanted the GPU was asked for, be it worth it or not */
export function whyNotOnGpu({ batches }: Training, isWanted: boolean): string | undefined {
  if (batches === undefined) return "this run is one for the CPU: its steps are small and many";
  if (!isWanted && workOf(batches) < WORTHWHILE)
    return "a batch of this run is too small to be worth a GPU's while";
  return undefined;
}

/** Multiply-adds of a batch below which the CPU is done before the GPU has begun: about a millisecond. */
const WORTHWHILE = 2 ** 20;

const workOf = ({ batch, P }: NonNullable<Training["batches"]>): number => 3 * batch * P.length;
