/** What is said of a class of edits: of the likeliest, or of the two likeliest where they lie in different places. */
import { EDIT_KINDS, type Edit } from "./edit.ts";

/** The likeliest first: by kind, then in the order of the text. */
export const likeliestFirst = (a: Edit, b: Edit): number =>
  EDIT_KINDS.indexOf(a.kind) - EDIT_KINDS.indexOf(b.kind) || a.start - b.start;

/** An edit may ask whether it is a slip of the loop: "only the first entry were taken: does the loop end after one turn?" */
const QUESTION = /: ([^:?]+\?)$/;

/** What follows "as if", with its place where that is not the function that is graded itself. A question comes later. */
export function clauseOf({ says, place, within }: Edit, fn: string): string | undefined {
  if (says === undefined) return undefined;
  const claim = says.replace(QUESTION, "");
  const isOwn = place === undefined || (within === fn && place === fn);
  return isOwn || claim.includes(place) ? claim : `${claim}, in ${place}`;
}

/** The question of the first of these edits that has one, as a sentence. */
function questionOf(edits: readonly (Edit | undefined)[]): string {
  const [asked] = edits.flatMap((edit) => QUESTION.exec(edit?.says ?? "")?.[1] ?? []);
  return asked === undefined ? "" : ` ${asked.charAt(0).toUpperCase()}${asked.slice(1)}`;
}

/** A place that has a noun can be looked for; one that has none is said where no other gives the same numbers. */
const NAMED: readonly Edit["named"][] = ["itself", "its part", "not"];

/** The sentence of a class in one function's finding; nothing where no place has a noun. */
export function sentenceOf(
  edits: readonly Edit[],
  fn: string,
): { readonly id: string; readonly says: string } | undefined {
  const told = edits.toSorted(likeliestFirst).filter((edit) => clauseOf(edit, fn) !== undefined);
  const named = NAMED.map((how) => told.filter((edit) => edit.named === how));
  const [first, ...rest] = named.find((same) => same.length > 0) ?? [];
  if (first === undefined) return undefined;
  // Edits of one place that give the same numbers are one slip, written in two ways.
  const elsewhere = rest.filter(
    (edit) => edit.says !== first.says && !(edit.start < first.end && first.start < edit.end),
  );
  const second = elsewhere[0] === undefined ? "" : `, or as if ${clauseOf(elsewhere[0], fn)}`;
  const isMany = elsewhere.some(({ says }) => says !== elsewhere[0]?.says);
  // Without a noun or a number it is the right program's slip: whoever wrote another one has no such factor.
  const clause = clauseOf(first, fn) as string;
  const begins =
    first.named === "not" && !/\d/.test(clause)
      ? "One slip in the right answer gives your numbers, as if"
      : "Your answer comes out as if";
  return {
    id: idOf(first),
    says: `${begins} ${clause}${second}.${questionOf([first, elsewhere[0]])}${isMany ? " Other slips give the same numbers." : ""}`,
  };
}

/** "term-left-out-b": a kind and what it is about, in letters, digits and dashes. */
const idOf = ({ kind, about }: Edit): string =>
  `${kind}-${about}`
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
