/**
 * The frame that loads a program: its texts, each behind the other. How many, where each ends, and then the texts.
 */
import { frame, headerBytes } from "./wire.ts";

/** What a program is made of; the course's versions go by the slugs of their exercises. */
export interface LoadTexts {
  readonly submission: string;
  readonly scenarios: string | undefined;
  readonly uses: readonly { readonly slug: string; readonly code: string }[];
}

export function loadFrame({ submission, scenarios = "", uses }: LoadTexts): Uint8Array {
  const encoder = new TextEncoder();
  const texts = [submission, scenarios, ...uses.flatMap(({ slug, code }) => [slug, code])];
  const pieces = texts.map((text) => encoder.encode(text));
  const head = 4 * (1 + pieces.length);
  const ends: number[] = [];
  for (const piece of pieces) ends.push((ends.at(-1) ?? head) + piece.length);
  const length = ends.at(-1) as number;
  const whole = new Uint8Array(headerBytes + length);
  whole.set(new Uint8Array(new Uint32Array([frame.load, length, pieces.length, ...ends]).buffer));
  for (const [i, piece] of pieces.entries()) whole.set(piece, headerBytes + (ends[i - 1] ?? head));
  return whole;
}

/** Taken at the start: what reads frames takes such names away from its global. */
const decoder = new TextDecoder();

/** The texts of a frame's bytes, those behind its header. */
export function textsOf(payload: Uint8Array): LoadTexts {
  const word = (i: number): number =>
    new DataView(payload.buffer, payload.byteOffset, payload.byteLength).getUint32(4 * i, true);
  const n = word(0);
  const text = (i: number): string =>
    decoder.decode(payload.subarray(i === 0 ? 4 * (1 + n) : word(i), word(i + 1)));
  const uses = Array.from({ length: (n - 2) / 2 }, (_, i) => ({
    slug: text(2 + 2 * i),
    code: text(3 + 2 * i),
  }));
  return { submission: text(0), scenarios: text(1) || undefined, uses };
}
