/**
 * One statement of a displayed formula: the relations of its chain, one after another.
 */
import type { Checked, Outcome } from "./checked.ts";
import { define, definedBy } from "./define.ts";
import type { Condition } from "./expression.ts";
import { breaks, hold } from "./hold.ts";
import { holdEquivalence } from "./hold-equivalence.ts";
import { holdOrder, orderIn } from "./hold-order.ts";
import { holdProportion } from "./hold-proportion.ts";
import type { Display } from "./page.ts";
import type { Pins } from "./pins.ts";
import { readerOf } from "./reader-of.ts";
import { namesIn, type Scope } from "./scope.ts";
import type { Statement } from "./statements.ts";
import { type Token, textOf } from "./token.ts";
import type { Relation } from "./trial.ts";

/** What a statement is checked with. */
export interface Setting {
  readonly scope: Scope;
  readonly seed: number;
  readonly pins: Pins<Display>;
}

/**
 * Checks a chain, relation by relation.
 *
 * @param into what was checked is added here
 * @returns what is wrong with the first relation that fails
 */
export function checkStatement(
  setting: Setting,
  { sides, relations, conditions }: Statement,
  display: Display,
  into: Checked[],
): string | undefined {
  const { scope, pins } = setting;
  const known = conditions.map((condition) => readerOf(condition, scope).condition());
  for (const [i, relation] of relations.entries()) {
    const [left, right] = [sides[i] as readonly Token[], sides[i + 1] as readonly Token[]];
    const tex = `${textOf(left)} ${relation} ${textOf(right)}`;
    const defining = i === 0 && (relation === "=" || relation === ":=") ? definedBy(left, scope) : undefined;
    if (defining !== undefined) {
      define(scope, defining, right);
      if (display.definition === undefined) pins.defined(defining.ref.name, right, display);
      into.push({
        status: "defined",
        tex,
        ...(display.definition === undefined ? {} : { reason: display.definition }),
      });
      continue;
    }
    const status = relation === "\\leftarrow" ? "rule" : "held";
    const { wrong, ...held } = checkRelation(setting, left, relation, right, display, known);
    if (wrong !== undefined) return wrong;
    if (relation === "=") pins.held(left);
    into.push(status === "rule" ? { status, tex } : { status, tex, ...held });
  }
  return undefined;
}

function checkRelation(
  { scope, seed, pins }: Setting,
  left: readonly Token[],
  relation: string,
  right: readonly Token[],
  { within }: Display,
  conditions: readonly Condition[],
): Outcome {
  scope.budget.renew();
  const text = `${textOf(left)}${relation}${textOf(right)}`;
  if (relation === "\\iff") {
    const both = [readerOf(left, scope).condition(), readerOf(right, scope).condition()] as const;
    pins.equation(both, (other) => holdEquivalence(other, ...both, seed).wrong !== undefined);
    return holdEquivalence(scope, ...both, seed);
  }
  if (textOf(left) === textOf(right)) return { points: 0, wrong: "both sides are the same text" };
  if (relation === "\\approx" && within === undefined)
    return { points: 0, wrong: "≈ needs a line `within: 0.001` or `within: O(h^2)` below it" };
  const sides = { left: readerOf(left, scope).whole(), right: readerOf(right, scope).whole() };
  if (relation === "\\approx" && typeof within === "string") {
    const order = orderIn(within, scope);
    pins.equation([sides], (other) => holdOrder(other, sides, order, seed, text).wrong !== undefined);
    return holdOrder(scope, sides, order, seed, text);
  }
  const read: Relation = { ...sides, relation, within: Number(within), conditions };
  if (relation === "\\leftarrow") return readRule(scope, read, seed, textOf(right));
  if (relation === "\\propto") {
    pins.equation([sides], (other) => holdProportion(other, read, seed, text).wrong !== undefined);
    return holdProportion(scope, read, seed, text);
  }
  if (["=", ":=", "\\approx"].includes(relation))
    pins.equation([sides], (other) => breaks(other, read, seed, text));
  return hold(scope, read, seed, text);
}

/** A rule is no claim: both sides have to be of one shape, and the right one has to be the left one's next value. */
function readRule(scope: Scope, rule: Relation, seed: number, text: string): Outcome {
  const { left, right } = rule;
  if (left.is !== "ref") return { points: 0, wrong: "← needs a symbol on its left" };
  const next = right.is === "ref" ? right.name === `${left.name}'` : namesIn(right).includes(left.name);
  if (!next)
    return {
      points: 0,
      wrong: `the right side is no next value of ${left.name}: write ${left.name}', or a formula with it`,
    };
  return hold(scope, { ...rule, relation: "\\approx", within: Number.POSITIVE_INFINITY }, seed, text);
}
