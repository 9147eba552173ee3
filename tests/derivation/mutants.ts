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

/** A letter with its labels, a number, or a small bracket. */
const ATOM =
  /(?:\\(?:hat|bar|tfrac)\s?\{?\w\}?|\\(?!q?quad|sum|prod|cdot|odot|approx|propto|le\b|ge\b|left|right|ln|exp|max|min|tanh)[a-z]+(?![a-zA-Z{])|[a-zA-Z]|\d+(?:\.\d+)?)'*(?:\^\{[^{}]*\}|_\{[^{}]*\}|\^\\top|\^[a-z0-9]|_[a-z0-9])*|\([^()]*\)/
    .source;

const isSymmetric = (page: Page, tex: string): boolean =>
  page.symbols.some(({ domain, names }) => /^(symmetric|identity)$/.test(domain) && names.includes(tex));

export function mutantsOf(tex: string, page: Page): Mutant[] {
  const all = [
    ...changed(tex, "sign", /(?<!\{)([+-])(?!\d\})/, ([, sign]) => [sign === "+" ? "-" : "+"]),
    ...changed(tex, "sign", /(?<=\{)-(?=[a-z\\(])/, () => [""]),
    ...changed(tex, "sign", /(?<=[=<>] )(?=[a-zA-Z\\(])(?!\\(frac\{\\partial\}|[lg]e\b))/, () => ["-"]),
    ...changed(tex, "sign", /(?<=\\left\(|\\bigl\(|\\Bigl\(|\{)(?=[a-zA-Z]_)/, () => ["-"]),
    ...changed(tex, "factor", /(?<![\d_^.=]|[_^]\{-?)(\d+)(?![\d.])/, ([, n]) => [
      String(Number(n) + 1),
      `${n}0`,
    ]),
    ...changed(tex, "factor", /\\frac\{1\}\{[a-z]\} /, () => [""]),
    ...changed(tex, "factor", /\\frac\{2\}\{([a-z])\} /, ([, n]) => [`\\frac{1}{${n}} `, "2 "]),
    ...changed(tex, "factor", /\\sum/, () => [String.raw`2 \sum`, String.raw`\frac{1}{2} \sum`]),
    ...changed(tex, "factor", /\\frac\{(\d)\}\{(\w+)\}/, ([, a, b]) => [`\\frac{${b}}{${a}}`]),
    ...changed(tex, "exponent", /\^\{?(-?)([123])\}?/, ([, sign, n]) => [`^{${sign}${Number(n) + 1}}`, ""]),
    ...changed(tex, "exponent", /\)(?![\^_])/, () => [")^2"]),
    ...changed(tex, "exponent", /e\^(\{-[^{}]*\}|\{[a-z][^{}]*\}|[a-z])/, ([, to = ""]) => [
      to.startsWith("{-") ? `e^{${to.slice(2)}` : `e^{-${to.replace(/[{}]/g, "")}}`,
    ]),
    ...changed(tex, "transpose", /\^\\top ?/, () => [" "]),
    ...changed(tex, "transpose", /(?<![\\a-zA-Z{^])([A-Z](?:\^[a-z])?) (?=[\\a-zA-Z])/, ([, X = ""]) =>
      // A symmetric matrix is its own transpose.
      isSymmetric(page, X) ? [] : X.includes("^") ? [`(${X})^\\top `] : [`${X}^\\top `],
    ),
    ...changed(tex, "index", /_\{([a-z])([a-z])\}/, ([, i, j]) => [`_{${j}${i}}`, `_{${i}${i}}`]),
    ...changed(tex, "index", /(?<=[a-zA-Z}])_([a-z])(?![a-z])/, ([, i]) => indicesBut(page, i ?? "")),
    ...changed(tex, "index", /(?<=[a-zA-Z}])_([a-z]|\{[a-z]{1,2}\})(?![a-z=])/, () => [""]),
    ...changed(tex, "bound", /_\{([a-z])=1\}/, ([, i]) => [`_{${i}=2}`, `_{${i}=0}`]),
    ...changed(tex, "bound", /(?<=_\{[a-z]=1\}\^\{)([a-zA-Z])(?=\})/, ([, n = ""]) => [
      ...sizesBut(page, n),
      `${n}-1`,
      `${n}+1`,
    ]),
    ...changed(
      tex,
      "dropped term",
      / [+-] (\\?[a-zA-Z]+|\d)(_[a-z]|_\{[a-z]+\}|\^[a-z0-9]|\^\{[^{}]*\})*(?= |\)|\}|\\|$)/,
      () => [""],
    ),
    ...changed(tex, "dropped factor", new RegExp(`(${ATOM}) (?=${ATOM})`), () => [""]),
    ...changed(tex, "swapped operands", new RegExp(`(${ATOM}) - (${ATOM})`), ([, a, b]) => [`${b} - ${a}`]),
    ...changed(tex, "swapped operands", new RegExp(`(${ATOM}) (${ATOM})`), ([, a, b]) => [`${b} ${a}`]),
    ...changed(tex, "swapped operands", /\\frac\{([^{}]*)\}\{([^{}]*)\}/, ([, a, b]) => [
      `\\frac{${b}}{${a}}`,
    ]),
    ...changed(tex, "operator", / ([+-]) /, () => [" \\cdot "]),
    ...changed(tex, "operator", /\\odot|\\cdot/, ([op]) => [op === "\\odot" ? "\\cdot" : "+", "-"]),
    ...changed(tex, "operator", new RegExp(`(${ATOM}) (?=${ATOM})`), ([, a]) => [`${a} + `]),
    ...changed(tex, "operator", /\\(sum|prod|max|min)/, ([, op]) => [
      { sum: "\\prod", prod: "\\sum", max: "\\min", min: "\\max" }[op ?? ""] ?? "",
    ]),
    ...changed(tex, "relation", /\\(le|ge)(?![a-z])/, ([, op]) => [op === "le" ? "\\ge" : "\\le", "=", "<"]),
    ...changed(tex, "relation", / ([<>]) /, ([, op]) => [op === "<" ? " > " : " < "]),
    ...changed(tex, "swapped variable", /(?<![\\a-zA-Z{])([a-zA-Z])(?![a-zA-Z}])/, ([, x]) =>
      alike(page, x ?? ""),
    ),
    ...changed(tex, "swapped variable", /\\hat\{?\s*([a-zA-Z])\}?/, ([, x]) => [x ?? ""]),
    ...changed(tex, "swapped variable", /\\bar\{?\s*([a-zA-Z])\}?/, ([, x]) => [`\\hat ${x}`]),
    ...changed(tex, "swapped variable", /([a-zA-Z])'/, ([, x]) => [x ?? ""]),
    ...changed(tex, "swapped variable", /\^([oh])(?![a-z])|\^\{(h|out)\}/, ([, o, h]) =>
      o !== undefined ? [`^${o === "o" ? "h" : "o"}`] : [`^{${h === "h" ? "out" : "h"}}`],
    ),
    ...changed(tex, "function", /\\ln|\\tanh|\\sigma(?!_)/, ([f]) => [
      f === "\\ln" ? "\\exp" : f === "\\tanh" ? "\\sigma" : "\\tanh",
    ]),
    ...changed(tex, "function", /\\ln |\\tanh |\\sigma(?=\()|\\sqrt(?=\{)/, () => [""]),
    ...changed(tex, "function", /\\(sigma|tanh)(')?(?=\(|\^)/, ([, f, prime]) => [
      `\\${f}${prime ? "" : "'"}`,
    ]),
    ...changed(tex, "function", /f(_\d)?('*)(?=\()/, ([, k = "", primes]) => [
      `f${k}${primes}'`,
      ...(primes ? [`f${k}${primes.slice(1)}`] : []),
    ]),
    ...changed(tex, "function", /\\lVert|\\lvert/, ([bar]) => [bar === "\\lVert" ? "-\\lVert" : "-\\lvert"]),
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
  return [...same, ...others].slice(0, 2).map(({ names }) => `_${names[0]}`);
}

/** Another symbol of the same shape. */
function alike({ symbols }: Page, name: string): string[] {
  const own = symbols.find(({ names }) => names.includes(name));
  if (own === undefined || own.domain === "index" || own.domain === "size" || own.domain === "function")
    return [];
  return symbols
    .filter((other) => other !== own && !["index", "size", "function"].includes(other.domain))
    .filter(({ shape }) => shape.join() === own.shape.join())
    .slice(0, 3)
    .map(({ names }) => names[0] ?? "");
}
