/**
 * What a stub says of the exercises that it builds on: the classes and functions of the course's own versions, declared
 * without bodies, so that an editor knows them without an import.
 */
import { type ClassDeclaration, type FunctionDeclaration, Node } from "ts-morph";
import type { Exercise } from "../exercise/exercise.ts";
import { pathsOf, slugOf } from "./course.ts";
import { parse } from "./cut.ts";
import { stubOf } from "./stub-of.ts";
import { textOf } from "./text-of.ts";

/** The declarations of everything that an exercise uses; nothing where it uses nothing. */
export function givenDeclarations(root: string, { uses = {} }: Exercise): string {
  const all = Object.keys(uses).flatMap((used) => {
    const slug = slugOf(used);
    return slug === undefined ? [] : declared(stubOf(textOf(root, pathsOf(slug).provided), slug.id), slug.id);
  });
  // A type that several of them have is declared once.
  return [...new Set(all)].join("\n\n");
}

function declared(stub: string, id: string): readonly string[] {
  const file = parse(stub);
  const there = (kind: string) => `/** The ${kind} of ${id}: it is there, in the course's own version. */\n`;
  return [
    ...file.getTypeAliases().map((one) => one.getText()),
    ...file
      .getClasses()
      .filter((one) => !one.hasDeclareKeyword())
      .map((one) => there("class") + ambientClass(one)),
    ...file
      .getFunctions()
      .filter((one) => one.isExported())
      .map((one) => there("function") + ambientFunction(one)),
  ];
}

/** The signature of a function. */
const ambientFunction = (declaration: FunctionDeclaration): string =>
  `declare ${signatureOf(declaration, declaration.getBody()).replace(/^export /, "")}`;

/** Fields and signatures, a line each. */
function ambientClass(declaration: ClassDeclaration): string {
  const members = declaration.getMembers().map((member) => {
    if (Node.isPropertyDeclaration(member)) {
      const type = member.getTypeNode()?.getText();
      return `${member.isReadonly() ? "readonly " : ""}${member.getName()}: ${type ?? member.getType().getBaseTypeOfLiteralType().getText()};`;
    }
    return signatureOf(
      member,
      Node.isBodied(member) || Node.isBodyable(member) ? member.getBody() : undefined,
    );
  });
  const head =
    declaration
      .getText()
      .replace(/^export /, "")
      .split("{")[0]
      ?.trimEnd() ?? "";
  return `declare ${head} {\n${members.map((line) => `  ${line}\n`).join("")}}`;
}

/** What stands before a body, where there is one. */
function signatureOf(declaration: Node, body: Node | undefined): string {
  const text = declaration.getText();
  return body === undefined ? text : `${text.slice(0, body.getStart() - declaration.getStart()).trimEnd()};`;
}
