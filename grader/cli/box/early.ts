/**
 * What helps a cold start, before anything else is done.
 *
 * The box starts before the command line is understood: a child needs some 30 ms to boot, and by then the judge
 * and the exercise are loaded as well.
 */
import { setFlagsFromString } from "node:v8";
import type { Box } from "../../box/box.ts";
import { optimiseLate } from "../../box/engine-flags.ts";
import { createNodeBox } from "../../box/node-box.ts";
import { exitCode } from "../exit-code.ts";
import { meantArguments } from "../npm/meant-arguments.ts";

// Once Node's own modules are loaded, that of the clock last: with a flag that differs, Node no longer takes what it
// compiled of them ahead.
setImmediate(() => {
  performance.now();
  for (const flag of optimiseLate) setFlagsFromString(flag);
});

// Node ends without its exit handlers on a signal; they are what ends the children. So this comes before any child.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(exitCode.interrupted);
  });
}

let box: Box | undefined;

/** Starts a box if these arguments will most probably need one of the ordinary kind. */
function startEarly([command, ...rest]: readonly string[]): void {
  const other = ["--help", "-h", "--watch", "-w", "--official"];
  const isOne = command === "grade" && rest.some((argument) => !argument.startsWith("-"));
  if (isOne && !rest.some((argument) => other.includes(argument))) box = createNodeBox();
}

try {
  startEarly(meantArguments(process.argv.slice(2), process.env));
} catch {
  // Whatever is wrong with the arguments, the command says it; without a runner, so does the command.
}

/** The box that has started already, or a new one. */
export function takeBox(): Box {
  const taken = box ?? createNodeBox();
  box = undefined;
  return taken;
}

/** Ends the box if nobody took it. */
export function closeEarly(): void {
  box?.close();
  box = undefined;
}
