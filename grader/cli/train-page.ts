/** What `train` prints. */
import type { Model, Training } from "../../reference/train/training.ts";
import type { Run } from "./train-settings.ts";

/** The model, its document, and everything that the run depends on. */
export function heading(model: Model, run: Run, training: Training): string {
  const facts: readonly (readonly [string, string])[] = [
    ["data", training.data],
    ["start", training.start],
    ["learning rate", String(run.learningRate)],
    ...(model.also === undefined ? [] : [["also", model.also] as const]),
    [`${model.unit}s`, String(run.iterations)],
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

const number = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  return value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7)
    ? value.toExponential(5)
    : Number(value.toPrecision(8)).toString();
};

export const tableHead = (model: Model, training: Training): string =>
  `${model.unit.padStart(12)}${"loss".padStart(16)}${training.accuracy === undefined ? "" : "right".padStart(10)}`;

export function lossLine(done: number, loss: number, training: Training): string {
  const right = training.accuracy?.();
  const share = right === undefined ? "" : `${(100 * right).toFixed(2)} %`.padStart(10);
  return `${String(done).padStart(12)}${number(loss).padStart(16)}${share}`;
}

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
