/** `train`: runs a model, shows how far it is, and ends cleanly wherever it is stopped. */
import { setImmediate } from "node:timers/promises";
import { models } from "../../reference/train/models.ts";
import type { Model, Training } from "../../reference/train/training.ts";
import { exitCode } from "./exit-code.ts";
import { noneLost, noneMore } from "./lost-flags.ts";
import { type Progress, progressOn } from "./progress.ts";
import { dataOf } from "./train-data.ts";
import { heading, lossLine, parameterLines, tableHead } from "./train-page.ts";
import { modelOf, type Run, runOf, type TrainOptions } from "./train-settings.ts";
import { UsageError } from "./usage-error.ts";

export type { TrainOptions } from "./train-settings.ts";

/** Runs the command; the exit code. */
export async function train(
  name: string | undefined,
  options: TrainOptions,
  more: readonly string[] = [],
): Promise<number> {
  const { iterations, seed, data } = options;
  noneLost("train -- MODEL", { iterations, "learning-rate": options.learningRate, seed, data });
  noneMore("train", more);
  if (name === undefined) {
    const width = Math.max(...[...models.keys()].map((each) => each.length));
    for (const model of models.values())
      process.stdout.write(`  ${model.name.padEnd(width)}  ${model.title} (${model.source})\n`);
    process.stdout.write("\nnpm run train -- circles trains one of them.\n");
    return exitCode.pass;
  }
  const model = modelOf(name);
  const run = runOf(model, options);
  const training = started(model, run, options.data);
  process.stdout.write(`${heading(model, run, training)}\n\n${tableHead(model, training)}\n`);
  return follow(model, run, training, progressOn(process.stderr));
}

function started(model: Model, run: Run, file: string | undefined): Training {
  const data = file === undefined ? undefined : dataOf(model, file);
  try {
    return model.train({ seed: run.seed, learningRate: run.learningRate, data });
  } catch (error) {
    if (error instanceof RangeError && file !== undefined)
      throw new UsageError(`--data: ${file}, ${error.message}`);
    throw error;
  }
}

/** Iterations whose loss is printed: 0, 1, 10, 100 … and every tenth of the run. */
function milestones(iterations: number): readonly number[] {
  const shown = new Set([0]);
  for (let k = 1; k < iterations; k *= 10) shown.add(k);
  for (let tenth = 1; tenth <= 10; tenth++) shown.add(Math.ceil((iterations * tenth) / 10));
  return [...shown].sort((a, b) => a - b);
}

/** Milliseconds of work between two looks at the clock, the progress line and Ctrl-C. */
const slice = 60;

async function follow(model: Model, run: Run, training: Training, progress: Progress): Promise<number> {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const start = performance.now();
  const due = [...milestones(run.iterations)];
  let done = 0;
  let lossAt = -1;
  let loss = Number.NaN;
  const say = (): void => {
    loss = training.loss();
    lossAt = done;
    progress.clear();
    process.stdout.write(`${lossLine(done, loss, training)}\n`);
  };
  while (!stopped) {
    if (due[0] === done) {
      due.shift();
      say();
      if (!Number.isFinite(loss)) break;
    }
    if (done >= run.iterations) break;
    const until = performance.now() + slice;
    const next = due[0] ?? run.iterations;
    do {
      training.step();
      done++;
    } while (done < next && performance.now() < until);
    const rate = done / (performance.now() - start);
    const left = Math.ceil((run.iterations - done) / rate / 1000);
    progress.show(
      `${model.unit} ${done} of ${run.iterations} · ${Math.floor((100 * done) / run.iterations)} % · ${left} s left · Ctrl-C stops and keeps what is reached`,
    );
    await setImmediate();
  }
  if (lossAt !== done) say();
  process.removeListener("SIGINT", stop);
  process.removeListener("SIGTERM", stop);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const line of parameterLines(training)) process.stdout.write(`${line}\n`);
  if (!Number.isFinite(loss)) {
    const known = training.largestRate;
    const remedy =
      known === undefined
        ? `try --learning-rate ${Number((run.learningRate / 10).toPrecision(3))}`
        : `here descent needs --learning-rate below ${Number(known.toPrecision(3))}`;
    process.stderr.write(
      `The loss left the finite numbers by ${model.unit} ${done}: ${run.learningRate} is too large a learning rate; ${remedy}\n`,
    );
    return exitCode.short;
  }
  const fate = stopped ? `Stopped at ${model.unit} ${done} of ${run.iterations}` : `${done} ${model.unit}s`;
  process.stdout.write(`\n${fate} in ${seconds} s.\n`);
  return stopped ? exitCode.interrupted : exitCode.pass;
}
