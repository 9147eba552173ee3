/** What the file says of the place where an exception was thrown: which name, list, class or function it speaks of. */
import { typingErrors } from "../../typing-errors.ts";
import { foreignField, foreignMath, foreignName } from "./foreign-names.ts";
import { callsIn, declaredIn } from "./outline.ts";
import { isSign } from "./reading.ts";
import { shown } from "./slip.ts";
import { braceAround, startOfBracket, type Token } from "./tokens.ts";

export interface Where {
  readonly tokens: readonly Token[];
  /** The tokens of the line that threw, and the place of the one that did. */
  readonly here: readonly Token[];
  readonly at: number;
}

/** A line that ends in no semicolon goes on where the next one begins with a bracket. */
export function goesOn({ here, tokens }: Where): string | undefined {
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
export function isInFunction(tokens: readonly Token[], at: number): boolean {
  for (let brace = braceAround(tokens, at); brace >= 0; brace = braceAround(tokens, brace)) {
    const open = startOfBracket(tokens, brace - 1);
    if ([tokens[open - 1], tokens[open - 2]].some((token) => token?.text === "function")) return true;
  }
  return false;
}

/** Names that the file declares, wherever. */
function declaredNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set(declaredIn(tokens).flatMap(({ name, parameters }) => [name, ...parameters]));
  for (const [i, token] of tokens.entries())
    if (/^(?:const|let|var|class)$/.test(token.text) && tokens[i + 1]?.kind === "name")
      names.add((tokens[i + 1] as Token).text);
  return names;
}

export function notDefined(name: string, { tokens, here }: Where): string {
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

export function noFunction(what: string, { here, tokens }: Where): string | undefined {
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

export const noObject = (what: string, of: string): string =>
  `${what === "" ? "What stands there" : shown(what)} is no ${shown(of)} here: a plain number has to be made one first, as in new ${shown(of)}(2).`;

/** The name that is set in a line and declared with const. */
export function changedConstant(here: readonly Token[], tokens: readonly Token[]): string | undefined {
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
export function listOf(here: readonly Token[], at: number): string | undefined {
  const list = here.findLast(
    (token, i) =>
      token.at <= at && token.kind === "name" && isSign(here[i + 1], "[") && !isSign(here[i - 1], "["),
  );
  return list === undefined ? undefined : shown(list.text);
}

export function* recursive(tokens: readonly Token[]): Generator<string> {
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
