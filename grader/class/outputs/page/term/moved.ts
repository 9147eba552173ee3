/** What moved since an earlier execution, and why. */
import type { ClassResults } from "../../../results.ts";
import type { Change, Changes } from "../../../term/changes/changes.ts";
import { counted, idOf, shownName, shownTime } from "../../names.ts";
import { byMovement, movements, movementWords } from "../../summary/moved.ts";
import { longTable } from "../long-table.ts";
import textHtml from "./moved.hbs";

export function* movedSection({ students }: ClassResults, changes: Changes): Generator<string> {
  const { before, all, left, joined, worth } = changes;
  yield `${textHtml({
    time: shownTime(before.at),
    count: all.length === 0 ? "Nothing" : counted(all.length, "cell"),
    worth: worth.map(({ slug, before: was, now }) => ({ id: idOf(slug), was, now })),
    joined: joined.length === 0 ? "" : counted(joined.length, "student"),
  })}\n`;
  const found = byMovement(changes);
  const row = (change: Change): (string | number)[] => [
    shownName(students[change.student]!),
    idOf(change.slug),
    pointsOf(change.before.score, change.maxBefore),
    pointsOf(change.now.score, change.max),
    change.why.join("; "),
  ];
  for (const each of movements)
    yield* longTable(
      movementWords[each],
      ["Student", "Exercise", "Before", "Now", "Why"],
      found.get(each)!.map(row),
    );
  yield* longTable(
    "No longer in the class",
    ["Student"],
    left.map((name) => [name]),
  );
}

export const pointsOf = (score: number | undefined, maxScore: number): string =>
  score === undefined ? "no grade" : `${score} of ${maxScore}`;
