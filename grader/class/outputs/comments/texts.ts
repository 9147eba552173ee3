/** Comments as texts, for gradebooks. */
import type { StudentResult } from "../../results.ts";
import { idOf } from "../names.ts";

/** What is on an exercise, or on the whole without one. */
export const commentsOn = ({ comments = [] }: StudentResult, slug?: string): readonly string[] =>
  comments.flatMap((each) => (each.slug === slug ? [each.text] : []));

/** All comments of a student as one text in Markdown; empty where there are none. */
export function commentText(student: StudentResult): string {
  const parts = [...commentsOn(student)];
  for (const { slug } of student.exercises) {
    const own = commentsOn(student, slug);
    if (own.length > 0) parts.push(`**${idOf(slug)}**\n\n${own.join("\n\n")}`);
  }
  return parts.join("\n\n");
}
