/** A typed formula of x as a known function, so that it crosses into the box and has an exact derivative. */
import { type FunctionName, functionOf } from "./known.ts";
import { readTyped, type Sign, Unread } from "./typed.ts";

/** Functions of one number that a formula may have, by what they are typed as. */
const FUNCTIONS: Readonly<Record<string, FunctionName>> = {
  sin: { fn: "sin" },
  cos: { fn: "cos" },
  tan: { fn: "quotient", args: [{ fn: "sin" }, { fn: "cos" }] },
  exp: { fn: "exp" },
  ln: { fn: "log" },
  log: { fn: "log" },
  sqrt: { fn: "power", args: [0.5] },
  tanh: { fn: "tanh" },
  sigmoid: { fn: "sigmoid" },
  relu: { fn: "relu" },
  abs: { fn: "abs" },
};
const CONSTANTS: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

const MOST_CHARACTERS = 200;

const identity: FunctionName = { fn: "identity" };
const constant = (c: number): FunctionName => ({ fn: "constant", args: [c] });
const numberIn = ({ fn, args = [] }: FunctionName): number | undefined =>
  fn === "constant" ? (args[0] as number) : undefined;

/** f after g; a number stays one. */
function after(f: FunctionName, g: FunctionName): FunctionName {
  const c = numberIn(g);
  if (c !== undefined) return constant(functionOf(f).value(c));
  return g.fn === "identity" ? f : { fn: "after", args: [f, g] };
}

const scaled = (k: number, f: FunctionName): FunctionName => after({ fn: "scale", args: [k] }, f);
const shifted = (f: FunctionName, c: number): FunctionName => after({ fn: "quadratic", args: [0, 1, c] }, f);

const JOINED: Readonly<Record<Sign, (f: FunctionName, g: FunctionName) => FunctionName>> = {
  "+": (f, g) => plus(f, g, 1),
  "-": (f, g) => plus(f, g, -1),
  "*": (f, g) => {
    const [a, b] = [numberIn(f), numberIn(g)];
    if (a !== undefined) return scaled(a, g);
    return b === undefined ? { fn: "product", args: [f, g] } : scaled(b, f);
  },
  "/": (f, g) => {
    const b = numberIn(g);
    return b === undefined ? { fn: "quotient", args: [f, g] } : scaled(1 / b, f);
  },
  // A power whose exponent moves is e^(g ln f).
  "^": (f, g) => {
    const k = numberIn(g);
    if (k !== undefined) return after({ fn: "power", args: [k] }, f);
    return after({ fn: "exp" }, JOINED["*"](g, after({ fn: "log" }, f)));
  },
};

function plus(f: FunctionName, g: FunctionName, sign: 1 | -1): FunctionName {
  const [a, b] = [numberIn(f), numberIn(g)];
  if (b !== undefined) return shifted(f, sign * b);
  if (a !== undefined) return shifted(sign === 1 ? g : scaled(-1, g), a);
  return { fn: "combine", args: [1, f, sign, g] };
}

/**
 * The function that a formula of x is.
 *
 * @throws Unread with what was expected
 */
export function typedFunction(text: string): FunctionName {
  if (text.length > MOST_CHARACTERS)
    throw new Unread(`A formula has at most ${MOST_CHARACTERS} characters, this one has ${text.length}.`);
  return readTyped<FunctionName>(text, {
    number: (written) => constant(Number(written)),
    named: (name) => {
      if (name === "x") return identity;
      return Object.hasOwn(CONSTANTS, name) ? constant(CONSTANTS[name] as number) : undefined;
    },
    negated: (f) => scaled(-1, f),
    joined: (sign, f, g) => JOINED[sign](f, g),
    applied: (fn, to) => after(FUNCTIONS[fn] as FunctionName, to),
    names: ["x", ...Object.keys(CONSTANTS)],
    functions: Object.keys(FUNCTIONS),
  });
}

/** The links of a function as a chain, the one that is applied first in front: ln(1 + x²) is x², 1 + u, ln v. */
export function linksOf(f: FunctionName): readonly FunctionName[] {
  if (f.fn !== "after") return [f];
  const [outer, inner] = f.args as [FunctionName, FunctionName];
  return [...linksOf(inner), ...linksOf(outer)];
}
