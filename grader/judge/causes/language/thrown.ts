/** What an exception means, where its words and the line that threw say it. */
import { typingErrors } from "../../typing-errors.ts";
import { foreignField, foreignMath, foreignName } from "./foreign-names.ts";
import { callsIn, declaredIn } from "./outline.ts";
import { type Slip, shown } from "./slip.ts";
import { braceAround, LONGEST, type Token, tokensOf } from "./tokens.ts";

export interface Thrown {
  /** "TypeError: x is not iterable". */
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

interface Where {
  readonly tokens: readonly Token[];
  /** The tokens of the line that threw, and the place of the one that did. */
  readonly here: readonly Token[];
  readonly at: number;
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
      const place = index.map(({ text }) => text).join("");
      return `${shown(list.text)} has no entry [${shown(place)}] here: the index is beyond its last one, or is none.`;
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
    /^TypeError: Cannot mix BigInt/,
    () => "A number with n at its end, such as 2n, is of another kind: leave the n out.",
  ],
  [
    "big-integer",
    /^TypeError: Cannot convert a BigInt value to a number/,
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

/** A line that ends in no semicolon goes on where the next one begins with a bracket. */
function goesOn({ here, tokens }: Where): string | undefined {
  const [first] = here;
  const last = here[here.length - 1];
  for (const next of [first, last && tokens[tokens.indexOf(last) + 1]]) {
    if (next?.isFirst !== true || !(isSign(next, "[") || isSign(next, "("))) continue;
    const before = tokens[tokens.indexOf(next) - 1];
    if (before === undefined || /^[;{}]$/.test(before.text)) continue;
    return `A line that begins with ${next.text} goes on with the line above it, unless that ends in a semicolon: write one there.`;
  }
  return undefined;
}

/** Whether a place lies in the braces of a function that is written with that word. */
function isInFunction(tokens: readonly Token[], at: number): boolean {
  for (let brace = braceAround(tokens, at); brace >= 0; brace = braceAround(tokens, brace)) {
    let open = brace - 1;
    for (let depth = 0; open > 0; open--) {
      if (isSign(tokens[open], ")")) depth++;
      else if (isSign(tokens[open], "(") && --depth === 0) break;
    }
    if ([tokens[open - 1], tokens[open - 2]].some((token) => token?.text === "function")) return true;
  }
  return false;
}

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;

/** Names that the file declares, wherever. */
function declaredNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set(declaredIn(tokens).flatMap(({ name, parameters }) => [name, ...parameters]));
  for (const [i, token] of tokens.entries())
    if (/^(?:const|let|var|class)$/.test(token.text) && tokens[i + 1]?.kind === "name")
      names.add((tokens[i + 1] as Token).text);
  return names;
}

function notDefined(name: string, { tokens, here }: Where): string {
  const declared = declaredNames(tokens);
  if (declared.has(name))
    return `${shown(name)} is declared inside other braces, and is not seen here: declare it above them, or hand it over as an argument.`;
  const foreign = foreignName(name);
  const near = nearest(name, declared);
  const isSet = here.some((token, i) => token.text === name && isSign(here[i + 1], "="));
  // A name of the file that differs in case alone says more than one of another language.
  if (near !== undefined && near.toLowerCase() === name.toLowerCase())
    return `${shown(name)} is not declared; ${shown(near)} is: capital letters count.`;
  if (foreign !== undefined && !isSet) return foreign;
  if (isSet)
    return `${shown(name)} gets a value without being declared: write let ${shown(name)} = … the first time.`;
  if (near !== undefined) return `${shown(name)} is not declared; is ${shown(near)} meant?`;
  return `${shown(name)} is used, and nothing of that name is declared in this file.`;
}

/** A declared name that is one or two strokes away; short ones are all near each other. */
function nearest(name: string, declared: ReadonlySet<string>): string | undefined {
  const same = [...declared].find((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return same;
  const most = name.length < 3 ? 0 : name.length < 6 ? 1 : 2;
  return [...declared]
    .map((other) => ({ other, errors: typingErrors(name.slice(0, 40), other.slice(0, 40)) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors)[0]?.other;
}

function noFunction(what: string, { here, tokens }: Where): string | undefined {
  if (/^[\d.]+$/.test(what))
    return `${shown(what)}(…) is a call; a product needs its sign: ${shown(what)} * (…).`;
  const [, owner, field] = /^(.*?)\??\.([\p{L}_$][\p{L}\p{N}_$]*)$/u.exec(what) ?? [];
  if (field === undefined) {
    if (/^\(.*\)$/.test(what) || what.includes("intermediate value")) return undefined;
    const called = here.findIndex((token, i) => token.text === what && isSign(here[i + 1], "("));
    if (called < 0) return undefined;
    const functions = declaredIn(tokens).map(({ name }) => name);
    if (functions.includes(what))
      return `${shown(what)} is a function of this file, and here a variable of the same name: give one of them another name.`;
    return `${shown(what)}(…) is a call, and ${shown(what)} is no function: is a sign such as * missing, or [ ] meant?`;
  }
  if (owner === "Math") return foreignMath(field) ?? `Math has no ${shown(field)}.`;
  const method = methodOf(tokens, field);
  return method === undefined ? foreignField(field) : noObject(owner ?? "", method);
}

/** The class that has a method of this name. */
function methodOf(tokens: readonly Token[], name: string): string | undefined {
  const at = tokens.findIndex(
    ({ text }, i) => text === name && isSign(tokens[i + 1], "(") && /^[{};]$/.test(tokens[i - 1]?.text ?? ""),
  );
  const own = at < 0 ? undefined : tokens.slice(0, at).findLast((_, i) => tokens[i - 1]?.text === "class");
  return own?.kind === "name" ? own.text : undefined;
}

const noObject = (what: string, of: string): string =>
  `${what === "" ? "What stands there" : shown(what)} is no ${shown(of)} here: a plain number has to be made one first, as in new ${shown(of)}(2).`;

/** The name that is set in a line and declared with const. */
function changedConstant(here: readonly Token[], tokens: readonly Token[]): string | undefined {
  const constants = new Set(
    tokens.flatMap((token, i) =>
      token.text === "const" && tokens[i + 1]?.kind === "name" ? [(tokens[i + 1] as Token).text] : [],
    ),
  );
  return here.find(
    (token, i) =>
      constants.has(token.text) &&
      !isSign(here[i - 1], ".") &&
      here[i - 1]?.text !== "const" &&
      (/^(?:[-+*/%]|\*\*)?=$|^\+\+$|^--$/.test(here[i + 1]?.text ?? "") ||
        /^(?:\+\+|--)$/.test(here[i - 1]?.text ?? "")),
  )?.text;
}

/** The list that an entry is put into: the last one before the place. */
function listOf(here: readonly Token[], at: number): string | undefined {
  const list = here.findLast(
    (token, i) =>
      token.at <= at && token.kind === "name" && isSign(here[i + 1], "[") && !isSign(here[i - 1], "["),
  );
  return list === undefined ? undefined : shown(list.text);
}

function* recursive(tokens: readonly Token[]): Generator<string> {
  const calls = callsIn(tokens);
  const outer = declaredIn(tokens).filter(({ depth }) => depth === 0);
  for (const {
    name,
    body: [from, to],
  } of outer) {
    const isDirect = tokens.some(
      (token, i) =>
        i > from &&
        i < to &&
        token.text === name &&
        isSign(tokens[i + 1], "(") &&
        !isSign(tokens[i - 1], "."),
    );
    const isThrough = [...(calls.get(name) ?? [])].some((other) => calls.get(other)?.has(name));
    if (isDirect || isThrough) yield name;
  }
}
