/** Few inputs fail, and chance would part them from the others in many ways: an edge case that fails, too, has a name. */
import { edgeWords } from "../../edge-words.ts";
import { isWrong } from "../../parts.ts";
import type { Source } from "../diagnosis.ts";

/** So few inputs, and so small a share. */
const RARE = 5;
const SHARE = 0.05;

export const rareAtEdge: Source = ({ answers, edges, edgeOf }) => {
  const wrong = answers.filter(isWrong).length;
  if (wrong === 0 || wrong > RARE || wrong > SHARE * answers.length) return undefined;
  for (const answer of edges()) {
    const found = isWrong(answer) ? edgeOf(answer) : undefined;
    if (found === undefined) continue;
    const words = edgeWords(found.edge, { kind: "returned", value: answer.returned, changed: [] }, answer);
    if (words === "") continue;
    const right = answers.length - wrong;
    return {
      text: `Right on ${right} of ${answers.length} inputs; wrong as well at the edge case "${found.name}": ${words}`,
      cause: { id: "edge-case", kind: "feature", says: words, matched: right + 1, of: answers.length + 1 },
    };
  }
  return undefined;
};
