/** A place in the deep round, as `--path` names it: "mseLossDw/value:31:0:2". */
import type { Box } from "../box/box.ts";
import type { Setting } from "../judge/finding.ts";
import type { Plan } from "../judge/plan.ts";
import type { DeepFinding } from "../verdict/verdict.ts";
import { at, BATCH, searchBatch } from "./search.ts";
import { type Kind, searchOf } from "./searches.ts";
import { reported } from "./shown.ts";

export interface Place {
  readonly function: string;
  readonly kind: Kind;
  /** Which input, and then which of the smaller ones, as fast-check counts them. */
  readonly path: string;
}

export const placeText = (place: Place): string => `${place.function}/${place.kind}:${place.path}`;

/** The place that a text names. */
export function placeOf(text: string): Place | undefined {
  const [, name, kind, path] = /^([\w$]+)\/(value|law):(\d{1,7}(?::\d{1,7})*)$/.exec(text) ?? [];
  if (name === undefined || path === undefined) return undefined;
  return { function: name, kind: kind as Kind, path };
}

/**
 * What falls short there; nothing where the input passes.
 *
 * @throws NoInput
 */
export async function foundAt(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  place: Place,
): Promise<readonly DeepFinding[]> {
  const { kind, path } = place;
  const search = searchOf(setting, plan, kind, seed);
  const shortfall = search && (await at(search, box, path));
  if (search === undefined || shortfall === undefined) return [];
  // What the finding says of other inputs was learnt from those that were tried with it.
  const index = Number.parseInt(path, 10);
  const batch =
    shortfall.answer === undefined
      ? { found: [], tries: 0 }
      : await searchBatch(search, box, index - (index % BATCH));
  const finding = reported(setting, shortfall, placeText(place), batch);
  return [{ function: plan.name, kind, finding }];
}
