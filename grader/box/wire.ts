/**
 * What crosses between judge and box, as bytes: frames of a type, a length and 64-bit floats.
 *
 * The same reader and writer run beside hostile code, which may have replaced any method of any prototype:
 * so they use operators, indices into typed arrays and constructors taken at the start, and nothing else.
 */

/** Types of frames; the first two go to the box, the others come from it. */
export const frame = { load: 1, calls: 2, ready: 3, loaded: 4, outcome: 5, output: 6, done: 7 } as const;

/** What a stream of floats means: each value starts with one of these. */
export const tag = {
  number: 0,
  boolean: 1,
  vector: 2,
  list: 3,
  record: 4,
  fn: 5,
  foreign: 6,
  text: 7,
  iterable: 8,
} as const;

/** What a call is held to, beside its answer: nothing, its arguments, or these and a second call. */
export const care = { answer: 0, arguments: 1, twice: 2 } as const;

/** What stands behind an answer: nothing, the other answer of the second call, or that the answer before is overwritten. */
export const behind = { nothing: 0, other: 1, overwritten: 2 } as const;

/** The first float of an outcome. */
export const outcome = { returned: 0, threw: 1, missing: 2 } as const;

/** The first float of an answer to load. */
export const loaded = { ok: 0, threw: 1, notAllowed: 2, syntaxError: 3 } as const;

/** Bounds that both ends keep. */
export const limit = {
  /** Nesting of a value. */
  depth: 8,
  /** Fields of a record. */
  fields: 64,
  /** Floats that one answer may take. */
  floats: 2_000_000,
  /** Characters of a message. */
  text: 500,
  /** Characters of a text that is an answer or an argument. */
  value: 100_000,
  /** Items that something iterable is asked for. */
  items: 1000,
  /** Characters printed between two loads. */
  output: 4096,
  /** Exports of one submission. */
  exports: 4096,
} as const;

/** Bytes of a frame's header: its type and the bytes that follow, both as 32-bit integers. */
export const headerBytes = 8;

/** Bytes that mean nothing. The one error that decoding throws. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
}

const Floats = Float64Array;

/** Floats, written one after another into a buffer that grows. */
export class Writer {
  floats: Float64Array;
  length = 0;
  private room: number;

  /** @param room floats that there is memory for at first */
  constructor(room = 1024) {
    this.floats = new Floats(room);
    this.room = room;
  }

  put(x: number): void {
    if (this.length === this.room) this.reserve(1);
    this.floats[this.length++] = x;
  }

  /** Makes room for `n` more floats, which may then be written into `floats`. */
  reserve(n: number): void {
    const needed = this.length + n;
    if (needed <= this.room) return;
    while (this.room < needed) this.room *= 2;
    const wider = new Floats(this.room);
    for (let i = 0; i < this.length; i++) wider[i] = this.floats[i]!;
    this.floats = wider;
  }
}

/** Floats, read one after another; never beyond `end`. */
export class Reader {
  readonly floats: Float64Array;
  at: number;
  readonly end: number;

  constructor(floats: Float64Array, at: number, end: number) {
    this.floats = floats;
    this.at = at;
    this.end = end;
  }

  float(): number {
    if (this.at >= this.end) throw new ProtocolError("short");
    return this.floats[this.at++]!;
  }

  /** An integer from 0 to `most`. */
  count(most: number): number {
    const n = this.float();
    if (!(n >= 0 && n <= most) || n % 1 !== 0) throw new ProtocolError(`an integer up to ${most}, got ${n}`);
    return n;
  }
}

const charCodeAt = String.prototype.charCodeAt;
const fromCharCode = String.fromCharCode;
const apply = Reflect.apply;

/** A text: its length, then its UTF-16 units; what is beyond `most` is cut. */
export function putText(w: Writer, text: string, most: number = limit.text): void {
  // Math.min could have been replaced.
  // biome-ignore lint/complexity/useMathMinMax: as said
  const n = text.length < most ? text.length : most;
  w.put(n);
  for (let i = 0; i < n; i++) w.put(apply(charCodeAt, text, [i]));
}

export function readText(r: Reader, most: number = limit.text): string {
  const n = r.count(most);
  let text = "";
  for (let i = 0; i < n; i++) text += fromCharCode(r.count(0xffff));
  return text;
}
