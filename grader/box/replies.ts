/** What the box answers, decoded strictly: any bytes give either a meaning or a ProtocolError. */
import type { Returned } from "../value.ts";
import type { CallOutcome } from "./box.ts";
import { type Floats, readReturned } from "./read-value.ts";
import { sanitize, sanitizeLine } from "./sanitize.ts";
import {
  behind,
  frame,
  headerBytes,
  limit,
  loaded,
  outcome,
  ProtocolError,
  Reader,
  readText,
} from "./wire.ts";

/** Where something was thrown, in the compiled text: lines and columns from 1, both 0 where nobody knows. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The answer to load, with its place not yet brought back to the source. */
export type LoadReply =
  | { readonly kind: "loaded"; readonly exports: readonly { readonly name: string; readonly type: string }[] }
  | ({ readonly kind: "threw" | "not-allowed" | "syntax-error"; readonly message: string } & Place);

/** The outcome of one call, with its place not yet brought back to the source. */
export type CallReply =
  | Extract<CallOutcome, { kind: "returned" | "missing" }>
  | ({ readonly kind: "threw"; readonly message: string } & Place);

export interface Frame extends Floats {
  readonly type: number;
}

const positions = 1e9;

function readPlace(r: Reader): Place {
  return { line: r.count(positions), column: r.count(positions) };
}

function whole<T>({ floats, from, to }: Floats, read: (r: Reader) => T): T {
  const r = new Reader(floats, from, to);
  const value = read(r);
  if (r.at !== r.end) throw new ProtocolError("more than was announced");
  return value;
}

export function readLoadReply(reply: Floats): LoadReply {
  return whole(reply, (r) => {
    const kind = r.count(loaded.syntaxError);
    if (kind === loaded.ok) {
      const n = r.count(limit.exports);
      return {
        kind: "loaded",
        exports: Array.from({ length: n }, () => ({
          name: sanitizeLine(readText(r)),
          type: sanitizeLine(readText(r, 40)),
        })),
      };
    }
    const name =
      kind === loaded.threw ? "threw" : kind === loaded.notAllowed ? "not-allowed" : "syntax-error";
    return { kind: name, message: sanitizeLine(readText(r)), ...readPlace(r) };
  });
}

export function readCallReply(reply: Floats): CallReply {
  return whole(reply, (r): CallReply => {
    const kind = r.count(outcome.missing);
    if (kind === outcome.missing) return { kind: "missing" };
    if (kind === outcome.threw) return { kind: "threw", message: sanitizeLine(readText(r)), ...readPlace(r) };
    const value: Returned = readReturned(r);
    const changed = Array.from({ length: r.count(limit.fields) }, () => r.count(limit.fields));
    const returned = { kind: "returned", value, changed } as const;
    const more = r.count(behind.overwritten);
    if (more === behind.nothing) return returned;
    return more === behind.other
      ? { ...returned, again: readReturned(r) }
      : { ...returned, overwritten: true };
  });
}

export function readOutput(output: Floats): string {
  return whole(output, (r) => sanitize(readText(r, limit.output)));
}

/** Cuts a stream of bytes into frames. Holds at most one frame and one piece. */
export class Frames {
  private readonly header = new Uint8Array(headerBytes);
  private headerAt = 0;
  private payload = new Uint8Array(0);
  private payloadAt = 0;

  /**
   * Takes the next piece and gives each frame that it completes to `take`.
   *
   * @throws ProtocolError on a header that no frame has
   */
  push(piece: Uint8Array, take: (frame: Frame) => void): void {
    let at = 0;
    while (at < piece.length) {
      if (this.headerAt === 0 && piece.length - at > headerBytes) {
        const used = takeWhole(new Uint8Array(piece.subarray(at)).buffer, take);
        at += used;
        if (used > 0) continue;
      }
      at = this.fill(piece, at, take);
    }
  }

  /** Takes the next bytes of a frame that may arrive in several pieces; where it stopped. */
  private fill(piece: Uint8Array, from: number, take: (frame: Frame) => void): number {
    let at = from;
    if (this.headerAt < headerBytes) {
      this.header[this.headerAt++] = piece[at++]!;
      if (this.headerAt === headerBytes) {
        const { bytes } = headerOf(new Uint32Array(this.header.buffer), 0);
        this.payload = new Uint8Array(bytes);
        this.payloadAt = 0;
      }
    } else {
      const n = Math.min(piece.length - at, this.payload.length - this.payloadAt);
      this.payload.set(piece.subarray(at, at + n), this.payloadAt);
      this.payloadAt += n;
      at += n;
    }
    if (this.headerAt === headerBytes && this.payloadAt === this.payload.length) this.close(take);
    return at;
  }

  private close(take: (frame: Frame) => void): void {
    const { type } = headerOf(new Uint32Array(this.header.buffer), 0);
    const floats = new Float64Array(this.payload.buffer);
    this.headerAt = 0;
    this.payload = new Uint8Array(0);
    this.payloadAt = 0;
    take({ type, floats, from: 0, to: floats.length });
  }
}

/** Gives the frames that lie whole at a buffer's beginning, without a copy of each; the bytes that they take. */
function takeWhole(buffer: ArrayBuffer, take: (frame: Frame) => void): number {
  const whole = buffer.byteLength - (buffer.byteLength % headerBytes);
  const words = new Uint32Array(buffer, 0, whole / 4);
  const floats = new Float64Array(buffer, 0, whole / 8);
  let at = 0;
  while (at < floats.length) {
    const { type, bytes } = headerOf(words, 2 * at);
    const from = at + 1;
    const to = from + bytes / 8;
    if (to > floats.length) break;
    take({ type, floats, from, to });
    at = to;
  }
  return 8 * at;
}

/** A frame's type and the bytes that follow its header, whose two words begin at `at`. */
function headerOf(words: Uint32Array, at: number): { type: number; bytes: number } {
  const type = words[at]!;
  const bytes = words[at + 1]!;
  const known = type >= frame.ready && type <= frame.done;
  // A value as long as allowed comes at most twice in one answer, with a message's worth around it.
  if (!known || bytes % 8 !== 0 || bytes > 8 * (2 * limit.floats + 10_000))
    throw new ProtocolError("a frame's header");
  return { type, bytes };
}
