/**
 * A name that a student gives: `e_i := y_i - (w x_i + b)`. It is a symbol from there on, as long as what it stands for.
 */
import { draw } from "../draw.ts";
import { evaluate } from "../evaluate.ts";
import { Degenerate, FormulaError } from "../formula-error.ts";
import { freeIndices } from "../free-indices.ts";
import { pointAt } from "../point-at.ts";
import { readerOf } from "../reader-of.ts";
import { nameOf, type Scope } from "../scope.ts";
import { type Declared, keyOf } from "../symbols.ts";
import { type Token, textOf } from "../token.ts";
import { tokensOf } from "../tokens-of.ts";
import { typedTex } from "./typed-tex.ts";

/**
 * The scope with the name.
 *
 * @throws FormulaError for a name that is taken, or that is more than a letter with indices
 */
export function withOwnName(left: string, right: string, scope: Scope): Scope {
  const [head, ...labels] = tokensOf(typedTex(left, scope)).filter((token) => token.is !== "gap");
  const raised = labels.find(({ is }) => is === "sup");
  const below = labels.find(({ is }) => is === "sub");
  if (head?.is !== "name" || labels.some((label) => label !== raised && label !== below))
    throw new FormulaError("a name of your own is one letter, with indices below it: e_i := …");
  const label = raised?.is === "sup" ? labelOf(raised.body, scope) : "";
  const body: readonly Token[] = below?.is === "sub" ? below.body.filter(({ is }) => is !== "gap") : [];
  const indices = body.filter((token) => !(token.is === "mark" && token.text === ","));
  const isIndex = (token: Token): boolean =>
    token.is === "name" && scope.declared(token.text)?.domain === "index";
  const key = keyOf(head.text, 0, label);
  if (
    scope.declared(key) !== undefined ||
    scope.declared(keyOf(head.text, 0, label, textOf(body))) !== undefined
  )
    throw new FormulaError(`${head.text} has a meaning already: take another letter`);
  if (!indices.every(isIndex)) throw new FormulaError("a name of your own has plain indices: e_i := …");
  const names = indices.map((token) => (token as { text: string }).text);
  const read = readerOf(tokensOf(typedTex(right, scope)), scope, names).whole();
  const loose = [...freeIndices(read, scope)].filter((name) => !names.includes(name));
  if (loose.length > 0) throw new FormulaError(`the index ${loose.join(", ")} stands on the right only`);
  const shape = [
    ...names.map((name) => scope.declared(name)?.shape[0] as string),
    ...axesOf(read, names, scope),
  ];
  const symbol: Declared = {
    names: [key],
    keys: [key],
    shape,
    domain: "defined",
    meaning: "a name of your own",
    line: 0,
  };
  const wider = scope.among([...scope.symbols, symbol]);
  wider.define(key, { indices: names, params: [], body: read });
  return wider;
}

/**
 * The h of δ^h, which tells it from another δ.
 *
 * @throws FormulaError for what is a power or a transpose, or could be
 */
function labelOf(body: readonly Token[], scope: Scope): string {
  const text = textOf(body);
  // δ^{(2)}, of the second layer.
  if (/^\(\w\)$/.test(text)) return text;
  const isLabel = body.every(({ is }) => is === "name") && text !== "T";
  if (!isLabel || body.every((token) => token.is === "name" && scope.declared(token.text) !== undefined))
    throw new FormulaError(
      `what is raised in a name of your own is a letter without a meaning, as in \\delta^h_i, and ${text} has one`,
    );
  return text;
}

/** The sizes of what a formula is worth, by name. */
function axesOf(read: Parameters<typeof evaluate>[0], names: readonly string[], scope: Scope): string[] {
  for (let i = 0; i < 6; i++)
    try {
      const origin = pointAt(scope, draw(scope, 1, `name/${i}`));
      const { rank, rows, cols } = evaluate(read, origin.at(names.map((name) => [name, 1] as const)));
      const sizes = scope.symbols.filter(({ domain }) => domain === "size").map(nameOf);
      return [rows, cols]
        .slice(0, rank)
        .map((n) => sizes.find((name) => origin.size(name) === n) ?? String(n));
    } catch (error) {
      if (!(error instanceof Degenerate)) throw error;
    }
  return [];
}
