/** A name of the same type in place of another, and one size in place of another. */
import { Node, type ParameterDeclaration } from "ts-morph";
import type { Made } from "../edit.ts";
import type { Nouns } from "../nouns.ts";
import { isAssigned } from "./entries.ts";

export function names(node: Node, nouns: Nouns): readonly Made[] {
  if (Node.isPropertyAccessExpression(node) && node.getName() === "length") return sizes(node, nouns);
  if (!Node.isIdentifier(node) || !isValue(node)) return [];
  const scope = typesAround(node);
  const name = node.getText();
  const type = scope.get(name);
  if (type === undefined) return [];
  const mine = nouns.of(node) ?? name;
  const made: Made[] = [];
  for (const [other, otherType] of scope) {
    if (other === name || otherType !== type) continue;
    const theirs = nounOf(other, nouns, node);
    made.push({
      node,
      text: other,
      kind: "other-name",
      about: theirs,
      says:
        type === "index"
          ? `an index were another one, ${other} where ${name} belongs`
          : theirs === undefined || (nouns.of(node) === undefined && mine === name)
            ? undefined
            : `${theirs} stood where ${mine} belongs`,
    });
  }
  if (type === "number" && isSizeUse(node))
    for (const [by, text] of [
      ["− 1", `(${name} - 1)`],
      ["+ 1", `(${name} + 1)`],
    ] as const)
      made.push({
        node,
        text,
        kind: "other-size",
        about: mine,
        says: `${mine} ${by} stood where ${mine} belongs`,
      });
  return made;
}

/** The noun of another name, as if it stood at this place. */
function nounOf(other: string, nouns: Nouns, at: Node): string | undefined {
  const same = at
    .getSourceFile()
    .getDescendants()
    .find((node) => Node.isIdentifier(node) && node.getText() === other && sharesFunction(node, at));
  return same === undefined ? undefined : nouns.of(same);
}

const sharesFunction = (a: Node, b: Node): boolean => functionsOf(a).some((f) => functionsOf(b).includes(f));
const functionsOf = (node: Node): Node[] => node.getAncestors().filter(isFunction);
const isFunction = (node: Node): boolean =>
  Node.isFunctionDeclaration(node) ||
  Node.isArrowFunction(node) ||
  Node.isMethodDeclaration(node) ||
  Node.isFunctionExpression(node);

/** Whether a name stands for its value. */
function isValue(node: Node): boolean {
  const parent = node.getParent();
  if (parent === undefined || isAssigned(node) || Node.isTypeNode(parent)) return false;
  if (Node.isCallExpression(parent) || Node.isNewExpression(parent)) return parent.getExpression() !== node;
  if (Node.isPropertyAccessExpression(parent) || Node.isShorthandPropertyAssignment(parent)) return false;
  if (Node.isPropertyAssignment(parent)) return parent.getInitializer() === node;
  if (
    Node.isVariableDeclaration(parent) ||
    Node.isBindingElement(parent) ||
    Node.isParameterDeclaration(parent)
  )
    return parent.getInitializer() === node;
  return (
    !Node.isFunctionDeclaration(parent) && !Node.isQualifiedName(parent) && !Node.isMethodDeclaration(parent)
  );
}

/** A number that is divided by, or multiplied with, and is the size of something. */
function isSizeUse(node: Node): boolean {
  const declared = node
    .getSourceFile()
    .getDescendants()
    .some(
      (at) =>
        Node.isVariableDeclaration(at) &&
        at.getName() === node.getText() &&
        (at.getInitializer()?.getText().endsWith(".length") ?? false),
    );
  const parent = node.getParent();
  return declared && Node.isBinaryExpression(parent) && !Node.isForStatement(parent.getParent());
}

/** The names around a node with what is known of their types. */
function typesAround(node: Node): Map<string, string> {
  const types = new Map<string, string>();
  for (const at of node.getAncestors()) {
    if (!isFunction(at) || !Node.isParametered(at)) continue;
    for (const parameter of at.getParameters()) {
      const type =
        parameter.getTypeNode()?.getText() ??
        (isPlace(parameter) ? "index" : inferred(parameter.getInitializer()));
      if (type !== undefined && !types.has(parameter.getName())) types.set(parameter.getName(), type);
    }
    at.forEachDescendant((inner) => {
      if (!Node.isVariableDeclaration(inner) || inner.getEnd() > node.getStart()) return;
      if (!isVisible(inner, node)) return;
      const name = inner.getNameNode();
      if (!Node.isIdentifier(name) || types.has(name.getText())) return;
      const isCounter = Node.isForStatement(inner.getParent()?.getParent());
      const type = isCounter ? "index" : (inner.getTypeNode()?.getText() ?? inferred(inner.getInitializer()));
      if (type !== undefined) types.set(name.getText(), type);
    });
  }
  return types;
}

/** Whether a parameter is the place of an entry: the second that a walk through a list hands over. */
function isPlace(parameter: ParameterDeclaration): boolean {
  const walk = parameter.getParent();
  const call = walk.getParent();
  if (!Node.isCallExpression(call) || !Node.isArrowFunction(walk)) return false;
  const method = /\.(\w+)$/.exec(call.getExpression().getText())?.[1];
  return walk.getParameters().indexOf(parameter) === (method === "reduce" ? 2 : 1);
}

/** Whether a declaration's block is one around a node. */
const isVisible = (declared: Node, node: Node): boolean => {
  const statement = declared.getParentOrThrow().getParentOrThrow();
  const block =
    Node.isForStatement(statement) || Node.isForOfStatement(statement) ? statement : statement.getParent();
  return block !== undefined && node.getAncestors().includes(block);
};

const inferred = (value: Node | undefined): string | undefined =>
  value !== undefined &&
  (Node.isNumericLiteral(value) ||
    /^-?[\w.]+\.length$/.test(value.getText()) ||
    (Node.isBinaryExpression(value) && /^[-+*/%]$|^\*\*$/.test(value.getOperatorToken().getText())))
    ? "number"
    : undefined;

/** The length of something else. */
function sizes(node: Node, nouns: Nouns): Made[] {
  if (!Node.isPropertyAccessExpression(node)) return [];
  const mine = nouns.of(node);
  const list = node.getExpression();
  const made: Made[] = [];
  const others = new Map<string, string | undefined>();
  const columns = nouns.columns(list);
  if (nouns.size(list) === undefined || columns !== undefined)
    others.set(`${list.getText()}[0].length`, columns);
  for (const at of node.getAncestors()) {
    if (!isFunction(at) || !Node.isParametered(at)) continue;
    at.forEachDescendant((inner) => {
      if (
        Node.isPropertyAccessExpression(inner) &&
        inner.getName() === "length" &&
        inner.getText() !== node.getText()
      )
        if (/^[\w.]+(\[0\]!?)?\.length$/.test(inner.getText())) others.set(inner.getText(), nouns.of(inner));
    });
    for (const parameter of at.getParameters())
      if (/Vector|Matrix|\[\]/.test(parameter.getTypeNode()?.getText() ?? ""))
        others.set(`${parameter.getName()}.length`, nouns.size(parameter.getNameNode()));
  }
  for (const [text, theirs] of others) {
    if (theirs !== undefined && theirs === mine) continue;
    made.push({
      node,
      text: text.replaceAll("[0].", "[0]?."),
      kind: "other-size",
      about: theirs,
      says: theirs === undefined || mine === undefined ? undefined : `${theirs} stood where ${mine} belongs`,
    });
  }
  if (!Node.isBinaryExpression(node.getParent()) || !/[<>]/.test(node.getParentOrThrow().getText()))
    for (const [by, shift] of [
      ["− 1", "- 1"],
      ["+ 1", "+ 1"],
    ] as const)
      made.push({
        node,
        text: `(${node.getText()} ${shift})`,
        kind: "other-size",
        about: mine,
        says: mine === undefined ? undefined : `${mine} ${by} stood where ${mine} belongs`,
      });
  return made;
}
