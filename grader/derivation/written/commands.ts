/**
 * The commands that a written line may use. Everything else is refused before any LaTeX is expanded: a macro, a link,
 * a file, a colour that hides something.
 */
import { Misread } from "./misread.ts";

const ALLOWED = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho varrho sigma
   varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell
   exp ln log sin cos tan cot arcsin arccos arctan sinh cosh tanh coth max min sum prod operatorname
   frac dfrac tfrac sqrt left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr
   cdot times odot circ ast top intercal partial nabla prime infty hat widehat bar overline tilde vec dot
   mathbf boldsymbol bm mathrm mathbb mathit text textrm mbox begin end lvert rvert lVert rVert vert Vert
   langle rangle underbrace overbrace boxed cancel
   lbrace rbrace lbrack rbrack quad qquad displaystyle textstyle limits nolimits
   le leq ge geq ne neq approx lt gt mid`.split(/\s+/),
);

/** What is written otherwise here, or by a formula editor. */
const INSTEAD: Readonly<Record<string, string>> = {
  differentialD: "d",
  exponentialE: "e",
  big: "",
  Big: "",
  bigg: "",
  Bigg: "",
  mleft: "\\left",
  mright: "\\right",
  colon: ":",
  coloneqq: ":=",
  bm: "\\boldsymbol",
  mid: "|",
  lbrack: "[",
  rbrack: "]",
  ast: "*",
  mbox: "\\text",
  textrm: "\\text",
  vec: "",
  nonumber: "",
  notag: "",
};

const MACROS =
  /^(?:[gex]?def|let|futurelet|newcommand|renewcommand|providecommand|DeclareMathOperator|expandafter|csname|char)$/;
const OUTSIDE = /^(?:href|url|includegraphics|html[A-Z]\w*|input|include|usepackage|verb)$/;

/**
 * The text with commands that are read.
 *
 * @throws Misread for any other one, with its place
 */
export function knownCommands(text: string): string {
  return text.replace(
    /\\([a-zA-Z]+)\*?|\\([^a-zA-Z])/g,
    (whole, name: string | undefined, sign, at: number) => {
      // A formatter of Markdown has escaped it.
      if (sign === "_" || sign === "*") return sign;
      if (name === undefined) return /[,;:! {}|\\]/.test(sign as string) ? whole : refused(whole, at, "");
      if (Object.hasOwn(INSTEAD, name))
        return `${INSTEAD[name]}${name === "mleft" || name === "mright" ? "" : " "}`;
      if (ALLOWED.has(name)) return whole;
      return refused(`\\${name}`, at, name);
    },
  );
}

/** Whether a command could become one that is read, if it is typed on. */
export const beginsCommand = (name: string): boolean =>
  !ALLOWED.has(name) && [...ALLOWED, ...Object.keys(INSTEAD)].some((one) => one.startsWith(name));

function refused(whole: string, at: number, name: string): never {
  throw new Misread(`${whole} ${whyNot(name)}`, at, at + whole.length);
}

function whyNot(name: string): string {
  if (MACROS.test(name)) return "makes a macro: write the formula out, without macros";
  if (OUTSIDE.test(name)) return "is no part of a formula: leave it out";
  if (/dots$/.test(name)) return "leaves something to be guessed: write the sum with \\sum";
  if (name === "int") return "is an integral, and no line here needs one";
  if (name === "lim") return "is a limit: write the derivative, as \\frac{d}{dx}";
  if (/arrow$|^(?:implies|iff|therefore|to)$/.test(name))
    return "stands between lines: give each line its own place, and join its sides by =";
  return "is no command that is read here: write it with \\frac, \\sum, \\sqrt, \\partial, and the letters that are given";
}
