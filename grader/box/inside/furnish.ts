/** Takes away what a submission has no use for, and fixes what would hand it the engine's own objects. */
import * as c from "./captured.ts";
import { installConsole } from "./console.ts";

/** Makes the context a submission's. */
export function furnish(): void {
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
