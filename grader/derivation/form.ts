/**
 * The form of a derivation page, as far as its text shows it: a question with numbers, an example, symbols with a
 * look, wrong lines, an end in three lines, and a way that does not argue with a source.
 */
import type { Page } from "./page.ts";
import { beginsWithSource, namesSource } from "./source-remark.ts";

/** What a page lacks, one line each; nothing for one in full form. */
export function lackingIn(markdown: string, { symbols, displays, example }: Page): string[] {
  const text = markdown.replaceAll("\r\n", "\n");
  const opening = text.slice(0, firstStep(text)).replace(/```[\s\S]*?```/g, "");
  const paragraphs = opening.split(/\n{2,}/).filter((part) => part.trim() !== "" && !part.startsWith("#"));
  const [question = ""] = paragraphs;
  const sentences = question.split(/[.?!](?=\s|$)/).filter((part) => part.trim() !== "").length;
  const named = displays.filter(({ wrong = [] }) => wrong.length > 0).length;
  const three = /^## In three lines\n\n((?:- .+\n)+)/m.exec(text)?.[1]?.trim().split("\n").length;
  const last = [...text.matchAll(/^## .+$/gm)].at(-1)?.[0];
  return [
    ...(question.includes("?") ? [] : ["it begins with a question"]),
    ...(/\d/.test(question) ? [] : ["the question has a number in it"]),
    ...(sentences >= 2 && sentences <= 7
      ? []
      : [`the question has two to seven sentences, not ${sentences}`]),
    ...(/^At the end you /m.test(opening) ? [] : ["`At the end you can …` says what it is good for"]),
    ...(example.length > 0 ? [] : ["a block `example` gives its symbols numbers"]),
    ...(symbols.some(({ isPrincipal }) => isPrincipal) ? [] : ["a star marks its principal symbols"]),
    ...(named >= Math.min(2, displays.length) ? [] : ["`wrong:` lines stand below two formulas or more"]),
    ...(three === 3 ? [] : ["`## In three lines` has a list of three"]),
    ...(last === "## What if" ? [] : ["it ends with `## What if`"]),
    ...strayRemarks(text).map(
      (remark) => `what a source says stands in a paragraph of its own that begins with it: "${remark}"`,
    ),
  ];
}

const firstStep = (text: string): number => /^## Step /m.exec(text)?.index ?? text.length;

function strayRemarks(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => namesSource(part) && !beginsWithSource(part) && !/^(?:[-|#`$]|\d+\. )/.test(part))
    .map((part) => part.slice(0, 60));
}
