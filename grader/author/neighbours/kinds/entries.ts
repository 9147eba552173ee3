/** Indices: another place, another order, rows for columns. */
import { type ElementAccessExpression, Node } from "ts-morph";
import type { Made } from "../edit.ts";
import { bare, type Nouns } from "../nouns.ts";

export function entries(node: Node, nouns: Nouns): readonly Made[] {
  if (!Node.isElementAccessExpression(node)) return [];
  const index = node.getArgumentExpression();
  if (index === undefined || /["'`]/.test(index.getText())) return [];
  const noun = nouns.of(node);
  const [list, at] = [node.getExpression().getText(), index.getText()];
  const it = noun ?? "the right one";
  const instead = (text: string, says: string): Made => ({
    node: index,
    text,
    kind: "index",
    about: noun,
    says,
  });
  const made: Made[] = Node.isNumericLiteral(index)
    ? [instead(`${Number(at) + 1}`, `the entry ${Number(at) + 1} were taken, where ${it} belongs`)]
    : [
        instead("0", `the first entry stood in place of ${it} each time`),
        instead(
          `${at} + 1`,
          noun === undefined ? "an index were one too large" : `the entry after ${noun} were taken`,
        ),
        instead(
          `${at} - 1`,
          noun === undefined ? "an index were one too small" : `the entry before ${noun} were taken`,
        ),
        instead(
          `${bare(node.getExpression()).getText()}.length - 1`,
          `the last entry stood in place of ${it} each time`,
        ),
      ];
  if (Number(at) === 1) made.push(instead("0", `the entry 0 were taken, where ${it} belongs`));
  return [...made, ...turned(node, list, at, nouns)];
}

/** X[i][j] as X[j][i]. */
function turned(node: ElementAccessExpression, _list: string, at: string, nouns: Nouns): Made[] {
  const row = bare(node.getExpression());
  if (!Node.isElementAccessExpression(row) || isAssigned(node)) return [];
  const other = row.getArgumentExpression()?.getText();
  if (other === undefined || other === at) return [];
  const base = row.getExpression().getText();
  const noun = nouns.of(row.getExpression());
  return [
    {
      node,
      text: `${base}[${at}]![${other}]!`,
      kind: "transposed",
      about: noun,
      says: `${noun ?? "a matrix"} were transposed: rows for columns`,
    },
  ];
}

/** Whether a place is written to: an expression in two forms is none. */
export function isAssigned(node: Node): boolean {
  const parent = node.getParent();
  if (parent === undefined) return false;
  if (Node.isNonNullExpression(parent) || Node.isParenthesizedExpression(parent)) return isAssigned(parent);
  if (Node.isBinaryExpression(parent))
    return parent.getLeft() === node && /^[^=!<>]*=$/.test(parent.getOperatorToken().getText());
  if (Node.isPostfixUnaryExpression(parent) || Node.isPrefixUnaryExpression(parent))
    return /\+\+|--/.test(parent.getText());
  return Node.isArrayLiteralExpression(parent) && isAssigned(parent);
}
