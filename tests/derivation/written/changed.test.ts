/** A right derivation with one line changed is refused at that very line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isLong } from "../../is-long.ts";
import { shareOf } from "../../share.ts";
import { root } from "./course.ts";
import { type ChangedLine, changedLines, isRefused } from "./measure.ts";
import { rightDerivations } from "./right-derivations.ts";

interface Recorded {
  readonly right: number;
  readonly changed: number;
  readonly refused: number;
  readonly survivors: readonly string[];
}
const recorded = JSON.parse(readFileSync(join(root, "site/written-lines.json"), "utf8")) as Recorded;

/** Every sixth of all changes is what the course's page counts. */
const EVERY = 6;
const all = (await changedLines()).filter((_, k) => k % EVERY === 0);
const nameOf = ({ slug, lines, kind }: ChangedLine): string =>
  `${slug}, line ${lines.length}, ${kind}: ${lines.at(-1)}`;

describe("a changed line", () => {
  it("is told by the checker as often as the course's page says", async () => {
    const some = shareOf(all, 12);
    const kept: string[] = [];
    for (const one of some) if (!(await isRefused(one))) kept.push(nameOf(one));
    expect(kept.filter((name) => !recorded.survivors.includes(name))).toEqual([]);
    if (!isLong) return;
    expect({ changed: all.length, refused: all.length - kept.length, survivors: kept }).toEqual({
      changed: recorded.changed,
      refused: recorded.refused,
      survivors: recorded.survivors,
    });
  });

  it("is counted over 400 changes and more, and over 40 right derivations and more", () => {
    expect(all.length).toBe(recorded.changed);
    expect(recorded.changed).toBeGreaterThanOrEqual(400);
    expect(Object.values(rightDerivations).flat().length).toBe(recorded.right);
    expect(recorded.right).toBeGreaterThanOrEqual(40);
    expect(recorded.refused / recorded.changed).toBeGreaterThanOrEqual(0.98);
  });
});
