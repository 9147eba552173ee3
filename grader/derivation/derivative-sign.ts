/** How a derivative is told from what stands before it. */
import type { Scope } from "./scope.ts";
import { isMark, type Token } from "./token.ts";

export const isD = (token: Token | undefined): boolean =>
  isMark(token, "\\partial") || (token?.is === "name" && token.text === "d");

/** Whether a derivative begins here: a fraction of two d, ∂ or ∇. */
export function beginsDerivative(token: Token | undefined, scope: Scope): boolean {
  if (isMark(token, "\\partial", "\\nabla")) return true;
  if (token?.is === "name") return token.text === "d" && scope.declared("d") === undefined;
  return token?.is === "fraction" && isD(token.above[0]) && isD(token.below[0]);
}
