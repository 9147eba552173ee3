/** Archives of submissions, for the tests of those that read them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { collect } from "../../grader/class/collect/collect.ts";
import { openSubmissions } from "../../grader/class/collect/submissions.ts";
import { temporary } from "./report.ts";

export const slug = "ex10-mse-gradients";
export const usual = `exercises/${slug}/mse-gradients.ts`;
export const text = (each: string): Uint8Array => new TextEncoder().encode(each);
/** What each folder comes to: the source of the answer, or why there is none. */
export async function found(path: string): Promise<Record<string, string>> {
  const { all } = await openSubmissions(path, [slug]);
  return Object.fromEntries(
    all.map(({ folder, tree, problem }) => {
      if (tree === undefined) return [folder, problem ?? "no tree"];
      const { attempts } = collect(tree, [slug]);
      const [attempt] = attempts;
      return [folder, attempt?.files[0]?.source ?? attempt?.refused.get(slug) ?? "missing"];
    }),
  );
}

/** Writes archives, into a folder that goes with the tests of the file that asks for it. */
export function archiveFolder(): (name: string, bytes: Uint8Array) => string {
  const { path, remove } = temporary("archives");
  afterAll(remove);
  return (name, bytes) => {
    writeFileSync(join(path, name), bytes);
    return join(path, name);
  };
}
