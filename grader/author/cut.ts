/**
 * Cutting a source text along its tree.
 */
import { Node, Project, type SourceFile } from "ts-morph";

/** A file as a tree; throws a SyntaxError with its line where it has none. */
export function parse(text: string): SourceFile {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile("solution.ts", text.replaceAll("\r\n", "\n"));
  const [wrong] = project.getProgram().getSyntacticDiagnostics(file);
  if (wrong === undefined) return file;
  const message = wrong.getMessageText();
  const words = typeof message === "string" ? message : message.getMessageText();
  throw new SyntaxError(`line ${wrong.getLineNumber()}: ${words}`);
}

/** What says that nothing was written yet; the judge knows it by the first words of its message. */
export const notImplemented = (name: string): string => `throw new Error("not implemented: ${name}");`;

/** A body that says so. */
export const missingBody = (name: string, indent: string): string =>
  `{\n${indent}  ${notImplemented(name)}\n${indent}}`;

/** The text before the body, ending in one space. */
export function headOf(whole: Node, body: Node): string {
  return `${whole.getSourceFile().getFullText().slice(whole.getStart(), body.getStart()).trimEnd()} `;
}

/** The doc comments above a statement, each on lines of its own. */
export function docsOf(node: Node, indent = ""): string {
  if (!Node.isJSDocable(node)) return "";
  return node
    .getJsDocs()
    .map((doc) => `${doc.getText()}\n${indent}`)
    .join("");
}
