import type * as Causes from "./causes/causes.ts";

/** What says why an answer is wrong. A right one pays nothing for it, so this is the only place that loads it. */
export const loadCauses = (): Promise<typeof Causes | undefined> => import("./causes/causes.ts");
