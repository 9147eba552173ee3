/**
 * The child's script: reads frames, runs programs in contexts that hold nothing of this realm, writes frames.
 * It never returns to the event loop, so that no timer, promise or exit hook of a submission ever runs.
 */
import { readSync, writeSync } from "node:fs";
import { compileFunction, constants, createContext, Script } from "node:vm";
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

/** Views of a buffer, made once: answers come from the same one until it grows. */
function viewer(): (buffer: ArrayBufferLike) => { bytes: Uint8Array; header: Uint32Array } {
  let last: { buffer: ArrayBufferLike; bytes: Uint8Array; header: Uint32Array } | undefined;
  return (buffer) => {
    if (last?.buffer !== buffer) {
      last = { buffer, bytes: new Uint8Array(buffer), header: new Uint32Array(buffer, 0, 2) };
    }
    return last;
  };
}
const answers = viewer();
const printed = viewer();

/** Sends `length` floats, the first of which is the header. */
function send(type: number, view: { bytes: Uint8Array; header: Uint32Array }, length: number): void {
  view.header[0] = type;
  view.header[1] = (length - 1) * 8;
  drain(view.bytes, length * 8);
}

/** Sends what was printed, then the answer: whoever has the answer has all that was printed before it. */
function answer(from: Room, type: number, length: number): void {
  const text = from.takeOutput();
  if (text > 1) send(frame.output, printed(from.printed()), text);
  send(type, answers(from.answers()), length);
}

/** Compiles and runs what a load frame holds, in a context of its own. */
function load(payload: Buffer): void {
  const split = payload.readUInt32LE(0);
  const end = payload.readUInt32LE(4);
  const codeGeneration = { strings: false, wasm: false };
  const parsingContext = createContext(constants.DONT_CONTEXTIFY as unknown as object, { codeGeneration });
  const fresh = script.runInContext(parsingContext) as Room;
  const compile = (from: number, to: number, filename: string) =>
    compileFunction(payload.toString("utf8", from, to), ["exports", "require", "module"], {
      filename,
      parsingContext,
    }) as Parameters<Room["load"]>[0];
  let length: number;
  try {
    const submission = compile(8, split, "submission.ts");
    length = fresh.load(submission, end > split ? compile(split, end, "driver.ts") : undefined);
  } catch (error) {
    length = fresh.refuseSyntax(error);
  }
  room = fresh;
  answer(fresh, frame.loaded, length);
}

/** Runs a batch; one frame a call, so that the parent knows which call it waits for. */
function runCalls(from: Room, bytes: number): void {
  const floats = bytes / 8;
  fill(new Uint8Array(from.reserve(floats)));
  for (let n = from.begin(floats); n > 0; n--) answer(from, frame.outcome, from.step());
}

function main(): never {
  const header = Buffer.alloc(headerBytes);
  const ready = new Float64Array(1).buffer;
  send(frame.ready, viewer()(ready), 1);
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
