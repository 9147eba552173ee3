/** `train`: runs a model, shows how far it is, and ends cleanly wherever it is stopped. */
import { closeGpu } from "../../../reference/gpu/device.ts";
import { type Point, type RunEnd, runTraining } from "../../../reference/jobs/train.ts";
import { models } from "../../../reference/train/models.ts";
import type { Data, Model, Training } from "../../../reference/train/training.ts";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { noneLost, noneMore } from "../npm/lost-flags.ts";
import { progressOn } from "../terminal/progress.ts";
import { sparkline } from "../terminal/sparkline.ts";
import { terminalOf } from "../terminal/terminal.ts";
import { dataOf, fingerprint } from "./data.ts";
import { deviceFor } from "./device.ts";
import { historyOf } from "./json.ts";
import { lookAt } from "./look.ts";
import { alongRun, curveLine, heading, lossLine, lossText, parameterLines, tableHead } from "./page.ts";
import { modelOf, type Run, runOf, type TrainOptions } from "./settings.ts";
import { loadRun, type SavedRun, saveRun } from "./state.ts";

export type { TrainOptions } from "./settings.ts";

/** Runs the command; the exit code. */
export async function train(
  name: string | undefined,
  options: TrainOptions,
  more: readonly string[] = [],
): Promise<number> {
  const { iterations, learningRate, seed, data: file, save, load, device } = options;
  const flags = { iterations, "learning-rate": learningRate, seed, data: file, save, load, device };
  noneLost("train -- MODEL", flags);
  noneMore("train", more);
  const loaded = options.load === undefined ? undefined : loadRun(options.load);
  const wanted = name ?? loaded?.run.model;
  if (wanted === undefined) return list();
  const model = modelOf(wanted);
  const run = runOf(model, options, loaded?.run);
  const data = options.data === undefined ? undefined : dataOf(model, options.data);
  const training = started(model, run, options.data, data);
  if (options.look === true) mustBeSeen(model, training, options);
  const hash = data === undefined ? undefined : fingerprint(data);
  if (loaded !== undefined) {
    if (loaded.run.data !== hash)
      throw new UsageError(
        loaded.run.data === undefined
          ? `--data: ${options.load} holds a run without a file; leave --data out`
          : `--data: ${options.load} holds a run on a file of the user's; name the same file with --data`,
      );
    loaded.into(training);
  }
  const saved: SavedRun = {
    model: model.name,
    learningRate: run.learningRate,
    ...(run.seed === undefined ? {} : { seed: run.seed }),
    ...(hash === undefined ? {} : { data: hash }),
    iterations: run.iterations,
    done: loaded?.run.done ?? 0,
    history: loaded?.run.history ?? [],
  };
  const look = options.look === true;
  return follow({ model, run, training, saved, save: options.save, json: options.json === true, look });
}

/** @throws UsageError where there is nothing to look at, or nowhere to draw it */
function mustBeSeen(model: Model, training: Training, { json }: TrainOptions): void {
  if (json === true) throw new UsageError("--look draws a picture, and --json prints none; leave one out");
  if (training.batches !== undefined) return;
  throw new UsageError(
    `--look: a network trained by batches expected, such as circles, blobs or digits; ${model.name} is none`,
  );
}

function list(): number {
  const width = Math.max(...[...models.keys()].map((each) => each.length));
  for (const { name, title, source } of models.values())
    for (const [k, line] of [title, ...wrapped(source, 74 - width)].entries())
      process.stdout.write(`  ${(k === 0 ? name : "").padEnd(width)}  ${line}\n`);
  process.stdout.write("\nnpm run train -- circles trains one of them.\n");
  return exitCode.pass;
}

/** A text in lines of so many columns, broken between words. */
function wrapped(text: string, columns: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

function started(model: Model, run: Run, file: string | undefined, data: Data | undefined): Training {
  try {
    return model.train({ seed: run.seed, learningRate: run.learningRate, data });
  } catch (error) {
    if (error instanceof RangeError && file !== undefined)
      throw new UsageError(`--data: ${file}, ${error.message}`);
    throw error;
  }
}

/** Iterations whose loss is printed: 0, 1, 10, 100 … and every tenth of the run. */
function milestones(iterations: number): ReadonlySet<number> {
  const shown = new Set([0]);
  for (let k = 1; k < iterations; k *= 10) shown.add(k);
  for (let tenth = 1; tenth <= 10; tenth++) shown.add(Math.ceil((iterations * tenth) / 10));
  return shown;
}

/** Points of the curve, the milestones among them. */
const CURVE = 60;
function pointsOf(iterations: number): readonly number[] {
  const all = new Set(milestones(iterations));
  for (let k = 1; k <= CURVE; k++) all.add(Math.ceil((iterations * k) / CURVE));
  return [...all].sort((a, b) => a - b);
}

interface Under {
  readonly model: Model;
  readonly run: Run;
  readonly training: Training;
  readonly saved: SavedRun;
  readonly save: string | undefined;
  readonly json: boolean;
  readonly look: boolean;
}

async function follow({ model, run, training, saved, save, json, look }: Under): Promise<number> {
  const say = (line: string): void => {
    if (!json) process.stdout.write(`${line}\n`);
  };
  say(`${heading(model, run, training, saved.done)}\n\n${tableHead(model, training)}`);
  const control = new AbortController();
  const stop = (): void => control.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const progress = progressOn(process.stderr);
  const { columns = 80, unicode = false } = terminalOf(process.stdout);
  const begun = performance.now();
  const shown = milestones(run.iterations);
  const history: Point[] = saved.history.filter(({ step }) => step <= saved.done);
  const keep = (done: number): void => {
    if (save !== undefined) saveRun(save, { ...saved, done, history }, training);
  };
  const onPoint = (point: Point): void => {
    if (history.at(-1)?.step !== point.step) history.push(point);
    if (!shown.has(point.step) && point.step !== run.iterations) return;
    progress.clear();
    say(lossLine(point));
    if (point.step > saved.done) keep(point.step);
  };
  const told = (done: number): void => {
    const rate = (done - saved.done) / (performance.now() - begun);
    const left = Math.ceil((run.iterations - done) / rate / 1000);
    const curve = sparkline(alongRun(history, 16), unicode).line;
    progress.show(
      `${model.unit} ${done} of ${run.iterations} · ${Math.floor((100 * done) / run.iterations)} % · ${left} s left ${curve} Ctrl-C stops`,
    );
  };
  const warn = (line: string): void => {
    progress.clear();
    process.stderr.write(`${line}\n`);
  };
  const device = deviceFor(run.device, training, warn);
  const end = await runTraining(training, {
    from: saved.done,
    steps: run.iterations,
    points: pointsOf(run.iterations),
    signal: control.signal,
    device,
    say: warn,
    onPoint,
    progress: told,
  });
  progress.clear();
  if (end.last !== undefined && !shown.has(end.done) && end.done !== run.iterations) say(lossLine(end.last));
  if (end.status !== "diverged") keep(end.done);
  const seconds = (performance.now() - begun) / 1000;
  if (json)
    process.stdout.write(`${JSON.stringify(historyOf(model, run, training, end, history, seconds))}\n`);
  else {
    say(`\n${curveLine(history, columns, unicode)}`);
    for (const line of parameterLines(training)) say(line);
  }
  try {
    if (look && end.status === "done" && training.batches !== undefined) {
      const options = { device, say: warn, signal: control.signal };
      const lines = await lookAt(training.batches, {
        ...options,
        progress: (share) => progress.show(`looking · ${Math.floor(100 * share)} %`),
      });
      progress.clear();
      for (const line of lines) say(line);
    }
  } catch (error) {
    if (!control.signal.aborted) throw error;
    return exitCode.interrupted;
  } finally {
    progress.clear();
    await closeGpu();
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  }
  return ended(model, run, training, end, seconds, say);
}

function ended(
  model: Model,
  run: Run,
  training: Training,
  { status, done, last, on, because }: RunEnd,
  seconds: number,
  say: (line: string) => void,
): number {
  if (status === "diverged") {
    const known = training.largestRate;
    const remedy =
      known === undefined
        ? `try --learning-rate ${Number((run.learningRate / 10).toPrecision(3))}`
        : `here descent needs --learning-rate below ${Number(known.toPrecision(6))}`;
    process.stderr.write(
      `The run diverges: by ${model.unit} ${done} the loss is ${lossText(last?.loss ?? Number.NaN)}. ${run.learningRate} is too large a learning rate; ${remedy}\n`,
    );
    return exitCode.short;
  }
  const where = on === "cpu" ? "" : on === "webgpu" ? `, on ${because}` : ", partly on the GPU";
  const fate =
    status === "stopped" ? `Stopped at ${model.unit} ${done} of ${run.iterations}` : `${done} ${model.unit}s`;
  say(`\n${fate} in ${seconds.toFixed(1)} s${where}.`);
  return status === "stopped" ? exitCode.interrupted : exitCode.pass;
}
