/**
 * A formula in LaTeX as one line of Unicode, for the comments of a stub:
 *
 *     \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat y_i)^2   →   (1/n) Σᵢ₌₁ⁿ (yᵢ − ŷᵢ)²
 */
import { FormulaError } from "../../derivation/formula-error.ts";
import type { Token } from "../../derivation/token.ts";
import { tokensOf } from "../../derivation/tokens-of.ts";
import { widthOf } from "../../verdict/width.ts";
import { joined, type Piece, type PieceKind } from "./join-pieces.ts";
import { lowered, raised } from "./scripts.ts";
import { ACCENTS, BIG, BRACKETS, DOUBLE, LETTERS, OPERATIONS, RELATIONS, TIGHT } from "./signs.ts";

/** Columns that a comment has room for. */
const COLUMNS = 90;

/** @throws FormulaError with what cannot be printed in one line */
export function printFormula(tex: string): string {
  const word = wordIn(tex);
  if (/[\b\t\v\f\r]|\n(?=[a-z])/.test(tex.replaceAll("\r\n", "\n")))
    throw new FormulaError("a command lost its backslash: write it in String.raw`…`");
  if (word !== undefined)
    throw new FormulaError(
      `the word ${word}: a command needs its backslash, which String.raw\`…\` keeps, and a name its \\operatorname{…}`,
    );
  const text = printed(tokensOf(tex));
  if (widthOf(text) > COLUMNS)
    throw new FormulaError(`it takes ${widthOf(text)} columns, and there are ${COLUMNS}`);
  return text;
}

/** A word that is no command, no index and not in braces that make it text: KaTeX takes it for a product of letters. */
function wordIn(tex: string): string | undefined {
  const rest = tex
    .replace(/\\(?:text|operatorname\*?|math[a-z]+|begin|end)\s*\{[^{}]*\}|[_^]\{[A-Za-z]+\}/g, " ")
    .replace(/\\[A-Za-z]+/g, " ");
  return /[A-Za-z]{3,}/.exec(rest)?.[0];
}

const printed = (tokens: readonly Token[]): string => joined(piecesOf(tokens));

function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  const bars = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const piece = pieceOf(tokens[i] as Token, bars);
    const next = [tokens[i + 1], tokens[i + 2]];
    const sub = next.find((token) => token?.is === "sub");
    const sup = next.find((token, k) => token?.is === "sup" && (k === 0 || sub === next[0]));
    const own = sub === next[1] && next[0]?.is !== "sup" ? undefined : sub;
    i += Number(own !== undefined) + Number(sup !== undefined);
    pieces.push(scripted(piece, own, sup));
  }
  return pieces;
}

function scripted(piece: Piece, sub: Token | undefined, sup: Token | undefined): Piece {
  if (sub === undefined && sup === undefined) return piece;
  const base = piece.kind === "fraction" || piece.kind === "root" ? `(${piece.text})` : piece.text;
  const below = sub?.is === "sub" ? lowered(printed(sub.body)) : "";
  const above = sup?.is === "sup" ? raised(printed(sup.body)) : "";
  return { kind: kindWithScript(piece, sub), text: base + below + above };
}

function kindWithScript({ kind }: Piece, sub: Token | undefined): PieceKind {
  if (kind === "fraction" || kind === "root") return "name";
  // ∇_w stands before its operand like ln.
  return kind === "derivative" && sub !== undefined ? "function" : kind;
}

function pieceOf(token: Token, bars: Set<string>): Piece {
  switch (token.is) {
    case "number":
      return { kind: "number", text: token.text };
    case "name":
      return { kind: "name", text: letter(token.text) };
    case "operator":
      return BIG.has(token.text)
        ? { kind: "big", text: BIG.get(token.text) as string }
        : { kind: "function", text: token.text.replace(/^\\/, "") };
    case "mark":
      return mark(token.text, token.role, bars);
    case "text":
      return { kind: "text", text: token.text.trim() };
    case "gap":
      return { kind: "gap", text: "" };
    case "root":
      if (token.order.length > 0) throw new FormulaError("a root with an index");
      return { kind: "root", text: `√${grouped(piecesOf(token.body), "below")}` };
    case "fraction": {
      const above = piecesOf(token.above);
      const text = `${grouped(above, "above")}/${grouped(piecesOf(token.below), "below")}`;
      return { kind: above[0]?.kind === "derivative" ? "name" : "fraction", text };
    }
    case "array":
      throw new FormulaError("cases or a matrix");
    case "sub":
    case "sup":
      // An index on nothing: {}^{T} x.
      return {
        kind: "name",
        text: token.is === "sub" ? lowered(printed(token.body)) : raised(printed(token.body)),
      };
  }
}

function letter(text: string): string {
  const [, command = "", of = ""] = /^(\\[a-zA-Z]+) (.+)$/.exec(text) ?? [];
  if (command === "\\mathbb") return DOUBLE.get(of) ?? fail(`\\mathbb{${of}}`);
  const accent = ACCENTS.get(command);
  if (accent !== undefined) return (letter(of) + accent).normalize("NFC");
  if (command !== "") return fail(command);
  return text.startsWith("\\") ? (LETTERS.get(text) ?? fail(text)) : text;
}

function mark(text: string, role: string, bars: Set<string>): Piece {
  if (text === "|" || text === "‖") {
    const opens = !bars.delete(text);
    if (opens) bars.add(text);
    return { kind: opens ? "open-bar" : "close", text };
  }
  if (text === "\\partial") return { kind: "derivative", text: "∂" };
  if (text === "\\nabla") return { kind: "derivative", text: "∇" };
  if (text === "\\prime") return { kind: "name", text: "′" };
  if (text === "!") return { kind: "close", text };
  if (text === "," || text === ";") return { kind: "comma", text };
  if (/^\\[lc]?dots$|^\\@?(?:cdots|ldots|mathellipsis)$/.test(text)) return { kind: "name", text: "…" };
  const tables: readonly (readonly [ReadonlyMap<string, string>, PieceKind])[] = [
    [RELATIONS, "relation"],
    [OPERATIONS, text === "+" || text === "-" || text === "\\pm" ? "sum" : "operation"],
    [TIGHT, "tight"],
    [BRACKETS, role === "close" ? "close" : "open"],
    [LETTERS, "name"],
  ];
  for (const [signs, kind] of tables) {
    const sign = signs.get(text);
    if (sign !== undefined) return { kind, text: sign };
  }
  return fail(text);
}

/** Above or below a fraction's line, or under a root, in brackets where the line alone would say something else. */
function grouped(pieces: readonly Piece[], where: "above" | "below"): string {
  const text = joined(pieces);
  const loose = pieces.some(
    ({ kind }) => kind === "fraction" || kind === "relation" || kind === "comma" || kind === "tight",
  );
  const added = pieces.some(({ kind }, i) => kind === "operation" || (kind === "sum" && i > 0));
  const isOne = pieces.length === 1 || (pieces.length === 2 && pieces[0]?.kind === "derivative");
  const free = where === "above" ? !loose && !added : isOne && !loose;
  return free || isBracketed(pieces) ? text : `(${text})`;
}

/** One pair of brackets around everything. */
function isBracketed(pieces: readonly Piece[]): boolean {
  let depth = 0;
  return pieces.every(({ kind, text }, i) => {
    if (kind === "open") depth++;
    if (kind === "close" && text !== "|" && text !== "‖" && text !== "!") depth--;
    return i === pieces.length - 1 ? kind === "close" && text === ")" && depth === 0 : depth > 0;
  });
}

function fail(sign: string): never {
  throw new FormulaError(`${sign}`);
}
