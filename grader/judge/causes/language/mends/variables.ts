/** Variables that are declared once too often, outside, or for one of two names only. */
import { declaredIn } from "../outline.ts";
import { isSign, isWord } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { braceAround, endOfBracket, type Token } from "../tokens.ts";
import { inserted, replaced, type Search } from "./mend.ts";

const isDeclaration = (token: Token | undefined): boolean =>
  token?.kind === "name" && /^(?:let|const|var)$/.test(token.text);

/** Names by the brace that they are declared in with let, and the first place. */
const declarations = new WeakMap<readonly Token[], ReadonlyMap<string, number>>();

function declaredByBrace(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const before = declarations.get(tokens);
  if (before !== undefined) return before;
  const found = new Map<string, number>();
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "name" || !/^(?:let|var)$/.test(text) || tokens[i + 1]?.kind !== "name") continue;
    const key = `${braceAround(tokens, i)} ${tokens[i + 1]?.text}`;
    if (!found.has(key)) found.set(key, i);
  }
  declarations.set(tokens, found);
  return found;
}

/** `let sum = …` inside a loop, where an outer sum is meant. */
const declaredAnew: Search = ({ source, tokens }, i) => {
  const name = tokens[i + 1]?.text ?? "";
  if (!isDeclaration(tokens[i]) || tokens[i + 1]?.kind !== "name" || isSign(tokens[i - 1], "("))
    return undefined;
  for (let brace = braceAround(tokens, i); brace >= 0; ) {
    brace = braceAround(tokens, brace);
    const outer = brace < 0 ? undefined : declaredByBrace(tokens).get(`${brace} ${name}`);
    if (outer === undefined || outer > i) continue;
    // Set anew at each turn, it would sum up nothing.
    const isPlain = isSign(tokens[i + 2], "=") && tokens[i + 3]?.kind === "number";
    const at = tokens[i]?.at ?? 0;
    return {
      id: "declared-anew",
      says: `${shown(name)} is declared a second time inside these braces, so that the outer one never changes: leave this declaration out.`,
      edits: [isPlain ? { at, end: tokens[i + 3]?.end ?? 0, text: "" } : replaced(tokens[i], "")],
      ...placed(source, tokens[i]),
    };
  }
  return undefined;
};

/** `let w, b = 0` */
const onlyTheLast: Search = ({ source, tokens }, i) => {
  if (!/^(?:let|var)$/.test(tokens[i]?.text ?? "")) return undefined;
  const [first, comma] = [tokens[i + 1], tokens[i + 2]];
  if (first?.kind !== "name" || !isSign(comma, ",")) return undefined;
  const at = tokens.findIndex((token, j) => j > i && isSign(token, "="));
  const names = tokens.slice(i + 1, at).filter(({ kind }) => kind === "name");
  const value = tokens[at + 1];
  const isPlain = value?.kind === "number" || (value?.kind === "name" && isSign(tokens[at + 2], ";"));
  if (at < 0 || value === undefined || !isPlain || names.length * 2 - 1 !== at - i - 1) return undefined;
  return {
    id: "only-the-last-is-set",
    says: `Only ${shown(names[names.length - 1]?.text ?? "")} gets ${value.text} here, ${shown(first.text)} gets none: write let ${shown(first.text)} = ${value.text}, ….`,
    edits: names.slice(0, -1).map((token) => inserted(token.end, ` = ${value.text}`)),
    ...placed(source, first),
  };
};

/** `let total = 0` outside of all functions. */
const outsideOfAll: Search = ({ source, tokens }, i) => {
  if (!/^(?:let|var)$/.test(tokens[i]?.text ?? "") || braceAround(tokens, i) >= 0) return undefined;
  const name = tokens[i + 1]?.text ?? "";
  let end = i;
  while (
    end < tokens.length &&
    !isSign(tokens[end], ";") &&
    !(end > i && tokens[end + 1]?.isFirst === true)
  ) {
    if (/^[([{]$/.test(tokens[end]?.text ?? "") && tokens[end]?.kind === "sign")
      end = endOfBracket(tokens, end);
    end++;
  }
  const text = source.slice(tokens[i]?.at, tokens[end]?.end);
  const users = declaredIn(tokens).filter(
    ({ depth, isValue, body: [from, to] }) =>
      depth === 0 &&
      !isValue &&
      !declares(tokens, name, from, to) &&
      tokens.slice(from, to).some(({ kind, text: word }) => kind === "name" && word === name),
  );
  if (users.length === 0) return undefined;
  return {
    id: "variable-outside",
    says: `${shown(name)} is declared outside of the function and keeps its value from one call to the next: declare it inside.`,
    edits: users.map(({ body: [from] }) => inserted(tokens[from]?.end ?? 0, ` ${text};`)),
    ...placed(source, tokens[i]),
  };
};

const declares = (tokens: readonly Token[], name: string, from: number, to: number): boolean =>
  tokens.slice(from, to).some((token, j, all) => isDeclaration(token) && all[j + 1]?.text === name);

/** `async` and `await`, wherever they are. */
const asynchronous: Search = ({ source, tokens }, i) => {
  if (!isWord(tokens[i], "async")) return undefined;
  return {
    id: "async-function",
    says: "A function that is declared async gives back a Promise, not its value: leave async and await out.",
    edits: tokens
      .filter((token) => isWord(token, "async") || isWord(token, "await"))
      .map((token) => replaced(token, "")),
    ...placed(source, tokens[i]),
  };
};

/** `let sum = ""` */
const startsAsText: Search = ({ source, tokens }, i) => {
  const text = tokens[i]?.text ?? "";
  if (tokens[i]?.kind !== "text" || !/^(["'])(?:-?\d*\.?\d*)\1$/.test(text)) return undefined;
  const number = text.slice(1, -1) === "" ? "0" : text.slice(1, -1);
  return {
    id: "number-as-text",
    says: `${text} is a text, and + puts texts behind each other: write ${number}, without quotation marks.`,
    edits: [replaced(tokens[i], number)],
    ...placed(source, tokens[i]),
  };
};

export const variableMends: readonly Search[] = [
  onlyTheLast,
  declaredAnew,
  outsideOfAll,
  asynchronous,
  startsAsText,
];

/** What is mended wherever it stands. */
export const variablesEverywhere: readonly Search[] = [asynchronous];
