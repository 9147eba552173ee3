import { readPrimary } from "./read-primary.ts";
import { Reader } from "./reader.ts";
import type { Scope } from "./scope.ts";
import type { Token } from "./token.ts";

/**
 * A reader of a whole formula, at its beginning.
 *
 * @param bound indices that the left side of a definition has brought in
 */
export const readerOf = (tokens: readonly Token[], scope: Scope, bound: readonly string[] = []): Reader =>
  new Reader(tokens, scope, bound, readPrimary);
