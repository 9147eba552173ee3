/** The classes that a student writes, as their stub declares them: constructor, fields and methods. */
import { type ClassDeclaration, Node } from "ts-morph";
import { parse } from "../cut.ts";
import { markdownTable } from "./markdown-table.ts";

/** One table a class, its sentence above it. */
export function classTables(stub: string): readonly string[] {
  return parse(stub)
    .getClasses()
    .flatMap((declaration) => {
      const name = declaration.getName() ?? "default";
      const about = wordsOf(declaration);
      const table = markdownTable([`class \`${name}\``, "meaning"], rowsOf(declaration, name));
      return [about === "" ? undefined : `\`${name}\`: ${about}`, table];
    })
    .filter((part) => part !== undefined);
}

function rowsOf(declaration: ClassDeclaration, name: string): readonly (readonly string[])[] {
  return declaration.getMembers().flatMap((member) => {
    if (Node.isConstructorDeclaration(member))
      return [[`\`new ${name}(${argumentsOf(member)})\``, wordsOf(member)]];
    if (Node.isMethodDeclaration(member))
      return [[`\`.${member.getName()}(${argumentsOf(member)})\``, wordsOf(member)]];
    if (Node.isPropertyDeclaration(member) || Node.isGetAccessorDeclaration(member))
      return [[`\`.${member.getName()}\``, wordsOf(member)]];
    return [];
  });
}

const argumentsOf = (
  member: Parameters<typeof wordsOf>[0] & {
    getParameters(): readonly { getName(): string; isOptional(): boolean }[];
  },
): string =>
  member
    .getParameters()
    .map((parameter) => `${parameter.getName()}${parameter.isOptional() ? "?" : ""}`)
    .join(", ");

/** The first paragraph of a doc comment. */
function wordsOf(node: Node): string {
  const [doc] = Node.isJSDocable(node) ? node.getJsDocs() : [];
  const [first = ""] = (doc?.getDescription() ?? "").trim().split(/\n\s*\n/);
  return first.replace(/\s+/g, " ");
}
