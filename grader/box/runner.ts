/**
 * The child's script: reads frames, runs programs in contexts that hold nothing of this realm, writes frames.
 * It never returns to the event loop, so that no timer, promise or exit hook of a submission ever runs.
 */
import { readSync, writeSync } from "node:fs";
import { compileFunction, constants, createContext, Script } from "node:vm";
import { Batch } from "./batch.ts";
import { harden } from "./harden.ts";
import inside from "./inside.ts?bundle";
import { frame, headerBytes } from "./wire.ts";

type Room = typeof import("./inside.ts");

const { reallyExit } = process as unknown as { reallyExit(code: number): never };
const script = new Script(`(() => {${inside};return inside})()`, { filename: "inside" });

/** The inside of the present context; undefined before the first load. */
let room: Room | undefined;

function fill(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const n = readSync(0, bytes, at, bytes.length - at, null);
    if (n === 0) reallyExit(0);
    at += n;
  }
}

function drain(bytes: Uint8Array, length: number): void {
  for (let at = 0; at < length; ) at += writeSync(1, bytes, at, length - at);
}

/** Views of the answers' buffer, made again when it has grown. */
let view: { buffer: ArrayBufferLike; bytes: Uint8Array; words: Uint32Array } | undefined;
/** Floats of the present answers that have their header. */
let framed = 0;

function viewOf(buffer: ArrayBufferLike): { bytes: Uint8Array; words: Uint32Array } {
  if (view?.buffer !== buffer)
    view = { buffer, bytes: new Uint8Array(buffer), words: new Uint32Array(buffer) };
  return view;
}

/** Puts the header on the floats up to `length`. */
function close(from: Room, type: number, length: number): void {
  const { words } = viewOf(from.answers());
  words[2 * framed] = type;
  words[2 * framed + 1] = (length - framed - 1) * 8;
  framed = length;
}

/** Sends all answers, with what was printed behind them. */
function flush(from: Room): void {
  const length = from.print();
  // A header alone: nothing was printed.
  if (length > framed + 1) close(from, frame.output, length);
  drain(viewOf(from.answers()).bytes, framed * 8);
  from.clear();
  framed = 0;
}

/** A context with nothing in it but its inside. */
interface Place {
  readonly context: object;
  readonly room: Room;
}

function makePlace(): Place {
  const codeGeneration = { strings: false, wasm: false };
  const context = createContext(constants.DONT_CONTEXTIFY as unknown as object, { codeGeneration });
  return { context, room: script.runInContext(context) as Room };
}

type Program = Parameters<Room["load"]>[0];

function compile(text: string, filename: string, { context }: Place): Program {
  const names = ["exports", "require", "module"];
  return compileFunction(text, names, { filename, parsingContext: context }) as Program;
}

/** Compiles and runs what a load frame holds, in a context of its own. */
function load(payload: Buffer): void {
  const split = payload.readUInt32LE(0);
  const end = payload.readUInt32LE(4);
  const place = prepared ?? makePlace();
  prepared = undefined;
  room = place.room;
  let length: number;
  try {
    const submission = compile(payload.toString("utf8", 8, split), "submission.ts", place);
    const driver =
      end > split ? compile(payload.toString("utf8", split, end), "driver.ts", place) : undefined;
    length = room.load(submission, driver);
  } catch (error) {
    length = room.refuseSyntax(error);
  }
  close(room, frame.loaded, length);
  finish(room);
}

/** The context for the first program. */
let prepared: Place | undefined;

/**
 * Makes the first context and calls a function of ours in it, while nobody waits yet:
 * the engine has then compiled what every call goes through.
 */
function rehearse(): void {
  const place = makePlace();
  const batch = new Batch();
  const call = { fn: "f", args: [[1.5, 2, 3], [[1], [2]], 0.5], twice: true };
  for (let i = 0; i < rehearsals; i++) batch.add(call);
  place.room.load(compile("exports.f = (x, y, w) => [x[0] * w, y[0][0]];", "rehearsal.ts", place), undefined);
  const bytes = batch.bytes(0).subarray(headerBytes);
  new Uint8Array(place.room.reserve(bytes.length / 8)).set(bytes);
  place.room.begin(bytes.length / 8);
  place.room.singles();
  for (let i = 0; i < rehearsals; i++) close(place.room, frame.outcome, place.room.step());
  place.room.clear();
  framed = 0;
  prepared = place;
}
const rehearsals = 64;

/** Says that everything is said. */
function finish(from: Room): void {
  flush(from);
  drain(done, headerBytes);
}

/** Most milliseconds and floats that wait for being sent together. */
const together = { ms: 5, floats: 8192 };

/**
 * Runs a batch. The first answers go one by one, so that the parent knows which call it waits for:
 * a call that hangs mostly is among the first. Later ones go together.
 */
function runCalls(from: Room, bytes: number): void {
  const floats = bytes / 8;
  fill(new Uint8Array(from.reserve(floats)));
  const n = from.begin(floats);
  const singles = from.singles();
  let flushed = now();
  for (let i = 0; i < n; i++) {
    close(from, frame.outcome, from.step());
    if (i >= singles && framed < together.floats && now() - flushed < together.ms) continue;
    flush(from);
    flushed = now();
  }
  finish(from);
}

const headerOf = (type: number): Uint8Array => new Uint8Array(new Uint32Array([type, 0]).buffer);
const done = headerOf(frame.done);
const clock = performance;
const now = (): number => clock.now();

function main(): never {
  const header = Buffer.alloc(headerBytes);
  drain(headerOf(frame.ready), headerBytes);
  rehearse();
  for (;;) {
    fill(header);
    const bytes = header.readUInt32LE(4);
    if (header.readUInt32LE(0) === frame.load) {
      const payload = Buffer.allocUnsafe(bytes);
      fill(payload);
      load(payload);
    } else if (room !== undefined) runCalls(room, bytes);
  }
}

harden();
main();
