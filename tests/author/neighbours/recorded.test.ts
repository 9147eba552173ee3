import { join } from "node:path";
import { expect, it } from "vitest";
import { slugsIn } from "../../../grader/author/course.ts";
import { answerDigest, recorded } from "../../../grader/author/mutants/recorded.ts";

const root = join(import.meta.dirname, "../../..");

it("site/mutants.json is of the model answers as they are, and adds up", () => {
  const all = Object.entries(recorded(root));
  const slugs = slugsIn(root);
  for (const [slug, { answer, made, equivalent, rejected, asked, named, passed, survivors }] of all) {
    expect(slugs).toContain(slug);
    expect(answer, `${slug}: run npm run mutants ${slug.slice(0, 4)}`).toBe(answerDigest(root, slug));
    expect(equivalent.exact + equivalent.rounded + rejected + passed, slug).toBe(made);
    expect(asked).toBeLessThanOrEqual(rejected);
    expect(named).toBeLessThanOrEqual(asked);
    expect(survivors).toHaveLength(passed);
  }
});
