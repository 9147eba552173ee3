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
import { docsOf, headOf, missingBody, notImplemented } from "./cut.ts";

/** What a class may show: `private`, `protected`, `#name` and `_name` are the solution's own business. */
const isPublic = (name: string, text: string): boolean =>
  !/^[#_]/.test(name) && !/^(private|protected)\b/.test(text);

/** The class with everything public, and no body but that of the constructor, which keeps plain assignments. */
export function classStubOf(declaration: ClassDeclaration): string {
  const whose = {
    name: declaration.getName() ?? "default",
    isSubclass: declaration.getExtends() !== undefined,
  };
  const fields = new Map<string, Field>();
  const members: { text: string; isField: boolean }[] = [];
  for (const member of declaration.getMembers()) {
    const text = member.getText();
    if (Node.isPropertyDeclaration(member)) {
      if (!isPublic(member.getName(), text)) continue;
      const made = member.getInitializer();
      fields.set(member.getName(), { isOpen: made === undefined && !member.hasQuestionToken() });
      const field =
        made === undefined || isPlain(made) ? text : `${headOf(member, made).replace(/\s*=\s*$/, "")};`;
      members.push({ text: docsOf(member, "  ") + field, isField: true });
    } else if (Node.isConstructorDeclaration(member)) {
      members.push({ text: docsOf(member, "  ") + constructorStub(member, whose, fields), isField: false });
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

interface Whose {
  readonly name: string;
  readonly isSubclass: boolean;
}

/** A public field; it is open where nothing but the constructor can give it its value. */
interface Field {
  readonly isOpen: boolean;
}

/**
 * The constructor with its required parameters, and of its body the lines that fill a public field from them. That of
 * a subclass calls its parent's first. Where a field is left open, it says that it was not written yet.
 */
function constructorStub(
  made: ConstructorDeclaration,
  { name, isSubclass }: Whose,
  fields: ReadonlyMap<string, Field>,
): string {
  const parameters = made.getParameters().filter(isRequired);
  const names = new Set(parameters.map((parameter) => parameter.getName()));
  const kept = made
    .getStatements()
    .filter((statement) => fieldFilled(statement, fields, names) !== undefined);
  const filled = new Set(kept.map((statement) => fieldFilled(statement, fields, names)));
  const isUnwritten = [...fields].some(([field, { isOpen }]) => isOpen && !filled.has(field));
  const lines = [
    ...(isSubclass ? ["super();"] : []),
    ...kept.map((statement) => statement.getText()),
    ...(isUnwritten ? [notImplemented(name)] : []),
  ];
  const head = `constructor(${parameters.map((parameter) => parameter.getText()).join(", ")})`;
  return lines.length === 0 ? `${head} {}` : `${head} {\n${lines.map((line) => `    ${line}\n`).join("")}  }`;
}

/** A parameter with a default serves the solution's own calls; the contract names the others. */
const isRequired = (parameter: ParameterDeclaration): boolean =>
  parameter.getInitializer() === undefined && isPublic(parameter.getName(), "");

/** The public field that `this.field = parameter` or `this.field = 0` fills. */
function fieldFilled(
  statement: Statement,
  fields: ReadonlyMap<string, Field>,
  parameters: ReadonlySet<string>,
): string | undefined {
  if (!Node.isExpressionStatement(statement)) return undefined;
  const assignment = statement.getExpression();
  if (!Node.isBinaryExpression(assignment) || assignment.getOperatorToken().getText() !== "=")
    return undefined;
  const field = /^this\.(\w+)$/.exec(assignment.getLeft().getText())?.[1] ?? "";
  const from = assignment.getRight();
  return fields.has(field) && (isPlain(from) || parameters.has(from.getText())) ? field : undefined;
}

/** A number, a text, true, false, -1 or an empty list: nothing that gives a solution away. */
const isPlain = (node: Node): boolean =>
  Node.isLiteralExpression(node) ||
  Node.isTrueLiteral(node) ||
  Node.isFalseLiteral(node) ||
  (Node.isArrayLiteralExpression(node) && node.getElements().length === 0) ||
  (Node.isPrefixUnaryExpression(node) && Node.isNumericLiteral(node.getOperand()));
