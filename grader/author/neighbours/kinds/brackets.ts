/** A pair of brackets that is missing, or one that should not be there. */
import { type BinaryExpression, Node } from "ts-morph";
import { bracketed, type Made } from "../edit.ts";
import type { Nouns } from "../nouns.ts";

const SUMS = ["+", "-"];
const PRODUCTS = ["*", "/"];

const operatorOf = (node: BinaryExpression): string => node.getOperatorToken().getText();

/** The sum, difference or product that a pair of brackets holds. */
function inBrackets(node: Node): BinaryExpression | undefined {
  if (!Node.isParenthesizedExpression(node)) return undefined;
  const inner = node.getExpression();
  return Node.isBinaryExpression(inner) ? inner : undefined;
}

export function brackets(node: Node, nouns: Nouns): readonly Made[] {
  if (!Node.isBinaryExpression(node)) return [];
  const operator = operatorOf(node);
  const [left, right] = [node.getLeft(), node.getRight()];
  const made: Made[] = [];
  const missing = (held: Node, text: string): void => {
    const noun = nouns.of(held);
    made.push({
      node,
      text,
      kind: "brackets",
      about: noun,
      says: `a pair of brackets were missing${noun === undefined ? "" : ` around ${noun}`}`,
    });
  };
  const [inLeft, inRight] = [inBrackets(left), inBrackets(right)];
  const binds = (inner: BinaryExpression): boolean =>
    SUMS.includes(operatorOf(inner)) ||
    (PRODUCTS.includes(operatorOf(inner)) && (operator === "/" || operator === "**"));
  if (PRODUCTS.includes(operator) || operator === "-" || operator === "**") {
    if (inRight !== undefined && operator !== "**" && binds(inRight))
      missing(inRight, `${left.getText()} ${operator} ${inRight.getText()}`);
    if (
      inLeft !== undefined &&
      operator !== "-" &&
      binds(inLeft) &&
      !/^[-+]/.test(inLeft.getRight().getText())
    )
      missing(inLeft, `${inLeft.getText()} ${operator} ${right.getText()}`);
  }
  made.push(...addedBrackets(node, nouns));
  return made;
}

/** a·b + c as a·(b + c), and a + b·c as (a + b)·c; the same for a difference and a quotient. */
function addedBrackets(node: BinaryExpression, nouns: Nouns): Made[] {
  const operator = operatorOf(node);
  if (!SUMS.includes(operator)) return [];
  const [left, right] = [node.getLeft(), node.getRight()];
  const says = (a: Node, sign: string, b: Node): string => {
    const [x, y] = [nouns.of(a), nouns.of(b)];
    return x === undefined || y === undefined
      ? "brackets held together what is no sum of its own"
      : `brackets stood around ${x} ${sign === "-" ? "−" : sign} ${y}`;
  };
  const made: Made[] = [];
  if (Node.isBinaryExpression(left) && PRODUCTS.includes(operatorOf(left))) {
    const [a, b] = [left.getLeft(), left.getRight()];
    made.push({
      node,
      text: `${bracketed(a)}${operatorOf(left)}(${b.getText()}${operator}${bracketed(right)})`,
      kind: "brackets",
      about: nouns.of(b),
      says: says(b, operator, right),
    });
  }
  if (Node.isBinaryExpression(right) && PRODUCTS.includes(operatorOf(right))) {
    const [a, b] = [right.getLeft(), right.getRight()];
    made.push({
      node,
      text: `(${bracketed(left)}${operator}${bracketed(a)})${operatorOf(right)}${bracketed(b)}`,
      kind: "brackets",
      about: nouns.of(a),
      says: says(left, operator, a),
    });
  }
  return made;
}
