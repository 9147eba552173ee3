/**
 * Pairs of submissions to one exercise that agree in what neither the stub nor the class gives. Evidence, never a
 * verdict.
 *
 * Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) over tokens of the syntax tree: hashes of all runs of
 * tokens, of which each window keeps one (fingerprints.ts). Left out are fingerprints
 *
 * - of the stub,
 * - that many in the class have (shared.ts): a right answer that many write by themselves is common knowledge,
 * - that occur more than {@link REPEATS} times in one file: repetition is no evidence, and costs time.
 *
 * A pair is shown if half of what is left is shared, or a run of {@link LONG} tokens, and in either case at least
 * {@link LEAST} tokens that the stub does not have. The body of a formula in one line has some twenty tokens, a loop over
 * it some forty: two students who write the same two loops are below, two who write the same page are not.
 */
import { File, FingerprintIndex, type Pair, Region, TokenizedFile } from "@dodona/dolos-core";
import type { SimilarPair } from "../results.ts";
import { evidence, fragmentsOf, gramsOf, type Run } from "./evidence.ts";
import { fingerprintsOf, RUN, WINDOW } from "./fingerprints.ts";
import { PairCounts } from "./pair-counts.ts";
import { type Read, readOf } from "./read.ts";
import { CANDIDATES, commonFrom, mostShared, SHOWN } from "./shared.ts";

const REPEATS = 12;
const LEAST = 100;
const LONG = 110;
const SHARE = 0.5;
/** Fingerprints that {@link LEAST} tokens have in common at least. */
const FEWEST = Math.ceil(LEAST / 4 / WINDOW);

/** Its source is asked for only where it is looked at closely: a large class then fits into little memory. */
export interface Submission {
  readonly folder: string;
  readonly fingerprints: Uint32Array;
  /** Undefined where it vanished since. */
  source(): string | undefined;
}

/**
 * @param stub the exercise's stub, whose own code is ignored
 * @param counts memory to count in: a megabyte for a thousand, which one exercise after another can use
 */
export function similarPairs(
  slug: string,
  stub: string,
  submissions: readonly Submission[],
  counts = new PairCounts(submissions.length),
): readonly SimilarPair[] {
  const prints = submissions.map(({ fingerprints }) => fingerprints);
  const ignored = ignoredIn(stub, prints);
  const counted = prints.map((print) => new Set(print.filter((hash) => !ignored.has(hash))));
  const known = gramsOf(readOf("", stub)?.kinds ?? []);
  const read = onceEach(submissions);
  const found: Found[] = [];
  for (const [left, right, shared] of mostShared(counted, counts, FEWEST, CANDIDATES)) {
    const [a, b] = [read(left), read(right)];
    if (a === undefined || b === undefined) continue;
    const similarity = (2 * shared) / (counted[left]!.size + counted[right]!.size);
    const saysNothing = prints[left]!.filter((hash) => ignored.has(hash));
    const { runs, longest, covered } = evidence(a, b, pairOf(a, b, saysNothing), known);
    if (covered < LEAST || (similarity < SHARE && longest < LONG)) continue;
    found.push({ files: [a, b], similarity, longest, runs });
  }
  return found
    .sort((a, b) => b.similarity - a.similarity || b.longest - a.longest)
    .slice(0, SHOWN)
    .map(({ files: [a, b], similarity, longest, runs }) => ({
      slug,
      folders: [a.folder, b.folder],
      similarity,
      longest,
      fragments: fragmentsOf(a, b, runs),
    }));
}

interface Found extends Pick<SimilarPair, "similarity" | "longest"> {
  readonly files: readonly [Read, Read];
  readonly runs: readonly Run[];
}

/** Reads submissions by number, each once: those of the candidates are a bounded number, whatever the class. */
function onceEach(submissions: readonly Submission[]): (number: number) => Read | undefined {
  const reads = new Map<number, Read | undefined>();
  return (number) => {
    if (!reads.has(number)) {
      const { folder, source } = submissions[number]!;
      reads.set(number, readOf(folder, source() ?? ""));
    }
    return reads.get(number);
  };
}

/** Fingerprints that say nothing: the stub's, those of many, those that some file is full of. */
function ignoredIn(stub: string, prints: readonly Uint32Array[]): ReadonlySet<number> {
  const limit = commonFrom(prints.filter(({ length }) => length > 0).length);
  const ignored = new Set<number>(fingerprintsOf(stub));
  const files = new Map<number, number>();
  for (const print of prints) {
    const times = new Map<number, number>();
    for (const hash of print) times.set(hash, (times.get(hash) ?? 0) + 1);
    for (const [hash, count] of times) {
      files.set(hash, (files.get(hash) ?? 0) + 1);
      if (count > REPEATS) ignored.add(hash);
    }
  }
  for (const [hash, count] of files) if (count > limit) ignored.add(hash);
  return ignored;
}

/**
 * What two files share, place by place.
 *
 * @param ignored fingerprints of one of them that say nothing, whichever it is: only what both have is asked for
 */
function pairOf(left: Read, right: Read, ignored: Iterable<number>): Pair {
  const [a, b] = [tokenized(left), tokenized(right)];
  const index = new FingerprintIndex(RUN, WINDOW);
  index.addFiles([a, b]);
  index.addIgnoredHashes([...ignored]);
  return index.getPair(a, b);
}

/** Places are numbers of tokens: of the text itself, nothing is asked. */
const tokenized = ({ folder, kinds }: Read): TokenizedFile =>
  new TokenizedFile(
    new File(folder, ""),
    [...kinds],
    kinds.map((_, i) => new Region(0, i, 0, i + 1)),
  );
