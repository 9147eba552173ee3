/**
 * What is wrong with a relation that has no number at some of the points that its symbols allow.
 */
import type { Drawn } from "./point.ts";
import { pointText } from "./point-text.ts";
import { nameOf, type Scope } from "./scope.ts";

/**
 * A sentence that names the region where one symbol accounts for it, and otherwise a point.
 *
 * @param without points at which it has no number
 * @param fit points at which it has
 */
export function noNumberText(
  scope: Scope,
  names: ReadonlySet<string>,
  without: readonly Drawn[],
  fit: readonly Drawn[],
): string {
  const [first] = without as [Drawn];
  const negative = (drawn: Drawn, name: string): boolean =>
    drawn.values.get(name)?.at.some((x) => x < 0) === true;
  const cause = scope.symbols.find((symbol) => {
    const name = nameOf(symbol);
    return (
      names.has(name) &&
      symbol.domain === "real" &&
      without.every((drawn) => negative(drawn, name)) &&
      !fit.some((drawn) => negative(drawn, name))
    );
  });
  if (cause === undefined)
    return `it has no number at some points: say for which values it holds, with \\quad \\text{for } … behind it\n    at ${pointText(scope, first, [])}`;
  const [name] = cause.names;
  return `it has no number where ${name} < 0: declare ${name} positive, or say for which values it holds, with \\quad \\text{for } ${name} > 0 behind it`;
}
