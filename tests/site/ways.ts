/** The ways in which a page is looked at: in light and dark, on a telephone and on a desk. */
import { isLong } from "../is-long.ts";

export const WAYS = [
  ["light", 360],
  ["dark", 1280],
  ["dark", 360],
  ["light", 1280],
] as const;

/** All four ways with CHAINRULE_LONG=1; else two, in which each theme and each width comes once. */
export const sampledWays = isLong ? WAYS : WAYS.slice(0, 2);
