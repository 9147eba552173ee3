import { clean, cut } from "../../verdict/width.ts";

const MOST = 20;
const LONGEST = 200;

/** Remarks as they may be shown: few, short, one line each, without anything that steers a terminal. */
export function bounded(remarks: readonly string[]): readonly string[] {
  const all = [...new Set(remarks.map((each) => cut(clean(each), LONGEST)))];
  return all.length <= MOST ? all : [...all.slice(0, MOST - 1), `and ${all.length - MOST + 1} more`];
}
