/** What has been graded in this browser: the best score of each exercise. The editor writes it. */
import { stored } from "./store.ts";

export interface Score {
  readonly score: number;
  readonly maxScore: number;
}

const KEY = "chainrule:progress";

/** By slug; whatever else is stored there is left out. */
export function progress(): ReadonlyMap<string, Score> {
  let read: unknown;
  try {
    read = JSON.parse(stored(KEY) ?? "{}");
  } catch {
    return new Map();
  }
  if (typeof read !== "object" || read === null) return new Map();
  return new Map(Object.entries(read).filter((entry): entry is [string, Score] => isScore(entry[1])));
}

const isScore = (value: unknown): value is Score =>
  typeof value === "object" &&
  value !== null &&
  Number.isFinite((value as Score).score) &&
  Number.isFinite((value as Score).maxScore);
