/** The derivations of the course, with what their pages give, as the tests use them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, pageOf } from "../../../grader/derivation/page.ts";
import { type Given, givenBy } from "../../../grader/derivation/written/given.ts";
import type { DerivationExercise } from "../../../grader/exercise/derivation.ts";

export const root = join(import.meta.dirname, "../../..");

export const derivations: readonly string[] = readdirSync(join(root, "exercises"))
  .filter((name) => /^d\d/.test(name))
  .sort();

export interface Loaded {
  readonly exercise: DerivationExercise;
  readonly markdown: string;
  readonly page: Page;
  readonly given: Given;
}

const loaded = new Map<string, Loaded>();

export async function derivation(slug: string): Promise<Loaded> {
  const known = loaded.get(slug);
  if (known !== undefined) return known;
  const { default: form } = (await import(`../../../exercises/${slug}/derivation.ts`)) as {
    default: Omit<DerivationExercise, "slug">;
  };
  const exercise = { ...form, slug };
  const markdown = readFileSync(join(root, "site/derivations", `${exercise.page}.md`), "utf8");
  const page = pageOf(markdown, exercise.page);
  const made = { exercise, markdown, page, given: givenBy(exercise, page) };
  loaded.set(slug, made);
  return made;
}

/** As the author's tools ask for one. */
export const loadWritten = async (slug: string): Promise<{ exercise: DerivationExercise; page: string }> => {
  const { exercise, markdown } = await derivation(slug);
  return { exercise, page: markdown };
};

export const answerOf = (slug: string): string => readFileSync(join(root, "solutions", `${slug}.md`), "utf8");

/** Lines as the fields of a page hand them over. */
export const typed = (lines: readonly string[]): { text: string }[] => lines.map((text) => ({ text }));
