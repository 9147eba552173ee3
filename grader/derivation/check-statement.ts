/**
 * One statement of a displayed formula: the relations of its chain, one after another.
 */
import type { Checked, Outcome } from "./checked.ts";
import { define, definedBy } from "./define.ts";
import { hold, type Relation } from "./hold.ts";
import { holdEquivalence } from "./hold-equivalence.ts";
import { holdProportion } from "./hold-proportion.ts";
import type { Display } from "./page.ts";
import { Reader } from "./reader.ts";
import { namesIn, type Scope } from "./scope.ts";
import type { Statement } from "./statements.ts";
import { type Token, textOf } from "./token.ts";

/**
 * Checks a chain, relation by relation.
 *
 * @param into what was checked is added here
 * @returns what is wrong with the first relation that fails
 */
export function checkStatement(
  scope: Scope,
  { sides, relations }: Statement,
  display: Display,
  seed: number,
  into: Checked[],
): string | undefined {
  for (const [i, relation] of relations.entries()) {
    const [left, right] = [sides[i] as readonly Token[], sides[i + 1] as readonly Token[]];
    const tex = `${textOf(left)} ${relation} ${textOf(right)}`;
    const defining = i === 0 && (relation === "=" || relation === ":=") ? definedBy(left, scope) : undefined;
    if (defining !== undefined) {
      define(scope, defining, right);
      into.push({ status: "defined", tex });
      continue;
    }
    const status = relation === "\\leftarrow" ? "rule" : "held";
    const { wrong, ...held } = checkRelation(scope, left, relation, right, display, seed);
    if (wrong !== undefined) return wrong;
    into.push(status === "rule" ? { status, tex } : { status, tex, ...held });
  }
  return undefined;
}

function checkRelation(
  scope: Scope,
  left: readonly Token[],
  relation: string,
  right: readonly Token[],
  { within }: Display,
  seed: number,
): Outcome {
  if (relation === "\\iff") return holdEquivalence(scope, left, right, seed);
  if (textOf(left) === textOf(right)) return { points: 0, wrong: "both sides are the same text" };
  if (relation === "\\approx" && within === undefined)
    return { points: 0, wrong: "≈ needs a line `within: 0.001` below it" };
  const read = {
    left: new Reader(left, scope).whole(),
    relation,
    right: new Reader(right, scope).whole(),
    within,
  };
  if (relation === "\\leftarrow") return readRule(scope, read, seed, textOf(right));
  if (relation === "\\propto") return holdProportion(scope, read, seed, textOf(left));
  return hold(scope, read, seed, `${textOf(left)}${relation}${textOf(right)}`);
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
