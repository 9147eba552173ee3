/**
 * Whether what is worked out beside a derivation has to do with it: a rule applied to what nobody asked about is true,
 * and no step of the way.
 */
import { type Expression, isRef, type Ref } from "../expression.ts";
import { nameOf, type Scope } from "../scope.ts";
import { sortedForm } from "./canonical.ts";
import type { Link } from "./link.ts";
import { withoutNames } from "./without-names.ts";

type Chain = readonly Link[];

/** The chain from the start, and those beside it that it or another one has to do with. */
export function relevantAmong(start: Chain, asides: readonly Chain[], scope: Scope): Chain[] {
  if (asides.length === 0) return [start];
  const parts = new Parts(scope, [start, ...asides]);
  const variables = derivativesIn(start[0]?.read).flatMap(({ by }) => by.map(({ name }) => name));
  const isOnTheWay = ({ name }: Ref): boolean =>
    variables.length === 0 || variables.some((one) => one === name || scope.dependsOn(name, one));
  const isRelevant = (aside: Chain): boolean => {
    const asked = derivativesIn(aside[0]?.read);
    if (asked.length === 0) return true;
    if (aside.some(({ read }) => partsOf(read).length > 1 && parts.isElsewhere(read, aside))) return true;
    return asked.some(
      ({ of, by }) =>
        by.every(isOnTheWay) &&
        (isRef(of) ? by.every(({ name }) => scope.dependsOn(of.name, name)) : parts.isElsewhere(of, aside)),
    );
  };
  return [start, ...asides.filter(isRelevant)];
}

/** Which formulas stand where, as parts of others too. */
class Parts {
  private readonly scope: Scope;
  private readonly places = new Map<string, Set<Chain | "definitions">>();

  constructor(scope: Scope, chains: readonly Chain[]) {
    this.scope = scope;
    for (const symbol of scope.symbols) this.note(scope.definition(nameOf(symbol))?.body, "definitions");
    for (const chain of chains) for (const { read } of chain) this.note(read, chain);
  }

  /** Whether a formula of a chain stands in another one, or in a definition. */
  isElsewhere(e: Expression, chain: Chain): boolean {
    const places = this.places.get(this.formOf(e)) ?? new Set();
    return places.size > 1 || (places.size === 1 && !places.has(chain));
  }

  private note(e: Expression | undefined, place: Chain | "definitions"): void {
    for (const part of partsOf(e)) {
      const form = this.formOf(part);
      const places = this.places.get(form) ?? new Set();
      this.places.set(form, places.add(place));
    }
  }

  private formOf(e: Expression): string {
    return sortedForm(withoutNames(e, this.scope));
  }
}

/** A formula, and all that it is made of. */
function partsOf(e: unknown): Expression[] {
  const found: Expression[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("is" in part) found.push(part as Expression);
    Object.values(part).forEach(visit);
  };
  visit(e);
  return found;
}

const derivativesIn = (e: unknown): Extract<Expression, { is: "derivative" }>[] =>
  partsOf(e).flatMap((part) => (part.is === "derivative" ? [part] : []));
