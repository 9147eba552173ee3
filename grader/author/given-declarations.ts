/**
 * What a stub says of the exercises that it builds on: the classes of the course's own versions, declared without bodies,
 * so that an editor knows them without an import.
 */
import { type ClassDeclaration, Node } from "ts-morph";
import type { Exercise } from "../exercise/exercise.ts";
import { pathsOf, slugOf } from "./course.ts";
import { parse } from "./cut.ts";
import { stubOf } from "./stub-of.ts";
import { textOf } from "./text-of.ts";

/** The declarations of everything that an exercise uses; nothing where it uses nothing. */
export function givenDeclarations(root: string, { uses = {} }: Exercise): string {
  return Object.keys(uses)
    .flatMap((used) => {
      const slug = slugOf(used);
      return slug === undefined
        ? []
        : declared(stubOf(textOf(root, pathsOf(slug).provided), slug.id), slug.id);
    })
    .join("\n\n");
}

function declared(stub: string, id: string): readonly string[] {
  const file = parse(stub);
  return [
    ...file.getTypeAliases().map((one) => one.getText()),
    ...file
      .getClasses()
      .map((one) => `/** The class of ${id}: it is there, in the course's own version. */\n${ambient(one)}`),
  ];
}

/** Fields and signatures, a line each. */
function ambient(declaration: ClassDeclaration): string {
  const members = declaration.getMembers().map((member) => {
    if (Node.isPropertyDeclaration(member)) {
      const type = member.getTypeNode()?.getText();
      return `${member.isReadonly() ? "readonly " : ""}${member.getName()}: ${type ?? member.getType().getBaseTypeOfLiteralType().getText()};`;
    }
    const text = member.getText();
    const body = Node.isBodied(member) || Node.isBodyable(member) ? member.getBody() : undefined;
    return body === undefined ? text : `${text.slice(0, body.getStart() - member.getStart()).trimEnd()};`;
  });
  const head =
    declaration
      .getText()
      .replace(/^export /, "")
      .split("{")[0]
      ?.trimEnd() ?? "";
  return `declare ${head} {\n${members.map((line) => `  ${line}\n`).join("")}}`;
}
