/** The fingerprints of files: hashes of runs of tokens, of which each window keeps one. */
import { WinnowFilter } from "@dodona/dolos-core";
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

/**
 * Fingerprints by the digest of the file: those of a class are taken while it is graded, and its files then let go.
 * All are in one array; one for each file would take twice the memory.
 */
export class Fingerprints {
  private readonly places = new Map<string, readonly [from: number, to: number]>();
  private hashes = new Uint32Array(1024);
  private end = 0;

  take(sha256: string, source: string): void {
    if (this.places.has(sha256)) return;
    const taken = fingerprintsOf(source);
    const from = this.end;
    this.end += taken.length;
    if (this.end > this.hashes.length) {
      const wider = new Uint32Array(2 * this.end);
      wider.set(this.hashes);
      this.hashes = wider;
    }
    this.hashes.set(taken, from);
    this.places.set(sha256, [from, this.end]);
  }

  get(sha256: string): Uint32Array | undefined {
    const place = this.places.get(sha256);
    return place === undefined ? undefined : this.hashes.subarray(...place);
  }
}
