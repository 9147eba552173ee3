import { type Found, NAME, pattern, variable } from "./patterns.ts";

/** The parameters have the names that were asked for, in another order. */
export function parametersInOtherOrder(
  code: string,
  fn: string,
  asked: readonly string[],
): Found | undefined {
  const head = pattern(`${variable(fn)}\\s*(?:=\\s*(?:async\\b\\s*)?(?:function\\b\\s*)?)?\\(`).exec(code);
  if (head === null) return undefined;
  const begin = head.index + head[0].length;
  const parameters = code.slice(begin, endOfBracket(code, begin));
  const taken = [...parameters.matchAll(pattern(`(?:^|,)\\s*(${NAME})`, "gu"))]
    .map(([, name]) => name as string)
    .filter((name) => asked.includes(name));
  if (taken.length !== asked.length || new Set(taken).size !== asked.length) return undefined;
  if (taken.every((name, i) => name === asked[i])) return undefined;
  return {
    says: `${fn} is called with (${asked.join(", ")}); yours takes (${taken.join(", ")}).`,
    at: head.index,
  };
}

/** Where the bracket ends that was opened before this place. */
function endOfBracket(code: string, from: number): number {
  let depth = 1;
  for (let i = from; i < code.length; i++) {
    if ("([{".includes(code[i] as string)) depth++;
    else if (")]}".includes(code[i] as string) && --depth === 0) return i;
  }
  return code.length;
}
