/** Signs that mean something else than in mathematics or in another language. */
import { isSign, isWord } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { inserted, replaced, type Search, textOf } from "./mend.ts";

const touches = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.at;

/** `x ^ 2` */
const power: Search = ({ source, tokens }, i) =>
  isSign(tokens[i], "^")
    ? {
        id: "power-sign",
        says: "^ is no power in TypeScript, it works on single bits: a power is written x ** 2.",
        edits: tokens.filter((token) => isSign(token, "^")).map((token) => replaced(token, "**")),
        ...placed(source, tokens[i]),
      }
    : undefined;

/** `if (x = 1)` */
const assigned: Search = ({ source, tokens }, i) => {
  if (!/^(?:if|while)$/.test(tokens[i]?.text ?? "") || !isSign(tokens[i + 1], "(")) return undefined;
  const close = endOfBracket(tokens, i + 1);
  const sets = tokens.slice(i + 2, close).find((token) => isSign(token, "="));
  if (sets === undefined) return undefined;
  return {
    id: "assigned-in-a-condition",
    says: "One = sets a value, also in a condition: to compare, write ===.",
    edits: [replaced(sets, "===")],
    ...placed(source, sets),
  };
};

/** `sum == sum + x;` */
const compared: Search = ({ source, tokens }, i) => {
  if (!isSign(tokens[i], "==") && !isSign(tokens[i], "===")) return undefined;
  const before = tokens[i - 2];
  const begins =
    tokens[i - 1]?.kind === "name" &&
    (tokens[i - 1]?.isFirst === true || isSign(before, ";") || isSign(before, "{") || isSign(before, ")"));
  if (!begins) return undefined;
  return {
    id: "compared-not-assigned",
    says: `${tokens[i]?.text} compares and changes nothing: to set ${shown(tokens[i - 1]?.text ?? "")}, write one =.`,
    edits: [replaced(tokens[i], "=")],
    ...placed(source, tokens[i]),
  };
};

/** `sum =+ x` */
const turned: Search = ({ source, tokens }, i) => {
  const sign = tokens[i + 1]?.text ?? "";
  if (!isSign(tokens[i], "=") || !/^[-+*/]$/.test(sign) || !touches(tokens[i], tokens[i + 1]))
    return undefined;
  return {
    id: "sign-turned",
    says: `=${sign} sets the value anew; to add to it or the like, write ${sign}=.`,
    edits: [replaced(tokens[i], sign), replaced(tokens[i + 1], "=")],
    ...placed(source, tokens[i]),
  };
};

/** `0,5` */
const comma: Search = ({ source, tokens }, i) => {
  const [whole, sign, rest] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (whole?.kind !== "number" || !isSign(sign, ",") || rest?.kind !== "number") return undefined;
  if (!touches(whole, sign) || !touches(sign, rest) || !/^\d+$/.test(whole.text)) return undefined;
  return {
    id: "decimal-comma",
    says: `A decimal number is written with a point: ${shown(whole.text)}.${shown(rest.text)}; with a comma only what stands behind it counts.`,
    edits: [replaced(sign, ".")],
    ...placed(source, whole),
  };
};

/** `0 < x < 1` */
const chained: Search = ({ source, tokens }, i) => {
  const [a, b] = [tokens[i], tokens[i + 2]];
  const middle = tokens[i + 1];
  if (a?.kind !== "sign" || b?.kind !== "sign" || !/^[<>]=?$/.test(a.text) || !/^[<>]=?$/.test(b.text))
    return undefined;
  if (middle?.kind !== "name" && middle?.kind !== "number") return undefined;
  return {
    id: "comparisons-in-a-row",
    says: `${textOf({ source, tokens }, i - 1, i + 3)} compares twice, the second time with true or false: write && between two comparisons.`,
    edits: [inserted(b.at, `&& ${middle.text} `)],
    ...placed(source, a),
  };
};

/** `X[i, j]` */
const commaInBrackets: Search = ({ source, tokens }, i) => {
  const before = tokens[i - 1];
  if (
    !isSign(tokens[i], "[") ||
    !(before?.kind === "name" || isSign(before, "]")) ||
    before?.text === "return"
  )
    return undefined;
  const close = endOfBracket(tokens, i);
  const inside = tokens.slice(i + 1, close);
  if (!inside.some((token) => isSign(token, ","))) return undefined;
  if (inside.some((token) => isSign(token, "(") || isSign(token, "["))) return undefined;
  const list = shown(before?.text ?? "");
  const edits = tokens.flatMap((token, j) =>
    isSign(token, ",") && isIndex(tokens, j) ? [replaced(token, "][")] : [],
  );
  return {
    id: "comma-in-brackets",
    says: `${list}[i, j] takes ${list}[j] alone: an entry of a matrix is written ${list}[i][j].`,
    edits,
    ...placed(source, tokens[i]),
  };
};

/** Whether a comma stands between two indices. */
function isIndex(tokens: readonly Token[], comma: number): boolean {
  for (let i = comma - 1; i > Math.max(0, comma - 8); i--) {
    const token = tokens[i];
    if (isSign(token, "[")) return tokens[i - 1]?.kind === "name" || isSign(tokens[i - 1], "]");
    if (token?.kind === "sign" && !/^[-+*!.]$/.test(token.text)) return false;
  }
  return false;
}

/** `10e-3` */
const tenTimes: Search = ({ source, tokens }, i) => {
  const text = tokens[i]?.text ?? "";
  if (tokens[i]?.kind !== "number" || !/^10e-?\d+$/i.test(text)) return undefined;
  return {
    id: "ten-times-a-power",
    says: `${text} is ${Number(text)}: a power of ten is written ${text.replace(/^10/, "1")}.`,
    edits: [replaced(tokens[i], text.replace(/^10/, "1"))],
    ...placed(source, tokens[i]),
  };
};

const ROUNDING = /^(?:floor|round|trunc|ceil)$/;

/** `Math.floor(…)`, `parseInt(…)`, `x.toFixed(2)` */
const rounded: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  const ofMath = isSign(tokens[i - 1], ".") && isWord(tokens[i - 2], "Math") && ROUNDING.test(word);
  if (!isSign(tokens[i + 1], "(") || (!ofMath && word !== "parseInt")) return undefined;
  const from = ofMath ? tokens[i - 2] : tokens[i];
  const name = ofMath ? `Math.${word}` : word;
  return {
    id: "rounded",
    says: `${name} makes a whole number of it: leave it out.`,
    edits: [{ at: from?.at ?? 0, end: tokens[i]?.end ?? 0, text: "" }],
    ...placed(source, from),
  };
};

/** `a / b | 0` and `~~(a / b)` */
const truncated: Search = ({ source, tokens }, i) => {
  const isOr = isSign(tokens[i], "|") && tokens[i + 1]?.text === "0";
  const isTwice = isSign(tokens[i], "~") && isSign(tokens[i + 1], "~");
  if (!isOr && !isTwice) return undefined;
  return {
    id: "rounded",
    says: `${isOr ? "| 0" : "~~"} makes a whole number of it: leave it out.`,
    edits: [replaced(tokens[i], ""), replaced(tokens[i + 1], "")],
    ...placed(source, tokens[i]),
  };
};

/** `Math.log10(x)` */
const otherLogarithm: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  if (!/^log(?:10|2)$/.test(word) || !isSign(tokens[i - 1], ".") || !isWord(tokens[i - 2], "Math"))
    return undefined;
  return {
    id: "other-logarithm",
    says: `Math.${word} is the logarithm to base ${word.slice(3)}; the natural one is Math.log.`,
    edits: tokens
      .filter(({ text }, j) => text === word && isSign(tokens[j - 1], "."))
      .map((token) => replaced(token, "log")),
    ...placed(source, tokens[i]),
  };
};

/** `2 ** x` and `Math.pow(2, x)`, where x is no plain number */
const otherBase: Search = ({ source, tokens }, i) => {
  const at = baseAt(tokens, i);
  if (at === undefined) return undefined;
  const base = tokens[at]?.text ?? "";
  return {
    id: "other-base",
    says: `This is a power of ${base}; e to the power of x is Math.exp(x).`,
    ifRight: true,
    edits: tokens.flatMap((_, j) => {
      const one = baseAt(tokens, j);
      return one !== undefined && tokens[one]?.text === base ? [replaced(tokens[one], "Math.E")] : [];
    }),
    ...placed(source, tokens[at]),
  };
};

/** Where the base stands of a power that begins or has its sign here. */
function baseAt(tokens: readonly Token[], i: number): number | undefined {
  const at = isSign(tokens[i], "**")
    ? i - 1
    : isWord(tokens[i], "pow") && isSign(tokens[i + 1], "(") && isSign(tokens[i + 3], ",")
      ? i + 2
      : undefined;
  if (at === undefined || !/^(?:2|10)$/.test(tokens[at]?.text ?? "")) return undefined;
  const exponent = isSign(tokens[at + 2], "-") ? at + 3 : at + 2;
  return tokens[exponent]?.kind === "number" ? undefined : at;
}

/** `x === NaN` */
const comparedWithNan: Search = ({ source, tokens }, i) => {
  const [x, sign, nan] = tokens.slice(i - 1, i + 2);
  if (x?.kind !== "name" || !/^[!=]==?$/.test(sign?.text ?? "") || !isWord(nan, "NaN")) return undefined;
  return {
    id: "compared-with-nan",
    says: `Not even NaN is equal to NaN: write Number.isNaN(${shown(x.text)}).`,
    // What is not equal to itself is NaN.
    edits: [
      replaced(sign, sign?.text[0] === "!" ? "===" : "!==", nan),
      inserted(nan?.end ?? 0, ` ${x.text}`),
    ],
    ifRight: true,
    ...placed(source, sign),
  };
};

/** `Math.log(p + 1e-12)`, also by a name that is given to the number */
const epsilonAdded: Search = ({ source, tokens }, i) => {
  const [name, sets, number] = tokens.slice(i - 2, i + 1);
  const text = number?.text ?? "";
  const what = isSign(sets, "=") ? name?.text : text;
  if (number?.kind !== "number" || !(Number(text) < 1e-5)) return undefined;
  if (!tokens.some((sign, j) => isSign(sign, "+") && tokens[j + 1]?.text === what)) return undefined;
  return {
    id: "epsilon-added",
    says: `${text} is added, which makes it a little wrong: leave it out.`,
    edits: [replaced(number, "0")],
    ifRight: true,
    ...placed(source, number),
  };
};

export const signMends: readonly Search[] = [
  power,
  assigned,
  compared,
  turned,
  comma,
  commaInBrackets,
  chained,
  otherLogarithm,
  otherBase,
  rounded,
  truncated,
  tenTimes,
  comparedWithNan,
  epsilonAdded,
];

/** What is mended wherever it stands. */
export const signsEverywhere: readonly Search[] = [power, otherLogarithm, otherBase];
