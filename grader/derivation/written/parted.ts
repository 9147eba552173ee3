/**
 * A line as its sides: what stands between its equals signs, each with its place.
 */
import { Misread } from "./misread.ts";

export interface SideText {
  readonly text: string;
  readonly from: number;
}

export interface Parted {
  /** Empty where the line begins with its equals sign. */
  readonly sides: readonly SideText[];
  /** One fewer than sides: "=" or ":=". */
  readonly relations: readonly ("=" | ":=")[];
}

/** Parts a line at the equals signs that stand in no bracket. */
export function parted(line: string): Parted {
  const sides: SideText[] = [];
  const relations: ("=" | ":=")[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of line.matchAll(
    /\\(?:begin|end)\s*\{[a-z*]*\}|\\left|\\right|\\[a-zA-Z]+|\\.|:\s*=|[=(){}[\]]/g,
  )) {
    if (/^(?:\\begin|[({[]|\\\{$)/.test(token)) depth++;
    else if (/^(?:\\end|[)}\]]|\\\}$)/.test(token)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && token.endsWith("=")) {
      sides.push({ text: line.slice(from, index), from });
      relations.push(token.startsWith(":") ? ":=" : "=");
      from = index + token.length;
    }
  }
  return { sides: [...sides, { text: line.slice(from), from }], relations };
}

/** Sides of one line. */
const MOST_SIDES = 12;

/** @throws Misread for a line of more sides than anybody reads */
export function refuseLongChain(sides: Parted["sides"]): void {
  const [over] = sides.slice(MOST_SIDES);
  if (over === undefined) return;
  const says = `it has ${sides.length} sides, and may have ${MOST_SIDES}: write some of them on lines of their own`;
  const last = sides.at(-1) as Parted["sides"][number];
  throw new Misread(says, over.from, last.from + last.text.length);
}
