import fc from "fast-check";
import { expect, it } from "vitest";
import { Batch } from "../../grader/box/batch.ts";
import { putAnswer } from "../../grader/box/inside/answer.ts";
import { begin, build, goTo, hasChanged, here, next, nextName } from "../../grader/box/inside/arguments.ts";
import type { Floats } from "../../grader/box/read-value.ts";
import { type Frame, Frames, readCallReply, readLoadReply, readOutput } from "../../grader/box/replies.ts";
import {
  care,
  frame,
  limit,
  outcome,
  ProtocolError,
  putText,
  Reader,
  readText,
  Writer,
} from "../../grader/box/wire.ts";
import type { Value } from "../../grader/value.ts";

const number = fc.oneof(fc.double(), fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY));
const fields = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom("a", "W", "_", "1", "é") });
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 5 },
    number,
    fc.boolean(),
    fc.string({ unit: "binary", maxLength: 600 }),
    fc.constantFrom("\ud800", "\udc00\ud800", "NaN", "__proto__"),
    fc.array(number),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fields, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** The floats of a batch as the inside reads them, behind a header. */
const floatsOf = (batch: Batch): Float64Array => new Float64Array(batch.bytes(8).buffer);

/** A returned value as it arrives, after a walk by the inside's own code. */
function returned(v: unknown): unknown {
  const w = new Writer();
  w.put(outcome.returned);
  putAnswer(w, v, limit.floats);
  w.put(0);
  w.put(0);
  const reply = readCallReply({ floats: w.floats, from: 0, to: w.length });
  return reply.kind === "returned" ? reply.value : reply;
}

it("brings every value there and back in all its bits", () => {
  fc.assert(
    fc.property(value, (v) => {
      const batch = new Batch();
      batch.add({ fn: "f", args: [v] });
      const floats = floatsOf(batch);
      begin(floats, 1);
      expect([next(), next(), nextName(), next(), next(), next()]).toEqual([1, 8, "f", care.arguments, 0, 1]);
      const start = here();
      const [built] = build(1);
      expect(here()).toBe(floats.length);
      expect(built).toStrictEqual(v);
      for (const closely of [false, true]) {
        goTo(start);
        expect(hasChanged(built, closely)).toBe(false);
        expect(here()).toBe(floats.length);
      }
      expect(returned(built)).toStrictEqual(v);
    }),
    { numRuns: 500 },
  );
});

it("brings every text there and back, and cuts the long ones", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 700 }), (text) => {
      const w = new Writer();
      putText(w, text);
      expect(readText(new Reader(w.floats, 0, w.length))).toBe(text.slice(0, limit.text));
    }),
  );
});

it("takes any floats for an answer or refuses them, and throws nothing else", () => {
  const small = fc.oneof(fc.integer({ min: 0, max: 9 }), number);
  fc.assert(
    fc.property(fc.array(small, { maxLength: 60 }), (floats) => {
      for (const read of [readCallReply, readLoadReply, readOutput]) {
        try {
          read({ floats: new Float64Array(floats), from: 0, to: floats.length });
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }
    }),
    { numRuns: 5000 },
  );
});

it("takes any bytes for frames or refuses them, and holds no more than was sent", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (pieces) => {
      const frames = new Frames();
      try {
        for (const piece of pieces) frames.push(piece, () => {});
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError);
      }
    }),
    { numRuns: 2000 },
  );
});

it("finds the same frames wherever the stream is cut", () => {
  const payloads = [[], [1, 2, 3], [Number.NaN, -0]];
  const bytes = payloads.flatMap((floats) => [
    ...new Uint8Array(new Uint32Array([frame.outcome, floats.length * 8]).buffer),
    ...new Uint8Array(new Float64Array(floats).buffer),
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (cuts) => {
      const got: Frame[] = [];
      const frames = new Frames();
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      for (const [i, from] of places.entries()) {
        frames.push(new Uint8Array(bytes.slice(from, places[i + 1])), (f) => got.push(f));
      }
      expect(got.map(({ floats, from, to }) => [...floats.subarray(from, to)])).toEqual(payloads);
    }),
  );
});

it("refuses a frame of an unknown type, an odd length, or beyond the bound", () => {
  for (const header of [
    [99, 8],
    [frame.load, 8],
    [frame.outcome, 7],
    [frame.outcome, 0xffff_fff8],
  ]) {
    expect(() => new Frames().push(new Uint8Array(new Uint32Array(header).buffer), () => {})).toThrow(
      ProtocolError,
    );
  }
});

/** An answer that is a record of one field. */
function recordWith(name: string): Floats {
  const w = new Writer();
  for (const x of [outcome.returned, 4, 1]) w.put(x);
  putText(w, name);
  for (const x of [0, 1, 0, 0]) w.put(x);
  return { floats: w.floats, from: 0, to: w.length };
}

it("refuses a record with a field that no record has", () => {
  expect(() => readCallReply(recordWith("__proto__"))).toThrow(ProtocolError);
});

it("leaves out a field whose name would steer a terminal", () => {
  for (const name of ["a\u202eb", "\u001b[31m", " a"])
    expect(readCallReply(recordWith(name))).toMatchObject({ kind: "returned", value: {} });
});
