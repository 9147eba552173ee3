/**
 * The inside of the box: the first script of a fresh context, there before the submission and beside it ever after.
 * The runner calls it with numbers and functions of this context, and takes numbers, texts and buffers back.
 */

import { putAnswer } from "./inside/answer.ts";
import { build, hasChanged, skip, takeTexts, textAt } from "./inside/arguments.ts";
import * as c from "./inside/captured.ts";
import { installConsole, putPrinted } from "./inside/console.ts";
import { messageOf, placeOf, putThrown } from "./inside/errors.ts";
import { limit, loaded, outcome, putText, Reader, tag, Writer } from "./wire.ts";

type Callable = (...args: unknown[]) => unknown;
type Module = (exports: object, require: (name: unknown) => unknown, module: { exports: unknown }) => void;

/** The function of a batch's calls by name, taken once: what was looked at is what is called. */
let callable = c.create(null);
let forbidden: unknown;

const answer = new Writer();
let input = new Float64Array(0);
let batch = new Reader(input, 0, 0);
let plain = true;
let spent = 0;

/** Memory for `floats` floats, which the runner fills. */
export function reserve(floats: number): ArrayBufferLike {
  input = new Float64Array(floats);
  return buffer(input);
}

const bufferOf = c.getOwnPropertyDescriptor(c.getPrototypeOf(Float64Array.prototype)!, "buffer")!.get!;
const buffer = (floats: Float64Array): ArrayBufferLike => c.apply(bufferOf, floats, []) as ArrayBufferLike;

/** Where answers are written, one after another. */
export function answers(): ArrayBufferLike {
  return buffer(answer.floats);
}

/** Forgets the answers written so far: the runner has sent them. */
export function clear(): void {
  answer.length = 0;
}

/** Writes what was printed; the length of all answers. */
export function print(): number {
  open();
  putPrinted(answer);
  return answer.length;
}

let opened = 0;

/** Keeps a float free for the header of the frame that follows. */
function open(): void {
  opened = answer.length;
  answer.put(0);
}

/** Takes back what was written of the frame. */
function reopen(): void {
  answer.length = opened + 1;
}

/** A program's own exports, each read once. */
function snapshot(exported: unknown): Record<string, unknown> {
  const taken = c.create(null);
  if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) return taken;
  const keys = c.ownKeys(exported);
  for (let i = 0, n = 0; i < keys.length && n < limit.exports; i++) {
    const key = keys[i];
    if (typeof key !== "string" || key === "__esModule") continue;
    if (typeof exported === "function" && (key === "length" || key === "name" || key === "prototype"))
      continue;
    taken[key] = (exported as Record<string, unknown>)[key];
    n++;
  }
  return taken;
}

function run(program: Module, require: (name: unknown) => unknown): Record<string, unknown> {
  const module: { exports: unknown } = { exports: {} };
  c.apply(program, undefined, [module.exports, require, module]);
  return snapshot(module.exports);
}

function refuse(name: unknown): never {
  const wanted = typeof name === "string" ? ` "${c.clip(name, 60)}"` : "";
  const error = new c.TheError(
    `A submission imports nothing, but this one asks for${wanted || " a module"}.`,
  );
  c.put(error, "name", "");
  forbidden ??= error;
  throw error;
}

/** Runs a submission, then the driver where there is one; the length of all answers. */
export function load(submission: Module, driver: Module | undefined): number {
  open();
  callable = c.create(null);
  forbidden = undefined;
  try {
    const exported = run(submission, refuse);
    if (forbidden !== undefined) throw forbidden;
    callable =
      driver === undefined
        ? exported
        : run(driver, (name) => (name === "submission" ? exported : refuse(name)));
    putExports(exported);
  } catch (thrown) {
    reopen();
    callable = c.create(null);
    if (forbidden === undefined) putThrown(answer, loaded.threw, thrown);
    else putThrown(answer, loaded.notAllowed, forbidden);
  }
  return answer.length;
}

function putExports(exported: Record<string, unknown>): void {
  const names = c.ownKeys(exported) as string[];
  answer.put(loaded.ok);
  answer.put(names.length);
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const value = exported[name];
    putText(answer, name);
    putText(answer, value === null ? "null" : c.isArray(value) ? "array" : typeof value);
  }
}

/** The answer to a text that this engine does not compile; the error is V8's own. */
export function refuseSyntax(thrown: unknown): number {
  open();
  const message = messageOf(thrown);
  const { line, column } = placeOf(thrown);
  answer.put(loaded.syntaxError);
  putText(answer, message);
  answer.put(line);
  answer.put(column);
  return answer.length;
}

/** Begins the batch that the runner has put into the reserved memory; the number of its calls. */
export function begin(floats: number): number {
  batch = new Reader(input, 0, floats);
  plain = c.prototypesAreOurs();
  spent = 0;
  takeTexts(batch);
  return batch.count(floats);
}

/** How many of the batch's first answers are to be sent one by one. */
export function singles(): number {
  return batch.count(batch.end);
}

/** Makes the next call of the batch; the length of all answers. */
export function step(): number {
  open();
  const name = textAt(batch);
  const twice = batch.count(1) === 1;
  const n = batch.count(limit.fields);
  const at = batch.at;
  const fn = callable[name];
  if (typeof fn !== "function") {
    answer.put(outcome.missing);
    pass(n);
    return answer.length;
  }
  const args = new c.TheArray<unknown>(n);
  try {
    const value = call(fn as Callable, args, n);
    answer.put(outcome.returned);
    const first = answer.length;
    putAnswer(answer, value, first + (limit.floats - spent));
    const last = answer.length;
    putChanged(args, n, at);
    putAgain(twice ? (fn as Callable) : undefined, n, at, first, last);
    spent += last - first;
  } catch (thrown) {
    reopen();
    putThrown(answer, outcome.threw, thrown);
  }
  batch.at = at;
  pass(n);
  return answer.length;
}

/** Moves past the arguments of one call. */
function pass(n: number): void {
  for (let i = 0; i < n; i++) skip(batch);
}

/** One call, on arguments made for it. They stay in `args`. */
function call(fn: Callable, args: unknown[], n: number): unknown {
  for (let i = 0; i < n; i++) {
    const arg = build(batch, plain);
    if (plain) args[i] = arg;
    else c.put(args, `${i}`, arg);
  }
  return c.apply(fn, undefined, args);
}

function putChanged(args: readonly unknown[], n: number, at: number): void {
  batch.at = at;
  const slot = answer.length;
  answer.put(0);
  for (let i = 0; i < n; i++) if (hasChanged(args[i], batch)) answer.put(i);
  answer.floats[slot] = answer.length - slot - 1;
}

/** The second answer, where it differs from the first in any bit. */
function putAgain(fn: Callable | undefined, n: number, at: number, first: number, last: number): void {
  const slot = answer.length;
  answer.put(0);
  if (fn === undefined) return;
  batch.at = at;
  const begins = answer.length;
  try {
    const value = call(fn, new c.TheArray<unknown>(n), n);
    putAnswer(answer, value, begins + (limit.floats - spent));
  } catch {
    answer.length = begins;
    answer.put(tag.foreign);
    putText(answer, "a thrown error", 40);
  }
  if (answer.length - begins === last - first && isSame(first, begins, last - first)) answer.length = begins;
  else answer.floats[slot] = 1;
}

function isSame(a: number, b: number, n: number): boolean {
  for (let i = 0; i < n; i++) if (!c.is(answer.floats[a + i], answer.floats[b + i])) return false;
  return true;
}

/** Takes away what a submission has no use for, and fixes what would hand it the engine's own objects. */
function furnish(): void {
  for (const name of [
    "WebAssembly",
    "SharedArrayBuffer",
    "Atomics",
    "eval",
    "WeakRef",
    "FinalizationRegistry",
    "escape",
    "unescape",
  ]) {
    c.apply(Reflect.deleteProperty, undefined, [globalThis, name]);
  }
  installConsole();
  // Call sites would show frames of the runner: no hook, and no other Error that could carry one.
  c.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });
  c.defineProperty(globalThis, "Error", { value: Error, writable: false, configurable: false });
}

furnish();
