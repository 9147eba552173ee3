/**
 * Machine-made true rewritings of every formula of the course: each has to be held.
 *
 * A part of them is drawn from a seed; all are made with CHAINRULE_LONG=1 npx vitest run tests/derivation/rewritings
 */
import { afterAll, describe, expect, it } from "vitest";
import { define, definedBy, defineGiven } from "../../grader/derivation/define.ts";
import { draw } from "../../grader/derivation/draw.ts";
import type { Expression } from "../../grader/derivation/expression.ts";
import { hold } from "../../grader/derivation/hold.ts";
import type { Page } from "../../grader/derivation/page.ts";
import { pointAt } from "../../grader/derivation/point-at.ts";
import { readerOf } from "../../grader/derivation/reader-of.ts";
import { nameOf, Scope } from "../../grader/derivation/scope.ts";
import { statementsIn } from "../../grader/derivation/statements.ts";
import { tokensOf } from "../../grader/derivation/tokens-of.ts";
import type { Relation } from "../../grader/derivation/trial.ts";
import { hash } from "../../reference/randomness/random.ts";
import { scopeOf } from "./dense.ts";
import { checkedDisplays } from "./edits.ts";
import { everyOf, pages } from "./pages.ts";
import { ranksAt, rewritingsOf } from "./rewritings.ts";

const seed = 1;

/** The relations of a page, in a scope with the definitions up to there; a definition's formula beside itself. */
function relationsOf(page: Page): { scope: Scope; relation: Relation }[] {
  const scope = new Scope(page.symbols);
  defineGiven(scope, tokensOf);
  return checkedDisplays(page).flatMap(([display]) =>
    statementsIn(tokensOf(display.tex)).flatMap(({ sides, relations, conditions }) =>
      relations.flatMap((relation, k) => {
        // Its sides are relations themselves.
        if (relation === "\\iff") return [];
        const [left = [], right = []] = [sides[k], sides[k + 1]];
        const defining = k === 0 ? definedBy(left, scope) : undefined;
        const read = readerOf(
          right,
          scope,
          defining?.ref.indices.map((i) => (i as { name: string }).name),
        ).whole();
        if (defining !== undefined) define(scope, defining, right);
        if (!/^(=|\\le|\\ge|<|>)$/.test(relation)) return [];
        const own: Expression = defining === undefined ? readerOf(left, scope).whole() : read;
        const where = conditions.map((tokens) => readerOf(tokens, scope).condition());
        return [{ scope, relation: { left: own, relation, right: read, conditions: where } }];
      }),
    ),
  );
}

const tally = new Map<string, number>();
const misses: string[] = [];

describe(`machine-made rewritings, with seed ${seed}`, () => {
  it.each(pages.map((page) => [page.file, page] as const))(
    "of %s are held",
    { timeout: 3_600_000 },
    (file, page) => {
      for (const [n, { scope, relation }] of relationsOf(page).entries()) {
        const first = page.symbols
          .filter(({ domain }) => domain === "index")
          .map((i) => [nameOf(i), 1] as const);
        const ranks = ranksAt(pointAt(scope, draw(scope, seed, "ranks")).at(first));
        for (const [k, { kind, to }] of rewritingsOf(relation.right, ranks).entries()) {
          const text = `${file}/${n}/${k}`;
          if (hash(`${seed}/${text}`) % everyOf(file, 24, 6) !== 0) continue;
          tally.set(kind, (tally.get(kind) ?? 0) + 1);
          const { wrong } = hold(scopeOf(page), { ...relation, right: to }, seed, text);
          if (wrong !== undefined) misses.push(`${text} ${kind}: ${wrong}`);
        }
      }
      expect(misses).toEqual([]);
    },
  );

  afterAll(() => {
    const made = [...tally.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `${made} true rewritings, ${made - misses.length} held: ${[...tally].map(([k, n]) => `${n} ${k}`).join(", ")}`,
    );
  });
});
