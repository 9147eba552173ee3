import { entriesOf } from "./evaluate.ts";
import { type Drawn, Point, untouched } from "./point.ts";
import type { Scope } from "./scope.ts";
import type { Trace } from "./trace.ts";

/** The point that was drawn, with nothing moved; where a trace is given, what is met on the way is noted in it. */
export const pointAt = (scope: Scope, drawn: Drawn, trace: Trace = {}): Point =>
  new Point(scope, drawn, entriesOf, untouched(trace));
