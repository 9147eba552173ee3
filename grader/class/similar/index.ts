/**
 * Pairs of submissions to one exercise that agree in what neither the stub nor the class gives. Evidence, never a
 * verdict.
 *
 * Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) over tokens of the syntax tree: hashes of all runs of
 * {@link RUN} tokens, of which each window of {@link WINDOW} keeps one. Left out are fingerprints
 *
 * - of the stub,
 * - that more than a tenth of the class has, and at least {@link COMMON} submissions: a right answer that many write
 *   by themselves is common knowledge,
 * - that occur more than {@link REPEATS} times in one file: repetition is no evidence, and costs time.
 *
 * A pair is shown if half of what is left is shared, or a run of {@link LONG} tokens, and in either case at least
 * {@link LEAST} tokens that the stub does not have. The body of a formula in one line has some twenty tokens, a loop over
 * it some forty: two students who write the same two loops are below, two who write the same page are not.
 */
import { File as DolosFile, FingerprintIndex, Region, TokenizedFile } from "@dodona/dolos-core";
import type { SimilarPair } from "../results.ts";
import { evidence, gramsOf } from "./evidence.ts";
import { type Token, tokensOf } from "./tokens.ts";

const RUN = 16;
const WINDOW = 8;
const COMMON = 5;
const REPEATS = 12;
const LEAST = 100;
const LONG = 110;
const SHARE = 0.5;
/** Pairs that are looked at closely, and pairs that are shown; those that share most. */
const CANDIDATES = 400;
const SHOWN = 50;

export interface Submission {
  readonly folder: string;
  readonly source: string;
}

export interface Read {
  readonly folder: string;
  readonly lines: readonly string[];
  readonly tokens: readonly Token[];
  readonly file: TokenizedFile;
}

/** @param stub the exercise's stub, whose own code is ignored */
export function similarPairs(
  slug: string,
  stub: string,
  submissions: readonly Submission[],
): readonly SimilarPair[] {
  const reads = submissions.flatMap(({ folder, source }) => readOf(folder, source) ?? []);
  const limit = Math.max(COMMON, Math.floor(reads.length / 10));
  const index = new FingerprintIndex(RUN, WINDOW, false, limit);
  const given = readOf("", stub);
  if (given !== undefined) index.addIgnoredFile(given.file);
  index.addFiles(reads.map(({ file }) => file));
  index.addIgnoredHashes(repeated(index, reads));
  const known = gramsOf(given?.tokens ?? []);
  const byFile = new Map(reads.map((read) => [read.file, read]));
  const found: SimilarPair[] = [];
  for (const [left, right, shared] of candidates(index)) {
    const [a, b] = [byFile.get(left), byFile.get(right)];
    if (a === undefined || b === undefined) continue;
    const similarity = Math.min(1, (2 * shared) / (sizeOf(index, left) + sizeOf(index, right)));
    const { fragments, longest, covered } = evidence(a, b, index.getPair(left, right), known);
    if (covered < LEAST || (similarity < SHARE && longest < LONG)) continue;
    found.push({ slug, folders: [a.folder, b.folder], similarity, longest, fragments });
  }
  return found.sort((a, b) => b.similarity - a.similarity || b.longest - a.longest).slice(0, SHOWN);
}

function readOf(folder: string, source: string): Read | undefined {
  const text = source.replace(/\r\n?/g, "\n");
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const lines = text.split("\n");
  const rows = rowsOf(lines, tokens);
  const file = new TokenizedFile(
    new DolosFile(folder, text),
    tokens.map(({ kind }) => kind),
    rows.map((row, i) => new Region(row, i, row, i + 1)),
  );
  return { folder, lines, tokens, file };
}

/** The line of each token, from 0. Tokens come in the order of the text. */
function rowsOf(lines: readonly string[], tokens: readonly Token[]): readonly number[] {
  let row = 0;
  let end = lines[0]?.length ?? 0;
  return tokens.map(({ from }) => {
    while (from > end && row < lines.length - 1) end += 1 + lines[++row]!.length;
    return row;
  });
}

const entryOf = (index: FingerprintIndex, file: TokenizedFile) =>
  index.entries().find((entry) => entry.file === file);

/** Distinct fingerprints of a file that count. */
const sizeOf = (index: FingerprintIndex, file: TokenizedFile): number =>
  entryOf(index, file)?.shared.size ?? 0;

/** Hashes that some file is full of. */
const repeated = (index: FingerprintIndex, reads: readonly Read[]): number[] => {
  const most = new Set<number>();
  for (const shared of index.sharedFingerprints()) {
    if (shared.parts().length <= REPEATS) continue;
    if (reads.some(({ file }) => shared.occurrencesOf(file).length > REPEATS)) most.add(shared.hash);
  }
  return [...most];
};

/** Pairs with what they share, the most first. */
function candidates(index: FingerprintIndex): readonly (readonly [TokenizedFile, TokenizedFile, number])[] {
  const pairs = new Map<string, [TokenizedFile, TokenizedFile, number]>();
  for (const shared of index.sharedFingerprints()) {
    if (shared.ignored || shared.fileCount() < 2) continue;
    const files = shared.files();
    for (const [i, left] of files.entries())
      for (const right of files.slice(i + 1)) {
        const key = `${left.id} ${right.id}`;
        const pair = pairs.get(key);
        if (pair === undefined) pairs.set(key, [left, right, 1]);
        else pair[2]++;
      }
  }
  return [...pairs.values()]
    .filter(([, , shared]) => shared * WINDOW >= LEAST / 4)
    .sort((a, b) => b[2] - a[2])
    .slice(0, CANDIDATES);
}
