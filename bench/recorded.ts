/**
 * The ratios that were recorded last, beside which new ones are printed: times differ from machine to machine, ratios of
 * one run hardly. `npm run bench -- --record` writes them.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.ts";
import type { Row } from "./row.ts";

export type Ratios = Readonly<Record<string, number>>;

const file = join(root, "bench", "recorded.json");

export const recorded = (): Ratios => JSON.parse(readFileSync(file, "utf8")) as Ratios;

const isRatio = ({ unit }: Row): boolean => unit === "×";

/** Puts the ratios of rows in the place of those of their names. */
export function record(rows: readonly Row[], before: Ratios): void {
  const now = Object.fromEntries(
    rows.filter(isRatio).map(({ what, measured }) => [what, Number(measured.toPrecision(3))]),
  );
  writeFileSync(`${file}.next`, `${JSON.stringify({ ...before, ...now }, null, 2)}\n`);
  renameSync(`${file}.next`, file);
}

/** A busy machine moves a ratio by some tenths; what is worse by half has got slower. */
const WORSE = 1.5;

/** The ratios that got worse by half, a line each. */
export const worsened = (rows: readonly Row[], before: Ratios): readonly string[] =>
  rows.filter(isRatio).flatMap(({ what, measured, target }) => {
    const last = before[what];
    if (last === undefined) return [];
    const factor = target?.is === "at least" ? last / measured : measured / last;
    // What is no number has not been measured.
    if (factor <= WORSE) return [];
    return [`${what}: ${measured.toPrecision(3)}×, recorded were ${last}×`];
  });
