/** What the options of `train` mean, or one line that says why they mean nothing. */
import { models } from "../../reference/train/models.ts";
import type { Model } from "../../reference/train/training.ts";
import { nearest } from "./nearest.ts";
import { seedOf } from "./seed.ts";
import { UsageError } from "./usage-error.ts";

export interface TrainOptions {
  readonly iterations?: string;
  readonly learningRate?: string;
  readonly seed?: string;
  readonly data?: string;
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
}

export function runOf(model: Model, options: TrainOptions): Run {
  return {
    iterations: options.iterations === undefined ? model.iterations : iterationsOf(options.iterations),
    learningRate: options.learningRate === undefined ? model.learningRate : rateOf(options.learningRate),
    seed: options.seed === undefined ? undefined : seedOf(options.seed),
  };
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
