/** What moved, by what it means for whoever reads it. */
import { type Change, type Changes, shareOf } from "../../term/changes/changes.ts";

export const movements = ["lost", "passed", "gained", "begun", "opened", "closed", "other"] as const;
export type Movement = (typeof movements)[number];

/** What most asks to be looked at first. */
export const movementWords: Readonly<Record<Movement, string>> = {
  lost: "Fewer points than before",
  passed: "Passed now",
  gained: "More points than before",
  begun: "Begun now",
  opened: "A grade where there was none",
  closed: "No grade where there was one",
  other: "Another state with the same points",
};

export function movementOf({ before, maxBefore, now, max }: Change): Movement {
  const [was, is] = [shareOf(before, maxBefore), shareOf(now, max)];
  if (was !== undefined && is === undefined) return "closed";
  if (was !== undefined && is !== undefined && is < was) return "lost";
  if (now.state === "passed" && before.state !== "passed") return "passed";
  if (was !== undefined && is !== undefined && is > was) return "gained";
  if (now.state === "begun" && before.state !== "passed") return "begun";
  return was === undefined && is !== undefined ? "opened" : "other";
}

export function byMovement({ all }: Changes): ReadonlyMap<Movement, readonly Change[]> {
  const found = new Map<Movement, Change[]>(movements.map((each) => [each, []]));
  for (const change of all) found.get(movementOf(change))!.push(change);
  return found;
}
