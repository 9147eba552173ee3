/** A copy of one exercise, and what the check says of it. */
import { checkCourse } from "../../grader/author/check/check-course.ts";
import { refusalLine } from "../../grader/author/check/refusal.ts";
import { Copy } from "./courses.ts";

export const slug = "ex10-mse-gradients";
export const folder = `exercises/${slug}`;
export const solution = `solutions/${slug}.ts`;
export const course = (): Copy => new Copy(slug, "mse-line");

/** What the check says of a course, line by line. */
export async function linesOf(copy: Copy): Promise<string[]> {
  const reports = await checkCourse(copy, [copy.slug]);
  return reports.flatMap(({ refusals }) => refusals.map(refusalLine));
}
