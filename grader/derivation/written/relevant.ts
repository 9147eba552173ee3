/**
 * Whether what is worked out beside a derivation has to do with it: a rule applied to what nobody asked about is true,
 * and no step of the way.
 */
import { type Expression, isRef, type Ref } from "../expression.ts";
import { nameOf, type Scope } from "../scope.ts";
import { sortedForm } from "./canonical.ts";
import type { Link } from "./link.ts";
import { withoutNames } from "./without-names.ts";

/**
 * @param aside the sides of what is worked out beside
 * @param others all other sides, the start's among them
 */
export function isRelevant(aside: readonly Link[], others: readonly Expression[], scope: Scope): boolean {
  const [left] = aside;
  const asked = derivativesIn(left?.read);
  if (asked.length === 0) return true;
  const bodies = scope.symbols.flatMap((symbol) => scope.definition(nameOf(symbol))?.body ?? []);
  const there = new Set([...others, ...bodies].flatMap((e) => partsOf(e)).map((e) => formOf(e, scope)));
  const isUsed = ({ read }: Link): boolean => partsOf(read).length > 1 && there.has(formOf(read, scope));
  if (aside.some(isUsed)) return true;
  const variables = derivativesIn(others[0]).flatMap(({ by }) => by.map(({ name }) => name));
  const isOnTheWay = ({ name }: Ref): boolean =>
    variables.length === 0 || variables.some((one) => one === name || scope.dependsOn(name, one));
  return asked.some(
    ({ of, by }) =>
      by.every(isOnTheWay) &&
      (isRef(of) ? by.every(({ name }) => scope.dependsOn(of.name, name)) : there.has(formOf(of, scope))),
  );
}

const formOf = (e: Expression, scope: Scope): string => sortedForm(withoutNames(e, scope));

function partsOf(part: unknown): Expression[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(partsOf);
  return "is" in part ? [part as Expression, ...inner] : inner;
}

const derivativesIn = (part: unknown): Extract<Expression, { is: "derivative" }>[] =>
  partsOf(part).flatMap((e) => (e.is === "derivative" ? [e] : []));
