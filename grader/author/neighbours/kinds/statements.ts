/** Statements that are left out, done twice, or done in another order. */
import { Node, type Statement } from "ts-morph";
import type { Made } from "../edit.ts";
import { bare, type Nouns, rootOf } from "../nouns.ts";

export function statements(node: Node, nouns: Nouns): readonly Made[] {
  if (Node.isVariableDeclaration(node)) return startValue(node, nouns);
  if (Node.isReturnStatement(node) || Node.isArrowFunction(node)) return returned(node);
  if (!Node.isStatement(node) || !isDeed(node)) return [];
  const noun = writtenBy(node, nouns);
  const what = noun === undefined ? "one step" : `the step that sets ${noun}`;
  const made: Made[] = [
    { node, text: ";", kind: "statement-left-out", about: noun, says: `${what} were left out` },
    {
      node,
      text: `${node.getText()} ${node.getText()}`,
      kind: "statement-twice",
      about: noun,
      says: `${what} were done twice`,
    },
  ];
  const next = Node.isStatement(node) ? node.getNextSibling() : undefined;
  if (next !== undefined && isDeed(next))
    made.push({
      node,
      until: next,
      text: `${next.getText()} ${node.getText()}`,
      kind: "statement-order",
      about: noun,
      says: `${what} came after the next one, not before it`,
    });
  return made;
}

/** Statements that do something and declare nothing. */
export const isDeed = (node: Node): node is Statement =>
  (Node.isExpressionStatement(node) && !/^(super|throw)\b/.test(node.getText())) ||
  Node.isContinueStatement(node);

/** What a statement writes to. */
function writtenBy(node: Node, nouns: Nouns): string | undefined {
  if (!Node.isExpressionStatement(node)) return undefined;
  const expression = bare(node.getExpression());
  if (Node.isBinaryExpression(expression))
    return nouns.of(expression.getLeft()) ?? nounOfRoot(expression.getLeft(), nouns);
  if (Node.isCallExpression(expression)) {
    const callee = expression.getExpression();
    if (Node.isPropertyAccessExpression(callee)) return nouns.of(callee.getExpression());
  }
  return undefined;
}

function nounOfRoot(node: Node, nouns: Nouns): string | undefined {
  const name = rootOf(bare(node));
  return name === undefined ? undefined : nouns.word(name);
}

/** A variable that begins with something: with nothing of it. */
function startValue(node: Node, nouns: Nouns): Made[] {
  if (!Node.isVariableDeclaration(node)) return [];
  const value = node.getInitializer();
  const isLet = /^let\b/.test(node.getParent()?.getText() ?? "");
  if (value === undefined || !isLet || Node.isNumericLiteral(value)) return [];
  if (Node.isForStatement(node.getParent()?.getParent())) return [];
  const [mine, theirs] = [nouns.of(node.getNameNode()), nouns.of(value)];
  return Node.isIdentifier(bare(value)) || Node.isElementAccessExpression(bare(value))
    ? [
        {
          node: value,
          text: "0",
          kind: "start-value",
          about: theirs,
          says: `${mine ?? "a sum"} began at 0, not at ${theirs ?? "its start value"}`,
        },
      ]
    : [];
}

/** A pair that is returned the other way round, and a value with the other sign. */
function returned(node: Node): Made[] {
  const value = Node.isReturnStatement(node)
    ? node.getExpression()
    : Node.isArrowFunction(node) && !Node.isBlock(node.getBody())
      ? node.getBody()
      : undefined;
  if (value === undefined) return [];
  const inner = bare(value);
  if (Node.isArrayLiteralExpression(inner) && inner.getElements().length === 2) {
    const [a, b] = inner.getElements() as Node[] as [Node, Node];
    return [
      {
        node: inner,
        text: `[${b.getText()}, ${a.getText()}]`,
        kind: "exchanged",
        says: "the two results had changed places",
      },
    ];
  }
  return [];
}
