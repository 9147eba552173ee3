/**
 * The script of the worker that a submission runs in, and nothing but a submission. It knows inputs and answers;
 * what is right, it is never told. It serves one program and is ended from outside.
 *
 * Unlike the child in Node, it shares its global with the submission: whatever it needs is taken at the start.
 */
import { AnswerSheet, bareHeader } from "../../../grader/box/answer-sheet.ts";
import * as inside from "../../../grader/box/inside.ts";
import { textsOf } from "../../../grader/box/load-frame.ts";
import { frame, headerBytes } from "../../../grader/box/wire.ts";
import { strip } from "./strip.ts";

type Program = Parameters<typeof inside.load>[0];

/** What the global of a worker has; the types of a page's are here, not of a worker's. */
interface Scope {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((message: unknown, file: unknown, line: number, column: number) => boolean) | null;
  importScripts(url: string): void;
  [name: string]: unknown;
}

const scope = globalThis as unknown as Scope;
const { apply } = Reflect;
const { importScripts } = scope;
const { createObjectURL } = URL;
const { slice, set } = Uint8Array.prototype;
const [TheBlob, Bytes, Words] = [Blob, Uint8Array, Uint32Array];

/** Under this name a text that was compiled hands over its function. */
const handOver = "chainruleHandOver";

let port: MessagePort;
const clock = performance;
const sheet = new AnswerSheet<typeof inside>(
  (bytes, length) => port.postMessage(apply(slice, bytes, [0, length])),
  () => clock.now(),
);

/** The function that a program's text is. What does not parse ends in `onerror`, which knows the place. */
function compile(text: string, name: string): Program {
  let program: Program | undefined;
  const take = (taken: Program): void => {
    program = taken;
  };
  Object.defineProperty(scope, handOver, { value: take, configurable: true });
  const whole = `${handOver}(function (exports, require, module) {${text}\n});\n//# sourceURL=${name}`;
  try {
    importScripts(createObjectURL(new TheBlob([whole])));
  } finally {
    delete scope[handOver];
  }
  if (program === undefined) throw new SyntaxError("Not a module.");
  return program;
}

scope.onerror = (message, _, line, column) => {
  const said = String(message).replace(
    /^.*?SyntaxError: (?:Failed to execute 'importScripts' on '\w+': )?/,
    "",
  );
  const thrown = { name: "SyntaxError", message: said, stack: `submission.ts:${line}:${column}` };
  sheet.answerLoad(inside, inside.refuseSyntax(thrown));
  return true;
};

function load(bytes: Uint8Array): void {
  const { submission: text, scenarios: theirs, uses } = textsOf(bytes.subarray(headerBytes));
  for (const { slug, code } of uses) inside.provide(slug, compile(code, "provided.ts"));
  const submission = compile(text, "submission.ts");
  const scenarios = theirs === undefined ? undefined : compile(theirs, "scenarios.ts");
  // From here on only what runs is the submission's: an error that comes to the top is none of its syntax.
  scope.onerror = null;
  strip();
  sheet.answerLoad(inside, inside.load(submission, scenarios));
}

/** The bytes behind the header: a submission may have changed what arrays say of their length. */
function runCalls(bytes: Uint8Array, length: number): void {
  apply(set, new Bytes(inside.reserve(length / 8)), [apply(slice, bytes, [headerBytes])]);
  sheet.answerCalls(inside);
}

scope.onmessage = ({ ports: [given] }) => {
  scope.onmessage = null;
  port = given!;
  port.onmessage = ({ data }) => {
    const bytes = new Bytes(data as ArrayBuffer);
    const header = new Words(data as ArrayBuffer, 0, 2);
    if (header[0] === frame.load) load(bytes);
    else runCalls(bytes, header[1]!);
  };
  port.postMessage(bareHeader(frame.ready));
};
