/**
 * KaTeX's own parse tree.
 *
 * `__parse` is not documented: katex is pinned, and tests/derivation holds the types of nodes that are in use.
 */
import katex from "katex";

/** A node as far as it is looked at here. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

export const parse = (katex as unknown as { __parse: (tex: string, options: object) => Node[] }).__parse;

export const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : [value as Node]);
