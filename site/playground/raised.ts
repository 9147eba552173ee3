/** A sentence with its powers and indices raised and lowered, where no KaTeX is loaded. */
import { typedPowers } from "../../grader/verdict/typed-powers.ts";
import { element } from "./element.ts";

export const raised = (text: string): readonly (Node | string)[] =>
  typedPowers(text).flatMap((part, i) => {
    const [, base = "", sign, behind = ""] = (i % 2 === 1 && /^(.+?)([\^_])\{(.*)\}$/u.exec(part)) || [];
    if (sign === undefined) return [part];
    const set = behind.replace("\\top", "T").replaceAll("-", "−");
    return [base, element(sign === "^" ? "sup" : "sub", {}, set)];
  });
