/** The fingerprints of files: hashes of runs of tokens, of which each window keeps one. */
import { WinnowFilter } from "@dodona/dolos-core";
import { isDerivation } from "../../course/exercises.ts";
import type { Verdict } from "../../verdict/verdict.ts";
import { tokensOf } from "./tokens.ts";

/** Tokens of a run, and runs of a window. */
export const RUN = 16;
export const WINDOW = 8;

const winnowing = new WinnowFilter(RUN, WINDOW);

/** The fingerprints of a source in its order; none of what is no program. */
export function fingerprintsOf(source: string): Uint32Array {
  const kinds = tokensOf(source.replace(/\r\n?/g, "\n"))?.map(({ kind }) => kind) ?? [];
  return Uint32Array.from(winnowing.fingerprints(kinds), ({ hash }) => hash);
}

/** The fingerprints that a file is compared by; none where it is code that earned nothing, or a derivation. */
export const fingerprintsFor = ({ exercise, score }: Verdict, source: string): Uint32Array | undefined =>
  score > 0 && !isDerivation(exercise) ? fingerprintsOf(source) : undefined;

/**
 * Fingerprints by the digest of the file, each file's once, however many have handed it in. All are in one array; one
 * for each file would take twice the memory.
 */
export class Fingerprints {
  /** Which file it is, counted from 0. */
  private readonly indices = new Map<string, number>();
  /** Where those of each file begin, and where the last ones end. */
  private readonly starts: number[] = [0];
  private hashes = new Uint32Array(1024);

  /** @param take gives them where they are not known */
  take(sha256: string, take: () => ArrayLike<number>): void {
    if (this.indices.has(sha256)) return;
    const taken = take();
    const from = this.starts.at(-1)!;
    const end = from + taken.length;
    if (end > this.hashes.length) {
      const wider = new Uint32Array(2 * end);
      wider.set(this.hashes);
      this.hashes = wider;
    }
    this.hashes.set(taken, from);
    this.indices.set(sha256, this.indices.size);
    this.starts.push(end);
  }

  get(sha256: string): Uint32Array | undefined {
    const index = this.indices.get(sha256);
    return index === undefined
      ? undefined
      : this.hashes.subarray(this.starts[index]!, this.starts[index + 1]!);
  }
}
