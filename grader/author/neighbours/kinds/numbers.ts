/** Numbers that are written out: constants, start values, exponents, limits. */
import { Node, type NumericLiteral } from "ts-morph";
import type { Made } from "../edit.ts";
import type { Nouns } from "../nouns.ts";

export function numbers(node: Node, nouns: Nouns): readonly Made[] {
  if (!Node.isNumericLiteral(node)) return [];
  const parent = node.getParent();
  // Indices, bounds of loops and start values have words of their own.
  if (Node.isElementAccessExpression(parent) && parent.getArgumentExpression() === node) return [];
  if (isCounter(node)) return [];
  const own = isStart(node) ? startOf(node, nouns) : undefined;
  const value = Number(node.getText());
  return othersOf(value).map((other) => ({
    node,
    text: `${other}`,
    kind: own === undefined ? "constant" : "start-value",
    about: own ?? `${value}`,
    says:
      own === undefined
        ? `${written(other)} stood in place of ${written(value)}`
        : `${own} began at ${written(other)}, not at ${written(value)}`,
  }));
}

const written = (x: number): string => `${x}`.replace("-", "−");

/** What is written by mistake in place of a number. */
function othersOf(x: number): readonly number[] {
  if (x === 0) return [1, -1];
  const isCount = Number.isInteger(x) && Math.abs(x) < 10;
  const all = [0, 1, 2, 2 * x, x / 2, -x, ...(isCount ? [x - 1, x + 1] : [x * 10, x / 10, x / 100, x / 1e5])];
  return [...new Set(all)].filter((other) => other !== x && !Object.is(other, -0));
}

/** What a loop's counter begins with, or ends at. */
function isCounter(node: NumericLiteral): boolean {
  const [parent, above] = [node.getParent(), node.getParent()?.getParent()?.getParent()];
  return (
    Node.isForStatement(parent.getParent()) ||
    (Node.isVariableDeclaration(parent) && Node.isForStatement(above))
  );
}

/** The number that a variable or a reduce begins with. */
function isStart(node: NumericLiteral): boolean {
  const parent = node.getParent();
  return (
    (Node.isVariableDeclaration(parent) && !Node.isForStatement(parent.getParent()?.getParent())) ||
    (Node.isCallExpression(parent) && /\.reduce$/.test(parent.getExpression().getText()))
  );
}

function startOf(node: NumericLiteral, nouns: Nouns): string {
  const parent = node.getParent();
  const name = Node.isVariableDeclaration(parent) ? parent.getNameNode() : undefined;
  const noun = name === undefined ? undefined : nouns.of(name);
  return noun ?? (name !== undefined && /^(product|prod)$/.test(name.getText()) ? "the product" : "the sum");
}
