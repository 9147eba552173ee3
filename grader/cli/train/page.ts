/** What `train` prints. */
import type { Point } from "../../../reference/jobs/train.ts";
import type { Model, Training } from "../../../reference/train/training.ts";
import { sparkline } from "../terminal/sparkline.ts";
import type { Run } from "./settings.ts";

/** The model, its document, and everything that the run depends on. */
export function heading(model: Model, run: Run, training: Training, from: number): string {
  const facts: readonly (readonly [string, string])[] = [
    ["data", training.data],
    ["start", training.start],
    ["learning rate", String(run.learningRate)],
    ...(model.also === undefined ? [] : [["also", model.also] as const]),
    [`${model.unit}s`, `${run.iterations}${from > 0 ? `, on from ${from}` : ""}`],
    ["seed", String(run.seed ?? model.seed ?? 0)],
    ["loss", model.lossName],
  ];
  return [
    `${model.title} · ${model.name}`,
    model.source,
    "",
    ...facts.map(([name, said]) => `  ${name.padEnd(14)}${said}`),
  ].join("\n");
}

/** A loss, short; without an exponent where it can be. */
export const lossText = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  return value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7)
    ? value.toExponential(5)
    : Number(value.toPrecision(8)).toString();
};

export const tableHead = (model: Model, training: Training): string =>
  `${model.unit.padStart(12)}${"loss".padStart(16)}${training.accuracy === undefined ? "" : "right".padStart(10)}`;

export function lossLine({ step, loss, accuracy }: Point): string {
  const share = accuracy === undefined ? "" : `${(100 * accuracy).toFixed(2)} %`.padStart(10);
  return `${String(step).padStart(12)}${lossText(loss).padStart(16)}${share}`;
}

/** The loss over the whole run in one row, with its ends. */
export function curveLine(history: readonly Point[], columns: number, unicode: boolean): string {
  const [first, last] = [history[0]!, history.at(-1)!];
  const ends = `${short(first.loss)} ${unicode ? "→" : "->"} ${short(last.loss)}`;
  const room = Math.min(80, columns) - ends.length - 17;
  const { line, isLog } = sparkline(alongRun(history, Math.max(8, room)), unicode);
  return `  loss  ${line}  ${ends}${isLog ? " (log)" : ""}`;
}

/** Losses at equal distances of the run, at most `count`: the last one known at each of them. */
export function alongRun(history: readonly Point[], count: number): readonly number[] {
  const end = history.at(-1)?.step ?? 0;
  const begin = history[0]?.step ?? 0;
  const shown = Math.max(1, Math.min(count, history.length, end - begin + 1));
  return Array.from({ length: shown }, (_, c) => {
    const step = shown === 1 ? end : begin + ((end - begin) * c) / (shown - 1);
    return history.findLast((point) => point.step <= step)?.loss ?? Number.NaN;
  });
}

const short = (value: number): string =>
  String(Number.isFinite(value) ? Number(value.toPrecision(4)) : value);

/** The parameters where they are few; none otherwise. */
export function parameterLines(training: Training): readonly string[] {
  if (training.parameters === undefined) return [];
  const named = Object.entries(training.parameters());
  return [
    "",
    ...named.map(
      ([name, values]) =>
        `  ${name.padEnd(4)}${Array.from(values, (value) => Number(value.toPrecision(6))).join("  ")}`,
    ),
  ];
}
