/**
 * The child's script: reads frames, runs programs in contexts that hold nothing of this realm, writes frames.
 * It never returns to the event loop, so that no timer, promise or exit hook of a submission ever runs.
 */
import { readSync, writeSync } from "node:fs";
import { compileFunction, constants, createContext, Script } from "node:vm";
import { AnswerSheet, bareHeader } from "./answer-sheet.ts";
import { Batch } from "./batch.ts";
import { harden } from "./harden.ts";
import inside from "./inside.ts?bundle";
import { textsOf } from "./load-frame.ts";
import { frame, headerBytes } from "./wire.ts";

type Room = typeof import("./inside.ts");

const { reallyExit } = process as unknown as { reallyExit(code: number): never };
const { hrtime } = process;
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

/** `performance` is eleven of Node's modules, a tenth of a child's start. */
function now(): number {
  const time = hrtime();
  return time[0] * 1e3 + time[1] / 1e6;
}

const sheet = new AnswerSheet<Room>(drain, now);

/** A context with nothing in it but its inside. */
interface Place {
  readonly context: object;
  readonly room: Room;
}

function makePlace(): Place {
  const codeGeneration = { strings: false, wasm: false };
  const context = createContext(constants.DONT_CONTEXTIFY as unknown as object, { codeGeneration });
  // A bundle gives its exports by getters, which every call would go through.
  return { context, room: { ...(script.runInContext(context) as Room) } };
}

type Program = Parameters<Room["load"]>[0];

function compile(text: string, filename: string, { context }: Place): Program {
  const names = ["exports", "require", "module"];
  return compileFunction(text, names, { filename, parsingContext: context }) as Program;
}

/** Compiles and runs what a load frame holds, in a context of its own. */
function load(payload: Buffer): void {
  const { submission: text, scenarios: theirs, uses } = textsOf(payload);
  const place = prepared ?? makePlace();
  prepared = undefined;
  room = place.room;
  let length: number;
  try {
    for (const { slug, code } of uses) room.provide(slug, compile(code, "provided.ts", place));
    const submission = compile(text, "submission.ts", place);
    const scenarios = theirs === undefined ? undefined : compile(theirs, "scenarios.ts", place);
    length = room.load(submission, scenarios);
  } catch (error) {
    length = room.refuseSyntax(error);
  }
  sheet.answerLoad(room, length);
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
  place.room.begin();
  place.room.singles();
  for (let i = 0; i < rehearsals; i++) sheet.close(place.room, frame.outcome, place.room.step());
  sheet.clear(place.room);
  prepared = place;
}
const rehearsals = 64;

/** Runs the batch whose bytes come next. */
function runCalls(from: Room, bytes: number): void {
  fill(new Uint8Array(from.reserve(bytes / 8)));
  sheet.answerCalls(from);
}

function main(): never {
  const header = Buffer.alloc(headerBytes);
  drain(bareHeader(frame.ready), headerBytes);
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
