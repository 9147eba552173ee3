/**
 * Letters and signs as tokens, each sign by one name however it is written.
 */
import { FormulaError } from "./formula-error.ts";
import type { Role, Token } from "./token.ts";
import { commandOf } from "./unicode.ts";

export function symbolToken(typed: string): Token {
  const text = commandOf(typed);
  if (text === "\\forall") return { is: "text", text: "for all" };
  if (text === "√") throw new FormulaError("√ does not say how far it reaches: write \\sqrt{…}");
  if (/^[0-9.]$/.test(text)) return { is: "number", text };
  if (text === "|" || text === "\\vert") return { is: "mark", text: "|", role: "other" };
  if (text === "\\|" || text === "\\Vert" || text === "‖") return { is: "mark", text: "‖", role: "other" };
  if (["/", "!", "\\prime", "\\top", "\\nabla", "\\partial", "\\infty", "*"].includes(text))
    return { is: "mark", text, role: "other" };
  return { is: "name", text };
}

/** Signs that are written in several ways, each as one. */
const plainMark: Readonly<Record<string, string>> = {
  "\\lVert": "‖",
  "\\rVert": "‖",
  "\\lvert": "|",
  "\\rvert": "|",
  "\\|": "‖",
  "\\vert": "|",
  "\\lbrace": "\\{",
  "\\rbrace": "\\}",
  "\\leq": "\\le",
  "\\geq": "\\ge",
  "\\leqslant": "\\le",
  "\\geqslant": "\\ge",
  "\\equiv": "=",
  "\\triangleq": ":=",
  "\\doteq": ":=",
  "\\gets": "\\leftarrow",
  "\\Longleftrightarrow": "\\iff",
  "\\Leftrightarrow": "\\iff",
  "\\lt": "<",
  "\\gt": ">",
  "\\intercal": "\\top",
};

export function atomToken(typed: string, family: string): Token {
  const text = commandOf(typed);
  const role: Role =
    family === "rel" ? "relation" : family === "open" ? "open" : family === "close" ? "close" : "other";
  return { is: "mark", text: plainMark[text] ?? text, role };
}

export function delimiter(text: string, kind: string): Token {
  const role: Role = kind === "mopen" ? "open" : kind === "mclose" ? "close" : "other";
  return { is: "mark", text: plainMark[text] ?? text, role };
}

export const isBar = (text: string): boolean => (plainMark[text] ?? text) === "|";
