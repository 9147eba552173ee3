import { escaped, type Found, has, NAME, pattern, variable } from "./patterns.ts";

/** A loop over i <= x.length that reads x[i]. */
export function oneTooFar(code: string): Found | undefined {
  const loop = `\\bfor\\s*\\(\\s*(?:let|var)\\s+(${NAME})\\s*=[^;]*;\\s*\\1\\s*<=\\s*(${NAME})(\\.length)?\\s*;`;
  for (const { 1: i = "", 2: limit = "", 3: length, index } of code.matchAll(pattern(loop, "gu"))) {
    const list =
      length !== undefined
        ? limit
        : pattern(`${variable(limit)}\\s*=\\s*(${NAME})\\.length[ \\t]*[;,\\n\\r]`).exec(code)?.[1];
    if (list === undefined) continue;
    if (!has(code.slice(index), `${variable(list)}\\s*\\[\\s*${escaped(i)}\\s*\\]`)) continue;
    return {
      says: `The loop runs while ${i} <= ${limit}${length ?? ""}, and ${list}[${list}.length] does not exist: is < meant?`,
      at: index,
    };
  }
  return undefined;
}
