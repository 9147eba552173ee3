/** Parts of a printed formula, put together with the spaces that keep them apart. */

export type PieceKind =
  /** A letter or anything that stands like one. */
  | "name"
  | "number"
  /** a/b, in brackets unless it stands alone between signs. */
  | "fraction"
  | "root"
  /** ln, max, softmax */
  | "function"
  /** Σ, Π */
  | "big"
  /** ∂, ∇ */
  | "derivative"
  /** + and −, which may also stand before a single operand. */
  | "sum"
  | "operation"
  /** · and /, without spaces. */
  | "tight"
  | "relation"
  | "comma"
  | "open"
  | "open-bar"
  | "close"
  | "text"
  | "gap";

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

const OPERANDS: readonly PieceKind[] = ["name", "number", "fraction", "root", "close"];
/** What a fraction without brackets may stand beside. */
const APART: readonly PieceKind[] = ["sum", "relation", "comma", "text", "gap"];

export function joined(pieces: readonly Piece[]): string {
  let line = "";
  let before: PieceKind | undefined;
  let sign = false;
  pieces.forEach((piece, i) => {
    const after = pieces[i + 1]?.kind;
    const kind = piece.kind;
    const alone =
      (before === undefined || before === "open" || APART.includes(before)) &&
      (after === undefined || after === "close" || APART.includes(after));
    const text = kind === "fraction" && !alone ? `(${piece.text})` : piece.text;
    line += (sign ? "" : spaceBetween(before, kind)) + text;
    // A minus with nothing on its left belongs to what follows.
    sign = kind === "sum" && (before === undefined || !OPERANDS.includes(before));
    before = kind;
  });
  return line.trim();
}

function spaceBetween(before: PieceKind | undefined, kind: PieceKind): string {
  if (before === undefined) return "";
  if (before === "gap" || kind === "gap") return " ";
  if (
    kind === "comma" ||
    kind === "close" ||
    before === "open" ||
    before === "open-bar" ||
    before === "derivative"
  )
    return "";
  if (before === "tight" || kind === "tight") return "";
  if (kind === "open") return ["name", "number", "close", "function", "root"].includes(before) ? "" : " ";
  if (before === "number" && kind === "name") return "";
  return " ";
}
