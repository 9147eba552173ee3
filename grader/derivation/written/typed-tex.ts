/**
 * What people type for a side of a line, as the LaTeX that it stands for. Where it has two readings it is refused.
 */
import type { Scope } from "../scope.ts";
import { keyOf } from "../symbols.ts";
import { plainCharacters } from "./characters.ts";
import { knownCommands } from "./commands.ts";
import { Misread } from "./misread.ts";

/** A letter, a number, a command or a group, with what hangs below it. */
const ATOM =
  /^\s*(?:\\[a-zA-Z]+\s*(?:\{[^{}]*\})?|\d+(?:\.\d+)?|\p{L}\p{M}*|\{[^{}]*\})(?:_(?:\{[^{}]*\}|\w))?/u;
/** Greek letters as words. */
const GREEK = ["sigma", "lambda", "delta", "alpha", "beta", "theta", "eta", "mu", "partial"];
/** Functions as words, also where no bracket stands behind them. */
const FUNCTIONS = ["ln", "log", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh"];

/** @throws Misread with the place in the text, where that is known */
export function typedTex(text: string, scope: Scope): string {
  const plain = plainCharacters(text);
  refusePercent(plain);
  return [
    withoutRemarks,
    knownCommands,
    labels,
    partials,
    signs,
    greekWords,
    hats,
    fractions,
    roots,
    powers,
  ].reduce((tex, step) => step(tex, scope), plain);
}

function refusePercent(text: string): void {
  const at = text.search(/(?<!\\)%/);
  if (at >= 0) throw new Misread("% begins a comment in LaTeX: leave it out of the formula", at, at + 1);
}

/** Numbers of equations, words behind the formula, and the full stop. */
const withoutRemarks = (tex: string): string =>
  tex
    .replace(/\\(?:tag|label)\*?\s*\{[^{}]*\}/g, " ")
    .trimEnd()
    .replace(/\\(?:text|textrm|mbox)\s*\{[^{}]*\}\s*[.,;]?$/, "")
    .replace(/(?:\\q?quad|\\[,;:! ]|\s)+$/, "")
    .replace(/(?<=[^.\s])\s*[.,;]\s*$/, "");

/** x_ij is x_{ij} where i and j are indices, or letters without a meaning, and w^out is w^{out} where that is a symbol. */
const labels = (tex: string, scope: Scope): string =>
  tex
    .replace(/(\p{L})\^([a-z]{2,})(?![a-zA-Z])/gu, (whole, base: string, label: string) =>
      scope.declared(keyOf(base, 0, label)) === undefined ? whole : `${base}^{${label}}`,
    )
    .replace(/_([a-zA-Z]{2})(?![a-zA-Z])(\s*\^)?/g, (whole, indices: string, raised = "") =>
      [...indices].every((letter) => mayBeIndex(letter, raised !== "", scope))
        ? `_{${indices}}${raised}`
        : whole,
    );

/** In Σ_ke^{z_k} the e is no index, nor is w in δ_jw^{out}_{ji}, where w has a meaning with its label alone. */
function mayBeIndex(letter: string, isRaised: boolean, scope: Scope): boolean {
  if (isRaised && letter === "e") return false;
  const isLabelled = scope.symbols.some(({ keys }) => keys.some((key) => key.startsWith(`${letter}^`)));
  return !isLabelled && (scope.declared(letter)?.domain ?? "index") === "index";
}

/** ∂_w L is ∂/∂w L. */
const partials = (tex: string): string =>
  tex.replace(
    /(?:∂|\\partial)\s*_\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[a-zA-Z]+|\p{L}))/gu,
    (_, group: string | undefined, letter: string) => `\\frac{\\partial}{\\partial ${group ?? letter}}`,
  );

/** Σ is a sum where it is no symbol; ** is a power. */
function signs(tex: string, scope: Scope): string {
  const declared = (name: string): boolean =>
    scope.symbols.some(({ keys }) => keys.some((key) => key.startsWith(name)));
  const sums = declared("\\Sigma") ? tex : tex.replace(/Σ|\\Sigma(?![a-zA-Z])/g, "\\sum ");
  const products = declared("\\Pi") ? sums : sums.replace(/Π|\\Pi(?![a-zA-Z])/g, "\\prod ");
  const dots = products.search(/…|\.\.\./);
  if (dots >= 0)
    throw new Misread("… leaves something to be guessed: write the sum with \\sum", dots, dots + 1);
  return products.replace(/\*\s*\*/g, "^").replace(/¬|–|—/g, "-");
}

const greekWords = (tex: string, scope: Scope): string =>
  tex.replace(/(?<![\\a-zA-Z{])[a-z]{2,}(?=[^a-zA-Z]|$)/g, (word) => {
    if (word === "sum" || word === "prod") return `\\${word} `;
    const isProduct = [...word].every((letter) => scope.declared(letter) !== undefined);
    return [...GREEK, ...FUNCTIONS].includes(word) && !isProduct ? `\\${word} ` : word;
  });

/** yhat and y_hat, where ŷ is a symbol. */
const hats = (tex: string, scope: Scope): string =>
  tex.replace(/(?<![\\a-zA-Z])([a-zA-Z])_?hat(?![a-zA-Z])/g, (whole, letter: string) =>
    scope.declared(`\\hat ${letter}`) === undefined ? whole : `\\hat{${letter}}`,
  );

/** 2/n x: what is written close together belongs together. */
const fractions = (tex: string): string =>
  tex.replace(
    /(?<![\w}\])/^_.]|\/ )(\d+|[a-zA-Z])\/(\d+|[a-zA-Z])(?=\s+[\\\w(])(?!\s+\\(?:cdot|times))/g,
    (whole, above: string, below: string) =>
      /^[d]$/.test(above) && /^d/.test(below) ? whole : `\\frac{${above}}{${below}}`,
  );

/** √z, √(1 + z) */
function roots(tex: string): string {
  let done = "";
  let rest = tex;
  for (let at = rest.indexOf("√"); at >= 0; at = rest.indexOf("√")) {
    done += rest.slice(0, at);
    const behind = rest.slice(at + 1);
    const group = groupAt(behind.trimStart());
    const atom = ATOM.exec(behind)?.[0];
    if (group !== undefined) {
      done += `\\sqrt{${group.slice(1, -1)}}`;
      rest = behind.trimStart().slice(group.length);
    } else if (atom !== undefined && !/^[\w\\{]/.test(behind.slice(atom.length))) {
      done += `\\sqrt{${atom}}`;
      rest = behind.slice(atom.length);
    } else
      throw new Misread("√ does not say how far it reaches: write \\sqrt{…}", done.length, done.length + 1);
  }
  return done + rest;
}

/** e^-z, q^(2), e^(-z) */
function powers(tex: string): string {
  let done = "";
  let rest = tex;
  for (let found = /\^\s*(?=[-−+(])/.exec(rest); found !== null; found = /\^\s*(?=[-−+(])/.exec(rest)) {
    done += `${rest.slice(0, found.index)}^`;
    const behind = rest.slice(found.index + found[0].length);
    const group = groupAt(behind);
    if (group !== undefined) {
      done += `{${group.slice(1, -1)}}`;
      rest = behind.slice(group.length);
      continue;
    }
    const atom = ATOM.exec(behind.slice(1))?.[0];
    if (behind.startsWith("(") || atom === undefined) {
      rest = behind;
      continue;
    }
    const length = 1 + atom.length;
    const next = behind.slice(length);
    if (/^[\w\\({]/.test(next))
      throw new Misread(
        `^${behind.slice(0, length)} does not say how far it reaches: put the whole exponent in braces, as in e^{-z}`,
        done.length - 1,
        done.length + length,
      );
    done += `{${behind.slice(0, length)}}`;
    rest = next;
  }
  return done + rest;
}

/** The round bracket that a text begins with, to where it closes. */
function groupAt(text: string): string | undefined {
  if (!text.startsWith("(")) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")" && --depth === 0) return text.slice(0, i + 1);
  }
  return undefined;
}
