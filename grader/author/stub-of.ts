/**
 * A stub, cut from a solution: what is exported keeps its signature and loses its body. Its comment is that of the
 * declaration, or its own.
 *
 * Cutting a stub again changes nothing. A file on which it does change something holds work of a person.
 */
import {
  type ArrowFunction,
  type ClassDeclaration,
  type FunctionDeclaration,
  type FunctionExpression,
  Node,
  type Statement,
  type VariableStatement,
} from "ts-morph";
import { classStubOf } from "./class-stub-of.ts";
import { docsOf, headOf, missingBody, parse } from "./cut.ts";

/** The first line of a stub. */
export const stubHeader = (id: string): string => `// Grade with: npm run grade ${id}`;

/**
 * The stub of a solution.
 *
 * @param solution the solution's text
 * @param id the exercise's number, such as "ex10"
 * @param comments of exported functions by name, in place of their own
 * @param given what is declared of other exercises, in place of the solution's own words
 * @throws SyntaxError if the text does not parse
 */
export function stubOf(solution: string, id: string, comments: Comments = new Map(), given = ""): string {
  const kept = parse(solution)
    .getStatements()
    .filter((statement) => !isGiven(statement, given))
    .flatMap((statement) => keptOf(statement, comments));
  const needed = withoutUnusedTypes(kept);
  const parts = needed.map((part, i) => (i === 0 ? "" : gapBetween(needed[i - 1] as Kept, part)) + part.text);
  return `${[stubHeader(id), ...(given === "" ? [] : [given]), parts.join("")].join("\n\n")}\n`;
}

export type Comments = ReadonlyMap<string, string>;

/** Whether nobody has worked in this file yet: every body still throws, and nothing was added. */
export function isUntouched(stub: string, id: string): boolean {
  try {
    return stubOf(stub, id) === stub.replaceAll("\r\n", "\n");
  } catch {
    return false;
  }
}

/** A statement that the stub keeps, with its place in the solution. */
interface Kept {
  readonly statement: Statement;
  readonly text: string;
}

function keptOf(statement: Statement, comments: Comments): Kept[] {
  const text = textOf(statement);
  const comment = comments.get(exportedName(statement) ?? "") ?? docsOf(statement);
  return text === undefined ? [] : [{ statement, text: comment + text }];
}

/** The name of a function that a statement exports. */
export function exportedName(statement: Statement): string | undefined {
  if (Node.isFunctionDeclaration(statement) && statement.isExported()) return statement.getName();
  return Node.isVariableStatement(statement) && statement.isExported()
    ? statement.getDeclarations()[0]?.getName()
    : undefined;
}

function textOf(statement: Statement): string | undefined {
  if (Node.isTypeAliasDeclaration(statement) || Node.isInterfaceDeclaration(statement)) {
    return statement.getText();
  }
  if (isAmbient(statement)) return statement.getText();
  if (Node.isFunctionDeclaration(statement)) return functionStub(statement);
  if (Node.isClassDeclaration(statement)) return classStub(statement);
  if (Node.isVariableStatement(statement)) return constantStub(statement);
  return undefined;
}

/** What other exercises declare, in the solution's own words. */
const isGiven = (statement: Statement, given: string): boolean =>
  given !== "" &&
  (isAmbient(statement) ||
    (Node.isTypeAliasDeclaration(statement) && given.includes(`type ${statement.getName()} = `)));

/** `declare class` or `declare function`: what is there, and written elsewhere. */
const isAmbient = (statement: Statement): boolean =>
  (Node.isClassDeclaration(statement) || Node.isFunctionDeclaration(statement)) &&
  statement.hasDeclareKeyword();

function functionStub(fn: FunctionDeclaration): string | undefined {
  if (!fn.isExported()) return undefined;
  const body = fn.getBody();
  return body === undefined ? fn.getText() : headOf(fn, body) + missingBody(fn.getName() ?? "default", "");
}

function classStub(declaration: ClassDeclaration): string | undefined {
  return declaration.isExported() ? classStubOf(declaration) : undefined;
}

/** An exported arrow loses its body; an exported number or text is part of the contract and stays. */
function constantStub(statement: VariableStatement): string | undefined {
  if (!statement.isExported()) return undefined;
  const [declaration, second] = statement.getDeclarations();
  const made = declaration?.getInitializer();
  if (declaration === undefined || made === undefined || second !== undefined) return undefined;
  if (Node.isArrowFunction(made) || Node.isFunctionExpression(made)) {
    const text = headOf(statement, bodyOf(made)) + missingBody(declaration.getName(), "");
    return `${text};`;
  }
  return Node.isLiteralExpression(made) || Node.isPrefixUnaryExpression(made)
    ? statement.getText()
    : undefined;
}

const bodyOf = (fn: ArrowFunction | FunctionExpression): Node => fn.getBody();

/** Types that served only what was dropped go with it. */
function withoutUnusedTypes(kept: readonly Kept[]): Kept[] {
  const needed = kept.filter(({ statement }) => {
    const name = privateTypeName(statement);
    if (name === undefined) return true;
    const word = new RegExp(`\\b${name}\\b`);
    return kept.some((other) => other.statement !== statement && word.test(other.text));
  });
  return needed.length === kept.length ? needed : withoutUnusedTypes(needed);
}

function privateTypeName(statement: Statement): string | undefined {
  const isType = Node.isTypeAliasDeclaration(statement) || Node.isInterfaceDeclaration(statement);
  return isType && !statement.isExported() ? statement.getName() : undefined;
}

/** Neighbours without a blank line between them stay neighbours. */
function gapBetween(before: Kept, after: Kept): string {
  const file = before.statement.getSourceFile().getFullText();
  const between = file.slice(before.statement.getEnd(), after.statement.getStart(true));
  return between === "\n" ? "\n" : "\n\n";
}
