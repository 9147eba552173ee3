/** Comparisons, cases and conditions. */
import { Node } from "ts-morph";
import type { Made } from "../edit.ts";
import type { Nouns } from "../nouns.ts";

const CLOSED: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const TURNED: Readonly<Record<string, string>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "===": "!==",
  "!==": "===",
  "&&": "||",
  "||": "&&",
};
const WRITTEN: Readonly<Record<string, string>> = { "<=": "≤", ">=": "≥", "===": "=", "!==": "≠" };
const written = (operator: string): string => WRITTEN[operator] ?? operator;

export function conditions(node: Node, nouns: Nouns): readonly Made[] {
  if (Node.isBinaryExpression(node)) return compared(node, nouns);
  if (Node.isPrefixUnaryExpression(node) && node.getText().startsWith("!"))
    return [
      {
        node,
        text: node.getOperand().getText(),
        kind: "condition",
        says: "a condition were turned round: ! is missing",
      },
    ];
  if (Node.isConditionalExpression(node)) {
    const [yes, no] = [node.getWhenTrue(), node.getWhenFalse()];
    const noun = nouns.of(node.getCondition());
    const asked = conditionText(node.getCondition(), nouns);
    const theCase = caseOf(asked);
    return [
      { node, text: yes.getText(), kind: "condition", about: noun, says: `${theCase} were always met` },
      { node, text: no.getText(), kind: "condition", about: noun, says: `${theCase} were left out` },
      {
        node,
        text: `(${node.getCondition().getText()}) ? (${no.getText()}) : (${yes.getText()})`,
        kind: "condition",
        about: noun,
        says:
          asked === undefined
            ? "two cases had changed places"
            : `the two cases of ${asked} had changed places`,
      },
    ];
  }
  if (Node.isIfStatement(node)) {
    const asked = conditionText(node.getExpression(), nouns);
    const theCase = caseOf(asked);
    const isGuard = /^\{?\s*throw\b/.test(node.getThenStatement().getText());
    return [
      {
        node: node.getExpression(),
        text: "false",
        kind: "condition",
        says: isGuard
          ? `nothing were thrown${asked === undefined ? "" : ` for ${asked}`}`
          : `${theCase} were left out`,
      },
      ...(isGuard
        ? []
        : [
            {
              node: node.getExpression(),
              text: "true",
              kind: "condition",
              says: `${theCase} were always met`,
            } as const,
          ]),
    ];
  }
  return [];
}

function compared(node: Node, nouns: Nouns): Made[] {
  if (!Node.isBinaryExpression(node) || Node.isForStatement(node.getParent())) return [];
  const operator = node.getOperatorToken().getText();
  const [left, right] = [node.getLeft(), node.getRight()];
  const made: Made[] = [];
  const [closed, turned] = [CLOSED[operator], TURNED[operator]];
  const about = nouns.of(left) ?? nouns.of(right);
  if (closed !== undefined)
    made.push({
      node,
      text: `${left.getText()} ${closed} ${right.getText()}`,
      kind: "equality",
      about,
      // Without the sign: an answer may ask the same question the other way round.
      says:
        about === undefined
          ? "equality fell on the other side of a comparison"
          : `equality with ${about} fell on the other side`,
    });
  if (turned !== undefined)
    made.push({
      node,
      text: `${left.getText()} ${turned} ${right.getText()}`,
      kind: "condition",
      about,
      says:
        operator === "&&" || operator === "||"
          ? `${turned === "||" ? "one of two conditions were enough" : "both of two conditions were needed"}`
          : `a comparison were turned round: ${written(turned)} where ${written(operator)} belongs`,
    });
  return made;
}

const caseOf = (asked: string | undefined): string =>
  asked === undefined ? "one case" : `the case ${asked}`;

function conditionText(node: Node, nouns: Nouns): string | undefined {
  if (!Node.isBinaryExpression(node)) return nouns.of(node);
  const [a, b] = [nouns.of(node.getLeft()), nouns.of(node.getRight())];
  return a === undefined || b === undefined
    ? undefined
    : `${a} ${written(node.getOperatorToken().getText())} ${b}`;
}
