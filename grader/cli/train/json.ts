import type { Point, RunEnd } from "../../../reference/jobs/train.ts";
import type { Model, Training } from "../../../reference/train/training.ts";
import type { Run } from "./settings.ts";

/** A number that JSON can hold: NaN and ±Infinity become their names. */
const plain = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

/** The run and its history as one object, `chainrule/training@1`. */
export function historyOf(
  model: Model,
  run: Run,
  training: Training,
  { status, done, on, because }: RunEnd,
  history: readonly Point[],
  seconds: number,
) {
  return {
    schema: "chainrule/training@1",
    model: model.name,
    title: model.title,
    source: model.source,
    data: training.data,
    start: training.start,
    loss: model.lossName,
    unit: model.unit,
    learningRate: run.learningRate,
    largestRate: training.largestRate,
    seed: run.seed ?? model.seed ?? 0,
    iterations: run.iterations,
    done,
    status,
    device: { on, because },
    seconds: Number(seconds.toFixed(3)),
    history: history.map(({ step, loss, accuracy }) => ({ step, loss: plain(loss), accuracy })),
    parameters:
      training.parameters === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(training.parameters()).map(([name, values]) => [name, Array.from(values, plain)]),
          ),
  };
}
