/**
 * What a student writes beside the functions that are called as they are, as the stub declares it: classes with
 * constructor, fields and methods, and the functions that scenarios are played on.
 */
import { type ClassDeclaration, type FunctionDeclaration, Node } from "ts-morph";
import { parse } from "../cut.ts";
import { markdownTable } from "./markdown-table.ts";

/**
 * One table for the functions, and one a class, its sentence above it.
 *
 * @param called functions that have their own tables
 */
export function stubTables(stub: string, called: readonly string[]): readonly string[] {
  const file = parse(stub);
  const functions = file
    .getFunctions()
    .filter((one) => one.isExported() && !called.includes(one.getName() ?? ""))
    .map((one) => [`\`${one.getName()}(${argumentsOf(one)})\``, returnOf(one), wordsOf(one)]);
  const classes = file.getClasses().filter((one) => one.isExported());
  return [
    markdownTable(["function", "returns", "meaning"], functions),
    ...classes.flatMap(classTable),
  ].filter((part) => part !== undefined);
}

const returnOf = (one: FunctionDeclaration): string =>
  `\`${one.getReturnTypeNode()?.getText().replace(/\s+/g, " ") ?? ""}\``;

function classTable(declaration: ClassDeclaration): readonly (string | undefined)[] {
  const name = declaration.getName() ?? "default";
  const about = wordsOf(declaration);
  const table = markdownTable([`class \`${name}\``, "meaning"], rowsOf(declaration, name));
  return [about === "" ? undefined : `\`${name}\`: ${about}`, table];
}

function rowsOf(declaration: ClassDeclaration, name: string): readonly (readonly string[])[] {
  return declaration.getMembers().flatMap((member) => {
    if (Node.isConstructorDeclaration(member))
      return [[`\`new ${name}(${argumentsOf(member)})\``, wordsOf(member)]];
    if (Node.isMethodDeclaration(member))
      return [[`\`${calledAs(member.getName())}(${argumentsOf(member)})\``, wordsOf(member)]];
    if (Node.isPropertyDeclaration(member) || Node.isGetAccessorDeclaration(member))
      return [[`\`.${member.getName()}\``, wordsOf(member)]];
    return [];
  });
}

/** ".step"; a name in brackets, as of `[Symbol.iterator]`, has no dot before it. */
const calledAs = (name: string): string => (name.startsWith("[") ? name : `.${name}`);

const argumentsOf = (
  member: Parameters<typeof wordsOf>[0] & {
    getParameters(): readonly { getName(): string; isOptional(): boolean; isRestParameter(): boolean }[];
  },
): string =>
  member
    .getParameters()
    .map((parameter) => {
      if (parameter.isRestParameter()) return `...${parameter.getName()}`;
      return `${parameter.getName()}${parameter.isOptional() ? "?" : ""}`;
    })
    .join(", ");

/** The first paragraph of a doc comment. */
function wordsOf(node: Node): string {
  const [doc] = Node.isJSDocable(node) ? node.getJsDocs() : [];
  const [first = ""] = (doc?.getDescription() ?? "").trim().split(/\n\s*\n/);
  return first.replace(/\s+/g, " ");
}
