/** What is missing in a line that does not compile, where its words say it. */
import type { Line } from "./lines.ts";
import { placed, type Slip, shown } from "./slip.ts";
import { endOfBracket, type Token } from "./tokens.ts";

interface Rule {
  readonly id: string;
  /** The token at fault, and what is said of it. */
  readonly find: (tokens: readonly Token[], line: Line) => readonly [at: number, says: string] | undefined;
}

const KEYWORD =
  /^(?:break|case|catch|class|const|continue|default|delete|do|else|enum|export|extends|finally|for|function|if|import|in|instanceof|new|return|super|switch|throw|try|typeof|var|void|while|with|let|of|as|is|async|await)$/;

const is = (token: Token | undefined, text: string): boolean => token?.kind === "sign" && token.text === text;
const isWord = (token: Token | undefined): boolean => token?.kind === "name" && !KEYWORD.test(token.text);
const touches = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.at;
const indexOf = (tokens: readonly Token[], holds: (i: number) => boolean): number =>
  tokens.findIndex((_, i) => holds(i));
const at = (i: number, says: () => string): readonly [number, string] | undefined =>
  i < 0 ? undefined : [i, says()];

const RULES: readonly Rule[] = [
  {
    id: "sign-turned",
    find: (t) => {
      const i = indexOf(t, (i) => is(t[i], "=") && is(t[i + 1], "+") && touches(t[i], t[i + 1]));
      return at(i, () => "To add to a value, write += in place of =+.");
    },
  },
  {
    id: "power-of-minus",
    find: (t) => {
      const i = indexOf(t, (i) => is(t[i], "-") && !endsValue(t[i - 1]) && powerBehind(t, i + 1));
      return at(i, () => "A minus before a power can be read in two ways: write -(x ** 2) or (-x) ** 2.");
    },
  },
  {
    id: "condition-without-brackets",
    find: (t) => {
      const i = indexOf(t, (i) => /^(?:if|while|for)$/.test(t[i]?.text ?? "") && !is(t[i + 1], "("));
      return at(i, () => `What stands behind ${t[i]?.text} is put in brackets: ${t[i]?.text} (…) { … }.`);
    },
  },
  {
    id: "loop-with-commas",
    find: (t) => {
      const i = indexOf(t, (i) => t[i]?.text === "for" && is(t[i + 1], "("));
      const inside = i < 0 ? [] : t.slice(i + 2, endOfBracket(t, i + 1));
      const has = (text: string): boolean => inside.some((token) => is(token, text));
      const isLoop = !has(";") && has(",") && (has("<") || has("<="));
      return at(
        isLoop ? i : -1,
        () => "The three parts of a for stand between semicolons: for (let i = 0; i < n; i++).",
      );
    },
  },
  {
    id: "elseif",
    find: (t) => {
      const i = indexOf(t, (i) => /^(?:elseif|elsif|elif|ELSEIF)$/.test(t[i]?.text ?? ""));
      return at(i, () => `${t[i]?.text} is two words in TypeScript: else if (…) { … }.`);
    },
  },
  {
    id: "arrow-behind-function",
    find: (t) => {
      const i = indexOf(t, (i) => t[i]?.text === "function" && t.slice(i).some((token) => is(token, "=>")));
      const isBare =
        i >= 0 &&
        t.slice(i).findIndex((token) => is(token, "=>")) > 0 &&
        !t.slice(i + 2).some(({ text }) => text === "return");
      return at(
        isBare ? i : -1,
        () => "Behind `function name(…)` stands { at once; => is for functions without that word.",
      );
    },
  },
  {
    id: "thin-arrow",
    find: (t) => {
      const i = indexOf(t, (i) => is(t[i], "-") && is(t[i + 1], ">") && touches(t[i], t[i + 1]));
      return at(i, () => "An arrow is written =>.");
    },
  },
  {
    id: "comparison-turned",
    find: (t) => {
      const i = indexOf(t, (i) => is(t[i], "=") && is(t[i + 1], "<") && touches(t[i], t[i + 1]));
      return at(i, () => "Less or equal is written <=.");
    },
  },
  {
    id: "function-missing",
    find: (t) => {
      const i = indexOf(t, (i) => t[i]?.text === "export" && isWord(t[i + 1]) && is(t[i + 2], "("));
      return at(
        i,
        () => `The word function is missing: export function ${shown(t[i + 1]?.text ?? "")}(…) { … }.`,
      );
    },
  },
  {
    id: "product-without-sign",
    find: (t) => {
      const i = indexOf(
        t,
        (i) => t[i]?.kind === "number" && isWord(t[i + 1]) && !/^[\d.]+[bxo]/i.test(t[i]?.text ?? ""),
      );
      return at(i, () => {
        const [number, name] = [t[i]?.text ?? "", t[i + 1]?.text ?? ""].map(shown);
        const as = touches(t[i], t[i + 1]) ? `${number}${name}` : `${number} ${name}`;
        return `A product needs its sign: ${number} * ${name}, not ${as}.`;
      });
    },
  },
  {
    id: "decimal-comma",
    find: (t) => {
      const i = indexOf(
        t,
        (i) =>
          t[i]?.kind === "number" &&
          is(t[i + 1], ",") &&
          t[i + 2]?.kind === "number" &&
          touches(t[i], t[i + 1]) &&
          touches(t[i + 1], t[i + 2]) &&
          t.slice(0, i).some((token) => /^(?:const|let|var)$/.test(token.text)),
      );
      return at(i, () => {
        const [whole, rest] = [t[i]?.text ?? "", t[i + 2]?.text ?? ""].map(shown);
        return `A decimal number is written with a point: ${whole}.${rest}.`;
      });
    },
  },
  {
    id: "name-of-the-language",
    find: (t) => {
      const i = indexOf(
        t,
        (i) =>
          /^(?:const|let|var|function)$/.test(t[i]?.text ?? "") &&
          t[i + 1]?.kind === "name" &&
          /^(?:break|case|catch|class|const|continue|default|delete|do|else|enum|export|extends|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|false|try|typeof|var|void|while|with|yield|static|package|interface|private|public|implements|protected)$/.test(
            t[i + 1]?.text ?? "",
          ),
      );
      return at(i, () => `${t[i + 1]?.text} is a word of the language and cannot be a name: take another.`);
    },
  },
  {
    id: "sign-missing",
    find: (t) => {
      const i = indexOf(
        t,
        (i) =>
          i > 0 &&
          (isWord(t[i]) || t[i]?.kind === "number") &&
          t[i]?.isFirst === false &&
          (isWord(t[i - 1]) || t[i - 1]?.kind === "number" || is(t[i - 1], ")") || is(t[i - 1], "]")) &&
          !/^(?:if|while|for)$/.test(t[i - 2]?.text ?? "") &&
          !/^(?:type|interface|declare|readonly|abstract|namespace|static|get|set|public|private)$/.test(
            t[i - 1]?.text ?? "",
          ) &&
          !isHead(t, i),
      );
      return at(i, () => {
        const [before, here] = [t[i - 1]?.text ?? "", t[i]?.text ?? ""].map(shown);
        return `Between ${before} and ${here} something is missing: a comma, a semicolon, or a sign such as *.`;
      });
    },
  },
];

/** Whether a minus behind it subtracts. */
const endsValue = (token: Token | undefined): boolean =>
  isWord(token) || token?.kind === "number" || is(token, ")") || is(token, "]");

/** Behind `if (…)` a statement begins without a sign. */
const isHead = (t: readonly Token[], i: number): boolean =>
  is(t[i - 1], ")") && t.slice(0, i).some(({ text }) => /^(?:if|while|for)$/.test(text));

/** Whether a plain value begins here that `**` follows. */
function powerBehind(t: readonly Token[], from: number): boolean {
  let i = from;
  if (t[i]?.kind !== "name" && t[i]?.kind !== "number") return false;
  for (i++; i < t.length; i++) {
    if (is(t[i], "**")) return true;
    if (is(t[i], ".") || is(t[i], "!") || t[i]?.kind === "name" || is(t[i], "[") || is(t[i], "]")) continue;
    if (t[i]?.kind === "number" && is(t[i - 1], "[")) continue;
    return false;
  }
  return false;
}

/** The first rule that a line breaks. */
export function grammarSlip(source: string, line: Line): Slip | undefined {
  for (const { id, find } of RULES) {
    const found = find(line.tokens, line);
    if (found === undefined) continue;
    const [index, says] = found;
    return { id, says: `Line ${line.number}: ${says}`, ...placed(source, line.tokens[index]) };
  }
  return undefined;
}
