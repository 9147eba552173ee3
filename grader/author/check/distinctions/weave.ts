/**
 * Weaves a question into each place where a model answer treats values apart: comparisons, conditions, cases of a
 * switch, `??`, and defaults of arguments. The woven program asks `$.…` with the place's number; see woven-program.ts.
 */
import { type BinaryExpression, Node, type SwitchStatement, SyntaxKind } from "ts-morph";
import { parse } from "../../cut.ts";

/** `order` has sides that can be equal, `truth` is true or false, `default` stands in for what is left out. */
export type DistinctionKind = "order" | "truth" | "nullish" | "default";

/** A place where an answer treats values apart. */
export interface Distinction {
  readonly kind: DistinctionKind;
  readonly line: number;
  /** As it is written, without line breaks. */
  readonly text: string;
}

export interface Weave {
  readonly source: string;
  /** By number. */
  readonly distinctions: readonly Distinction[];
}

const ORDERS = [
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
];
const TRUTHS = [
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.InstanceOfKeyword,
  SyntaxKind.InKeyword,
];
const LOGICAL = [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken];

/** @throws SyntaxError */
export function weave(text: string): Weave {
  const file = parse(text);
  const weaver = new Weaver(file.getFullText());
  const source = weaver.woven(file);
  return { source, distinctions: weaver.distinctions };
}

class Weaver {
  readonly distinctions: Distinction[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  woven(node: Node): string {
    if (Node.isBinaryExpression(node)) return this.binary(node);
    if (Node.isSwitchStatement(node)) return this.switched(node);
    if (isCondition(node) && !isComposed(node)) return this.asked("truth", node, this.inside(node));
    if (Node.isParameterDeclaration(node)) return this.inside(node, node.getInitializer());
    return this.inside(node);
  }

  /** The node's text with its children woven; `standIn` is the default among them. */
  private inside(node: Node, standIn?: Node): string {
    let out = "";
    let at = node.getStart();
    node.forEachChild((child) => {
      out += this.text.slice(at, child.getStart());
      out += child === standIn ? this.asked("default", node, this.woven(child)) : this.woven(child);
      at = child.getEnd();
    });
    return out + this.text.slice(at, node.getEnd());
  }

  private binary(node: BinaryExpression): string {
    const kind = node.getOperatorToken().getKind();
    if (ORDERS.includes(kind)) {
      const number = this.add("order", node);
      const operator = JSON.stringify(node.getOperatorToken().getText());
      return `$.order(${number}, ${this.woven(node.getLeft())}, ${operator}, ${this.woven(node.getRight())})`;
    }
    if (TRUTHS.includes(kind)) return this.asked("truth", node, this.inside(node));
    if (kind === SyntaxKind.QuestionQuestionToken) {
      const left = this.asked("nullish", node.getLeft(), this.woven(node.getLeft()));
      return `${left} ?? ${this.woven(node.getRight())}`;
    }
    const isPlainCondition = isCondition(node) && !isComposed(node);
    return isPlainCondition ? this.asked("truth", node, this.inside(node)) : this.inside(node);
  }

  /** The cases as comparisons, one after another, as the language makes them; the last that fails is the default. */
  private switched(node: SwitchStatement): string {
    const name = `$switch${this.distinctions.length}`;
    const clauses = node.getClauses().map((clause) => {
      const statements = clause.getStatements().map((statement) => this.woven(statement));
      if (Node.isDefaultClause(clause)) return `default: ${statements.join("\n")}`;
      const value = this.woven(clause.getExpression());
      return `case ${this.asked("truth", clause.getExpression(), `${name} === (${value})`)}: ${statements.join("\n")}`;
    });
    return `{ const ${name} = ${this.woven(node.getExpression())}; switch (true) { ${clauses.join("\n")} } }`;
  }

  private asked(kind: DistinctionKind, node: Node, woven: string): string {
    return `$.${kind}(${this.add(kind, node)}, ${woven})`;
  }

  private add(kind: DistinctionKind, node: Node): number {
    const text = node.getText().replaceAll(/\s+/g, " ");
    return this.distinctions.push({ kind, line: node.getStartLineNumber(), text }) - 1;
  }
}

/** Whether a node is asked for its truth. */
function isCondition(node: Node): boolean {
  const parent = node.getParent();
  if (parent === undefined) return false;
  if (Node.isParenthesizedExpression(parent)) return isCondition(parent);
  if (Node.isPrefixUnaryExpression(parent)) return isNegation(parent);
  if (Node.isBinaryExpression(parent)) {
    const isOperand = parent.getLeft() === node || (parent.getRight() === node && isCondition(parent));
    return isOperand && LOGICAL.includes(parent.getOperatorToken().getKind());
  }
  if (Node.isForStatement(parent) || Node.isConditionalExpression(parent))
    return parent.getCondition() === node;
  const hasCondition =
    Node.isIfStatement(parent) || Node.isWhileStatement(parent) || Node.isDoStatement(parent);
  return hasCondition && parent.getExpression() === node;
}

const isNegation = (node: Node): boolean =>
  Node.isPrefixUnaryExpression(node) && node.getOperatorToken() === SyntaxKind.ExclamationToken;

/** Whether a condition's parts are conditions themselves. */
const isComposed = (node: Node): boolean =>
  Node.isParenthesizedExpression(node) ||
  isNegation(node) ||
  (Node.isBinaryExpression(node) && LOGICAL.includes(node.getOperatorToken().getKind()));
