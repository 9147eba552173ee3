/**
 * A formula as a flat list of tokens, made from KaTeX's own parse tree: what is rendered is what is read.
 */
export type Token =
  | { readonly is: "number"; readonly text: string }
  /** A letter, with its accent: "x", "\\sigma", "\\hat y". */
  | { readonly is: "name"; readonly text: string }
  /** An operator by name: "\\ln", "\\sum", "diag". */
  | { readonly is: "operator"; readonly text: string }
  /** Everything that stands between: + − ( ) , = ≤ … */
  | { readonly is: "mark"; readonly text: string; readonly role: Role }
  | { readonly is: "sup" | "sub"; readonly body: readonly Token[] }
  | { readonly is: "fraction"; readonly above: readonly Token[]; readonly below: readonly Token[] }
  /** The order is empty for a square root. */
  | { readonly is: "root"; readonly body: readonly Token[]; readonly order: readonly Token[] }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "gap" }
  | { readonly is: "array"; readonly rows: readonly (readonly (readonly Token[])[])[] };

export type Role = "open" | "close" | "relation" | "other";

/** Tokens as text, for names of labels and for messages. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      switch (token.is) {
        case "sup":
          return `^{${textOf(token.body)}}`;
        case "sub":
          return `_{${textOf(token.body)}}`;
        case "fraction":
          return `\\frac{${textOf(token.above)}}{${textOf(token.below)}}`;
        case "root":
          return `\\sqrt${token.order.length === 0 ? "" : `[${textOf(token.order)}]`}{${textOf(token.body)}}`;
        case "gap":
          return " ";
        case "array":
          return token.rows.map((row) => row.map(textOf).join("&")).join("\\\\");
        case "text":
          return `\\text{${token.text}}`;
        default:
          return token.text.startsWith("\\") && /[a-z]$/i.test(token.text) ? `${token.text} ` : token.text;
      }
    })
    .join("")
    .trim();

/** Whether a token is this mark. */
export const isMark = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.is === "mark" && texts.includes(token.text);

/** The full stop behind a formula. */
export const isStop = (token: Token | undefined): boolean => token?.is === "number" && token.text === ".";

/** A place behind a bar, as in |_{w = 0}. */
export const isPlace = (token: Token | undefined): token is Extract<Token, { is: "sub" }> =>
  token?.is === "sub" && token.body.some((inner) => isMark(inner, "="));

/** The bracket that closes another. */
export const CLOSING: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "\\{": "\\}",
  "|": "|",
  "‖": "‖",
  "\\langle": "\\rangle",
};
