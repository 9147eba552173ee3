/**
 * Makes the child's own realm worthless to whoever gets hold of one of its objects.
 * An engine error of this realm can reach a submission; from its prototypes nothing may lead on.
 */
import { languageNames } from "./language-names.ts";

const functionKinds = [
  () => {},
  async () => {},
  function* () {},
  async function* () {},
  [][Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  ""[Symbol.iterator](),
  "".matchAll(/a/g),
];

/** Freezes what the given objects lead to by prototypes and properties. */
function freezeAll(roots: readonly unknown[]): void {
  const seen = new Set<object>();
  const unvisited = [...roots];
  while (unvisited.length > 0) {
    const next = unvisited.pop();
    if ((typeof next !== "object" && typeof next !== "function") || next === null || seen.has(next)) continue;
    if (next === globalThis || next === process) continue;
    seen.add(next);
    unvisited.push(Object.getPrototypeOf(next));
    for (const key of Reflect.ownKeys(next)) {
      const own = Object.getOwnPropertyDescriptor(next, key)!;
      unvisited.push(own.value, own.get, own.set);
    }
    if (!ArrayBuffer.isView(next)) Object.freeze(next);
  }
}

/** The means of `process` that would matter to an intruder. */
const means = [
  ...[
    "kill",
    "_kill",
    "binding",
    "_linkedBinding",
    "dlopen",
    "getBuiltinModule",
    "_debugProcess",
    "_debugEnd",
  ],
  ...[
    "_rawDebug",
    "abort",
    "chdir",
    "setuid",
    "setgid",
    "seteuid",
    "setegid",
    "setgroups",
    "initgroups",
    "umask",
  ],
  ...[
    "report",
    "permission",
    "mainModule",
    "_startProfilerIdleNotifier",
    "openStdin",
    "reallyExit",
    "exit",
    "execve",
  ],
  ...[
    "loadEnvFile",
    "_getActiveHandles",
    "_getActiveRequests",
    "_tickCallback",
    "setUncaughtExceptionCaptureCallback",
  ],
  ...[
    "send",
    "disconnect",
    "channel",
    "stdin",
    "stdout",
    "stderr",
    "argv",
    "execPath",
    "env",
    "config",
    "release",
  ],
];

function blank(object: object, key: string): void {
  try {
    Object.defineProperty(object, key, { value: undefined, writable: false, configurable: false });
  } catch {
    // Absent, or fixed already.
  }
}

/** Does it all; whatever is needed later has to be taken before. */
export function harden(): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of means) blank(process, name);
  for (const name of Object.getOwnPropertyNames(globals)) {
    if (!languageNames.includes(name) && !["globalThis", "global", "process", "Buffer"].includes(name))
      blank(globals, name);
  }
  const { Error: TheError } = globals as { Error: ErrorConstructor };
  Object.defineProperty(TheError, "prepareStackTrace", { value: undefined, writable: false });
  // From a function to the maker of functions from text.
  for (const fn of functionKinds.slice(0, 4)) {
    Object.defineProperty(Object.getPrototypeOf(fn), "constructor", { value: undefined });
  }
  freezeAll([...functionKinds, ...languageNames.map((name) => globals[name])]);
}
