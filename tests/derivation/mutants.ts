/** Wrong versions of a formula, made by machine: one small change each. */
import type { Page } from "../../grader/derivation/page.ts";

export interface Mutant {
  readonly kind: string;
  readonly tex: string;
}

type Change = (match: RegExpExecArray) => readonly string[];

/** The formula once for each place where a pattern matches and each text that may stand there instead. */
function changed(tex: string, kind: string, pattern: RegExp, change: Change): Mutant[] {
  return [...tex.matchAll(new RegExp(pattern, "g"))].flatMap((match) =>
    change(match as RegExpExecArray).map((text) => ({
      kind,
      tex: tex.slice(0, match.index) + text + tex.slice(match.index + match[0].length),
    })),
  );
}

export function mutantsOf(tex: string, page: Page): Mutant[] {
  const all = [
    ...changed(tex, "sign", /(?<!\{)([+-])(?!\d\})/, ([, sign]) => [sign === "+" ? "-" : "+"]),
    ...changed(tex, "sign", /(?<=\{)-(?=[a-z\\(])/, () => [""]),
    ...changed(tex, "sign", /(?<=[=<>] )(?=[a-zA-Z\\(])(?!\\(frac\{\\partial\}|[lg]e\b))/, () => ["-"]),
    ...changed(tex, "factor", /(?<![\d_^.=]|[_^]\{-?)(\d+)(?![\d.])/, ([, n]) => [String(Number(n) + 1)]),
    ...changed(tex, "factor", /\\frac\{1\}\{[a-z]\} /, () => [""]),
    ...changed(tex, "factor", /\\frac\{2\}\{([a-z])\} /, ([, n]) => [`\\frac{1}{${n}} `, "2 "]),
    ...changed(tex, "exponent", /\^\{?(-?)([123])\}?/, ([, sign, n]) => [`^{${sign}${Number(n) + 1}}`, ""]),
    ...changed(tex, "exponent", /e\^(\{-[^{}]*\}|\{[a-z][^{}]*\}|[a-z])/, ([, to = ""]) => [
      to.startsWith("{-") ? `e^{${to.slice(2)}` : `e^{-${to.replace(/[{}]/g, "")}}`,
    ]),
    ...changed(tex, "transpose", /\^\\top ?/, () => [" "]),
    ...changed(tex, "index", /_\{([a-z])([a-z])\}/, ([, i, j]) => [`_{${j}${i}}`]),
    ...changed(tex, "index", /_\{([a-z])=1\}/, ([, i]) => [`_{${i}=2}`]),
    ...changed(tex, "index", /(?<=_\{[a-z]=1\}\^\{)([a-zA-Z])(?=\})/, ([, n]) => sizesBut(page, n ?? "")),
    ...changed(tex, "index", /(?<=[a-zA-Z}])_([a-z])(?![a-z])/, ([, i]) => indicesBut(page, i ?? "")),
    ...changed(
      tex,
      "dropped term",
      / [+-] (\\?[a-zA-Z]+|\d)(_[a-z]|_\{[a-z]+\}|\^[a-z0-9]|\^\{[^{}]*\})*(?= |\)|\}|\\|$)/,
      () => [""],
    ),
    ...changed(tex, "swapped variable", /(?<![\\a-zA-Z{])([a-zA-Z])(?![a-zA-Z}])/, ([, x]) =>
      alike(page, x ?? ""),
    ),
    ...changed(tex, "swapped variable", /\\hat\{?\s*y\}?/, () => ["y"]),
    ...changed(tex, "function", /\\ln|\\tanh|\\sigma/, ([f]) => [
      f === "\\ln" ? "\\exp" : f === "\\tanh" ? "\\sigma" : "\\tanh",
    ]),
  ];
  const seen = new Set([tex]);
  return all.filter((mutant) => !seen.has(mutant.tex) && seen.add(mutant.tex));
}

const sizesBut = ({ symbols }: Page, name: string): string[] =>
  symbols
    .filter(({ domain, names }) => domain === "size" && names[0] !== name)
    .map(({ names }) => names[0] ?? "")
    .slice(0, 1);

function indicesBut({ symbols }: Page, name: string): string[] {
  const range = symbols.find(({ domain, names }) => domain === "index" && names.includes(name))?.shape[0];
  const others = symbols.filter(({ domain, names }) => domain === "index" && !names.includes(name));
  const same = others.filter(({ shape }) => shape[0] === range);
  return [...same, ...others].slice(0, 1).map(({ names }) => `_${names[0]}`);
}

/** Another symbol of the same shape. */
function alike({ symbols }: Page, name: string): string[] {
  const own = symbols.find(({ names }) => names.includes(name));
  if (own === undefined || own.domain === "index" || own.domain === "size" || own.domain === "function")
    return [];
  return symbols
    .filter((other) => other !== own && !["index", "size", "function"].includes(other.domain))
    .filter(({ shape }) => shape.join() === own.shape.join())
    .slice(0, 2)
    .map(({ names }) => names[0] ?? "");
}
