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

/** A place as it is printed; turns that repeat are counted: "2:2:2:2" is "2x4". */
export const placeText = (place: Place): string =>
  `${place.function}/${place.kind}:${place.path.replace(
    /(?<=:)(\d+)(?::\1){2,}(?=:|$)/g,
    (run, turn: string) => `${turn}x${run.split(":").length}`,
  )}`;

const PLACE = /^([\w$]+)\/(value|law):(\d{1,7}(?::\d{1,7}(?:x\d{1,3})?)*)$/;

/** The place that a text names. */
export function placeOf(text: string): Place | undefined {
  const [, name, kind, turns] = PLACE.exec(text) ?? [];
  if (name === undefined || turns === undefined) return undefined;
  const path = turns.replace(/(\d+)x(\d+)/g, (_, turn: string, count: string) =>
    Array(Number(count)).fill(turn).join(":"),
  );
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
