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

/** Fingerprints by the digest of the file: those of a class are taken while it is graded, and its files then let go. */
export class Fingerprints {
  private readonly taken = new Map<string, Uint32Array>();

  take(sha256: string, source: string): void {
    if (!this.taken.has(sha256)) this.taken.set(sha256, fingerprintsOf(source));
  }

  get(sha256: string): Uint32Array | undefined {
    return this.taken.get(sha256);
  }
}
