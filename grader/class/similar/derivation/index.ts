/**
 * Pairs of written derivations that agree in what does not follow from the task. Evidence, never a verdict.
 *
 * A right derivation leaves little choice, so two of them may be the same to the last line; false alarms are dearer
 * than misses. Tried on made classes of 60 (tests/class/similar/derivations.test.ts).
 */
import type { Given } from "../../../derivation/written/given.ts";
import type { Verdict } from "../../../verdict/verdict.ts";
import type { SimilarPair } from "../../results.ts";
import { PairCounts } from "../pair-counts.ts";
import { CANDIDATES, mostShared, SHOWN } from "../shared.ts";
import { type Alike, alike } from "./alike.ts";
import { classMarks, rareMarks } from "./class-marks.ts";
import { fragmentsOf } from "./fragments.ts";
import { type Work, workOf } from "./work.ts";

/** From this weight on, a pair is shown. */
const ENOUGH = 7.5;
/** Marks that a pair of this weight has in common at least. */
const FEWEST = 3;

export interface WrittenSubmission {
  readonly folder: string;
  readonly markdown: string;
  readonly verdict?: Verdict;
}

export interface WrittenTask {
  readonly slug: string;
  readonly given: Given;
  /** Markdown that everybody has: the course's page, the stub, the hints. */
  readonly texts: readonly string[];
}

export function similarDerivations(
  { slug, given, texts }: WrittenTask,
  submissions: readonly WrittenSubmission[],
  counts = new PairCounts(submissions.length),
): readonly SimilarPair[] {
  const works = submissions.map(({ folder, markdown, verdict }) => workOf(folder, markdown, given, verdict));
  const marks = classMarks(
    works,
    texts.map((text) => workOf("", text, given)),
  );
  const rare = works.map((work) => rareMarks(work, marks));
  return mostShared(rare, counts, FEWEST, CANDIDATES)
    .map(([left, right]) => {
      const [a, b] = [works[left]!, works[right]!];
      return { a, b, found: alike(a, b, marks) };
    })
    .filter(({ found }) => found.weight >= ENOUGH)
    .sort((a, b) => b.found.weight - a.found.weight)
    .slice(0, SHOWN)
    .map(({ a, b, found }) => ({
      slug,
      folders: [a.folder, b.folder],
      similarity: shareOf(a, b, found),
      longest: Math.max(0, ...found.words.map(({ texts: all }) => all.length)),
      evidence: wordsFor(found),
      fragments: fragmentsOf(a, b, found),
    }));
}

const shareOf = ({ items: a }: Work, { items: b }: Work, { inOrder }: Alike): number =>
  a.length + b.length === 0 ? 0 : (2 * inOrder) / (a.length + b.length);

/** What speaks for it, in words. */
function wordsFor({ items, words, typed, signs }: Alike): string {
  const isRight = (kind: string): boolean => kind === "right";
  const right = items.filter(({ left, right: other }) => isRight(left.kind) || isRight(other.kind)).length;
  const others = items.length - right;
  const inRow = words.reduce((sum, { texts }) => sum + texts.length, 0);
  return [
    ...(others > 0
      ? [`${counted(others, "line")} that ${others === 1 ? "is" : "are"} wrong or idle in both`]
      : []),
    ...(right > 0 ? [`${counted(right, "right line")} that few have`] : []),
    ...(typed > 0 ? [`${counted(typed, "line")} typed alike`] : []),
    ...(inRow > 0 ? [`${inRow} words in the same runs`] : []),
    ...(signs.length > 0 ? [`both with ${signs.slice(0, 5).join(" ")}`] : []),
  ].join(", ");
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
