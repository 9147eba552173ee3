/**
 * The stub of a class: public fields, a constructor that fills them, and methods without bodies.
 */
import {
  type ClassDeclaration,
  type ConstructorDeclaration,
  Node,
  type ParameterDeclaration,
  type Statement,
} from "ts-morph";
import { docsOf, headOf, missingBody } from "./cut.ts";

/** What a class may show: `private`, `protected`, `#name` and `_name` are the solution's own business. */
const isPublic = (name: string, text: string): boolean =>
  !/^[#_]/.test(name) && !/^(private|protected)\b/.test(text);

/** The class with everything public, and no body but that of the constructor, which keeps plain assignments. */
export function classStubOf(declaration: ClassDeclaration): string {
  const fields = new Set<string>();
  const members: { text: string; isField: boolean }[] = [];
  for (const member of declaration.getMembers()) {
    const text = member.getText();
    if (Node.isPropertyDeclaration(member)) {
      if (!isPublic(member.getName(), text)) continue;
      fields.add(member.getName());
      const made = member.getInitializer();
      const field =
        made === undefined || isPlain(made) ? text : `${headOf(member, made).replace(/\s*=\s*$/, "")};`;
      members.push({ text: docsOf(member, "  ") + field, isField: true });
    } else if (Node.isConstructorDeclaration(member)) {
      members.push({ text: docsOf(member, "  ") + constructorStub(member, fields), isField: false });
    } else if (Node.isMethodDeclaration(member) || Node.isGetAccessorDeclaration(member)) {
      const body = member.getBody();
      if (!isPublic(member.getName(), text)) continue;
      // A generator is one way to give items one by one, and an empty one yields none.
      const head = body === undefined ? text : headOf(member, body).replace(/^\*/, "");
      const stub = body === undefined ? text : head + missingBody(member.getName(), "  ");
      members.push({ text: docsOf(member, "  ") + stub, isField: false });
    }
  }
  const head = declaration.getText().slice(0, declaration.getText().indexOf("{")).trimEnd();
  const lines = members.map(({ text, isField }, i) => {
    const follows = isField && (members[i - 1]?.isField ?? true);
    return `${i === 0 || follows ? "" : "\n"}  ${text}\n`;
  });
  return `${head} {\n${lines.join("")}}`;
}

/** The constructor with its required parameters, and of its body the lines that fill a public field from them. */
function constructorStub(made: ConstructorDeclaration, fields: ReadonlySet<string>): string {
  const parameters = made.getParameters().filter(isRequired);
  const names = new Set(parameters.map((parameter) => parameter.getName()));
  const kept = made.getStatements().filter((statement) => fills(statement, fields, names));
  const head = `constructor(${parameters.map((parameter) => parameter.getText()).join(", ")})`;
  const body = kept.map((statement) => `    ${statement.getText()}\n`).join("");
  return body === "" ? `${head} {}` : `${head} {\n${body}  }`;
}

/** A parameter with a default serves the solution's own calls; the contract names the others. */
const isRequired = (parameter: ParameterDeclaration): boolean =>
  parameter.getInitializer() === undefined && isPublic(parameter.getName(), "");

/** `this.field = parameter` or `this.field = 0`. */
function fills(statement: Statement, fields: ReadonlySet<string>, parameters: ReadonlySet<string>): boolean {
  if (!Node.isExpressionStatement(statement)) return false;
  const assignment = statement.getExpression();
  if (!Node.isBinaryExpression(assignment) || assignment.getOperatorToken().getText() !== "=") return false;
  const field = /^this\.(\w+)$/.exec(assignment.getLeft().getText())?.[1];
  const from = assignment.getRight();
  return field !== undefined && fields.has(field) && (isPlain(from) || parameters.has(from.getText()));
}

/** A number, a text, true, false, -1 or an empty list: nothing that gives a solution away. */
const isPlain = (node: Node): boolean =>
  Node.isLiteralExpression(node) ||
  Node.isTrueLiteral(node) ||
  Node.isFalseLiteral(node) ||
  (Node.isArrayLiteralExpression(node) && node.getElements().length === 0) ||
  (Node.isPrefixUnaryExpression(node) && Node.isNumericLiteral(node.getOperand()));
