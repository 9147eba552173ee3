/** What an exception means, where its words and the line that threw say it. */
import { isSign } from "./reading.ts";
import { type Slip, shown } from "./slip.ts";
import {
  changedConstant,
  goesOn,
  isInFunction,
  listOf,
  noFunction,
  noObject,
  notDefined,
  recursive,
  type Where,
} from "./thrown-words.ts";
import { LONGEST, type Token, tokensOf, withoutSpaces } from "./tokens.ts";

export interface Thrown {
  /** "TypeError: x is not iterable". */
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

type Words = (found: RegExpExecArray, where: Where) => string | undefined;

const RULES: readonly (readonly [id: string, pattern: RegExp, words: Words])[] = [
  [
    "name-not-defined",
    /^ReferenceError: (\S+) is not defined/,
    ([, name = ""], where) => notDefined(name, where),
  ],
  [
    "used-before-declared",
    /^ReferenceError: Cannot access '(.+)' before initialization/,
    ([, name = ""], where) =>
      goesOn(where) ??
      `${shown(name)} is used above the line that declares it, or in its own first value: declare it before, or take another name.`,
  ],
  [
    "constant-changed",
    /^TypeError: Assignment to constant variable/,
    (_, { here, tokens }) => {
      const name = changedConstant(here, tokens);
      return `${name ?? "What is declared with const"} is changed here${name === undefined ? "" : ", and is declared with const"}: declare it with let.`;
    },
  ],
  [
    "no-list",
    /^TypeError: (.+)\.(?:map|reduce|forEach|slice|filter|push|fill|some|every|entries|at|concat|join|indexOf|sort|reverse) is not a function/,
    ([, what = ""]) => `${shown(what)} is no list here.`,
  ],
  [
    "calls-no-function",
    /^TypeError: (.+) is not a function/,
    ([, what = ""], where) => noFunction(what, where),
  ],
  [
    "row-not-made",
    /^TypeError: Cannot set properties of undefined \(setting '(\d+)'\)/,
    (_, { here, at }) => {
      const list = listOf(here, at);
      return `The row that an entry is put into does not exist yet: make it first${list === undefined ? "" : `, as in ${list}[i] = []`}.`;
    },
  ],
  [
    "this-outside",
    /^TypeError: Cannot (?:read|set) properties of undefined \((?:read|sett)ing '(.+)'\)/,
    ([, name = ""], { here }) =>
      here.some((token, i) => token.text === "this" && here[i + 2]?.text === name)
        ? "There is no this in a function: take what you need as an argument."
        : undefined,
  ],
  [
    "this-of-a-function",
    /^TypeError: Cannot (?:read|set) properties of undefined \((?:read|sett)ing '(.+)'\)/,
    ([, name = ""], { here, tokens }) => {
      const at = here.findIndex(
        ({ text }, i) => text === name && here[i - 4]?.text === "this" && isSign(here[i - 1], "."),
      );
      return at >= 0 && isInFunction(tokens, tokens.indexOf(here[at] as Token))
        ? "A function within a method has a this of its own, which is not the object: write an arrow function, (…) => …, or keep what you need in a variable outside."
        : undefined;
    },
  ],
  [
    "entry-not-there",
    /^TypeError: Cannot read properties of undefined \(reading '([^\d'][^']*)'\)/,
    ([, name = ""], { here }) => {
      const at = here.findIndex(
        ({ text }, i) => text === name && isSign(here[i - 1], ".") && isSign(here[i - 2], "]"),
      );
      const open = at < 0 ? -1 : here.findLastIndex((token, i) => i < at && isSign(token, "["));
      const [list, index] = [here[open - 1], here.slice(open + 1, at - 2)];
      if (list?.kind !== "name" || index.length === 0) return undefined;
      return `${shown(list.text)} has no entry [${shown(withoutSpaces(index))}] here: the index is beyond its last one, or is none.`;
    },
  ],
  [
    "no-list",
    /^TypeError: (?:Spread syntax requires .*iterable|(.+?) is not iterable|.* is not a function or its return value is not iterable|.*number (?:\S+ )?is not iterable)/,
    ([, what = ""]) =>
      `${what === "" || /[^\w.$[\]]/.test(what) ? "What stands there" : shown(what)} is no list: for … of, ... and Math.max(...x) need one.`,
  ],
  [
    "list-of-no-length",
    /^RangeError: Invalid array length/,
    () => "A list of that length cannot be made: new Array(n) needs a whole number n that is not negative.",
  ],
  [
    "calls-itself",
    /^RangeError: Maximum call stack size exceeded/,
    (_, { tokens }) => {
      const own = [...recursive(tokens)];
      return own.length === 0
        ? undefined
        : `${own[0]} calls itself again and again: a case that ends without a further call is missing, or is never met.`;
    },
  ],
  [
    "reduce-without-start",
    /^TypeError: Reduce of empty array with no initial value/,
    () => "reduce without a start cannot take an empty list: write reduce(…, 0).",
  ],
  [
    "class-without-new",
    /^TypeError: Class constructor (\S+) cannot be invoked without 'new'/,
    ([, name = ""]) => `An object of a class is made with new: new ${shown(name)}(…).`,
  ],
  [
    "big-integer",
    /^TypeError: Cannot (?:mix|convert a) BigInt/,
    () => "A number with n at its end, such as 2n, is of another kind: leave the n out.",
  ],
  [
    "no-object-of-the-class",
    /^TypeError: Cannot (?:read|write) private member (\S+) (?:from|to) an object whose class did not declare it/,
    ([, name = ""], { tokens }) => {
      const at = tokens.findIndex(({ text }) => text === name);
      const own = tokens.slice(0, Math.max(0, at)).findLast((_, i) => tokens[i - 1]?.text === "class");
      return own?.kind === "name" ? noObject(`What ${name} is asked of`, own.text) : undefined;
    },
  ],
  [
    "no-class",
    /^TypeError: (\S+) is not a constructor/,
    ([, name = ""]) => `new is for classes, and ${shown(name)} is none.`,
  ],
];

/** What an exception means, or nothing. */
export function thrownSlip(source: string, { message, line, column }: Thrown): Slip | undefined {
  if (source.length > LONGEST) return undefined;
  const said = message.slice(0, 300);
  for (const [id, pattern, words] of RULES) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const tokens = tokensOf(source);
    const here = line === undefined ? [] : inLine(source, tokens, line);
    const begins = line === undefined ? 0 : startOfLine(source, line);
    const says = words(found, { tokens, here, at: begins + (column ?? 1) - 1 });
    if (says === undefined) continue;
    const place = line === undefined ? {} : { line, ...(column === undefined ? {} : { column }) };
    return { id, says, ...place };
  }
  return undefined;
}

/** Where a line begins, from 0. */
function startOfLine(source: string, line: number): number {
  const lines = source.split(/(?<=\r\n|\n|\r(?!\n)|[\u2028\u2029])/);
  return lines.slice(0, line - 1).join("").length;
}

function inLine(source: string, tokens: readonly Token[], line: number): readonly Token[] {
  const [from, to] = [startOfLine(source, line), startOfLine(source, line + 1)];
  return tokens.filter(({ at }) => at >= from && at < to);
}
