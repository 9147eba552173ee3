/** What the options of `train` mean, or one line that says why they mean nothing. */
import type { GpuChoice } from "../../../reference/gpu/adapter.ts";
import { models } from "../../../reference/train/models.ts";
import type { Model } from "../../../reference/train/training.ts";
import { nearest } from "../../course/nearest.ts";
import { UsageError } from "../../usage-error.ts";
import { seedOf } from "../flags/seed.ts";
import type { SavedRun } from "./state.ts";

export interface TrainOptions {
  readonly iterations?: string;
  readonly learningRate?: string;
  readonly seed?: string;
  readonly data?: string;
  readonly save?: string;
  readonly load?: string;
  readonly device?: string;
  readonly json?: boolean;
  readonly look?: boolean;
}

/** @throws UsageError with the nearest name, or the list */
export function modelOf(name: string): Model {
  const found = models.get(name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(name, [...models.keys()]);
  const hint = near === undefined ? `there are ${[...models.keys()].join(", ")}` : `did you mean ${near}?`;
  throw new UsageError(`${JSON.stringify(name)}: no such model; ${hint}`);
}

export interface Run {
  readonly iterations: number;
  readonly learningRate: number;
  readonly seed: number | undefined;
  readonly device: GpuChoice;
}

export function runOf(model: Model, options: TrainOptions, saved?: SavedRun): Run {
  const run = {
    iterations:
      options.iterations === undefined
        ? (saved?.iterations ?? model.iterations)
        : iterationsOf(options.iterations),
    learningRate:
      options.learningRate === undefined
        ? (saved?.learningRate ?? model.learningRate)
        : rateOf(options.learningRate),
    seed: options.seed === undefined ? saved?.seed : seedOf(options.seed),
    device: deviceOf(options.device),
  };
  if (saved !== undefined) mustGoOn(model, run, saved, options.load ?? "");
  return run;
}

/** A run goes on as it began. */
function mustGoOn(model: Model, run: Run, saved: SavedRun, file: string): void {
  const differ = (what: string, typed: unknown, was: unknown): never => {
    throw new UsageError(
      `${what}: ${file} holds a run with ${was}, got ${typed}; a run goes on as it began, so leave it out`,
    );
  };
  if (model.name !== saved.model) differ("model", model.name, saved.model);
  if (run.learningRate !== saved.learningRate)
    differ("--learning-rate", run.learningRate, saved.learningRate);
  if (run.seed !== saved.seed) differ("--seed", run.seed, saved.seed ?? "none");
  if (run.iterations < saved.done)
    throw new UsageError(
      `--iterations: ${file} has come to ${saved.done}, at least as many expected, got ${run.iterations}`,
    );
}

function iterationsOf(typed: string): number {
  const count = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (count >= 1) return count;
  throw new UsageError(`--iterations: a whole number from 1 to 999999999, got ${JSON.stringify(typed)}`);
}

function rateOf(typed: string): number {
  const rate = typed.trim() === "" ? Number.NaN : Number(typed);
  if (Number.isFinite(rate) && rate > 0) return rate;
  throw new UsageError(`--learning-rate: a positive number such as 0.01, got ${JSON.stringify(typed)}`);
}

function deviceOf(typed = "auto"): GpuChoice {
  if (typed === "auto" || typed === "cpu" || typed === "webgpu") return typed;
  throw new UsageError(`--device: auto, cpu or webgpu, got ${JSON.stringify(typed)}`);
}
