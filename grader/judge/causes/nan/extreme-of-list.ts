import { escaped, type Found, has, NAME, pattern, variable } from "./patterns.ts";

/** What only a list has. */
const OF_A_LIST = "\\s*(?:\\[|\\.(?:map|length|reduce|forEach|slice|filter|entries|some|every|at)\\b)";
const LIST_TYPE = "\\s*:\\s*(?:readonly\\s+)?(?:number\\s*\\[|Array\\s*<|ReadonlyArray\\s*<|Vector\\b)";

/** Math.max(row) where row is a list. */
export function extremeOfList(code: string): Found | undefined {
  for (const match of code.matchAll(pattern(`\\bMath\\.(max|min)\\(\\s*(${NAME})\\s*\\)`, "gu"))) {
    const [, extreme, list = ""] = match;
    const it = variable(list);
    const isList =
      has(code, it + OF_A_LIST) ||
      has(code, it + LIST_TYPE) ||
      has(code, `\\bof\\s+${it}\\s*\\)`) ||
      has(code, `\\.\\.\\.${escaped(list)}(?![\\p{L}\\p{N}_$])`);
    if (isList) {
      const says = `Math.${extreme}(${list}) of a list is NaN: spread it, Math.${extreme}(...${list}).`;
      return { says, at: match.index };
    }
  }
  return undefined;
}
