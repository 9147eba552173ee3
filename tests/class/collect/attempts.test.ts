import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { collect } from "../../../grader/class/collect/collect.ts";
import { openSubmissions } from "../../../grader/class/collect/submissions.ts";
import { temporary } from "../report.ts";

const place = temporary("attempts");
afterAll(() => place.remove());
const slug = "ex09-mse";
const put = (...folders: readonly string[]): void => {
  for (const folder of folders) {
    const file = join(place.path, folder, "mse.ts");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `// ${folder}\n`);
  }
};

/** The names of the attempts of each student, in their order, or why there are none. */
async function attempts(folder: string) {
  const { all } = await openSubmissions(join(place.path, folder), [slug]);
  return Object.fromEntries(
    all.map(({ folder: name, tree }) => {
      const { attempts: found, problem } = collect(tree!, [slug]);
      return [name, problem ?? found.map((each) => each.name).join(", ")];
    }),
  );
}

describe("attempts", () => {
  test.each([
    ["attempt-1", "attempt-2", "attempt-10"],
    ["attempt_1", "attempt_2", "attempt_10"],
    ["Attempt 1", "Attempt 2", "Attempt 10"],
    ["submission-1", "submission-2", "submission-10"],
    ["v1", "v2", "v10"],
    ["1st try", "2nd try", "10th try"],
    ["2026-11-03", "2026-11-20T09-30-00", "2026-12-01T08:00:00Z"],
    ["2026-11-03T23-59-00+02:00", "2026-11-03T23-00-00Z", "2026-11-04"],
  ])("of one student alone in the class are one student's, in their order: %s, %s, %s", async (...names) => {
    const [first = ""] = names;
    put(...names.toReversed().map((name) => `one ${first}/s001/${name}`));
    expect(await attempts(`one ${first}`)).toEqual({ s001: names.join(", ") });
  });

  test("are those of a student too where the student's own folder is given as the class", async () => {
    put("own/s001/attempt-1", "own/s001/attempt-2");
    expect(await attempts("own/s001")).toEqual({ s001: "attempt-1, attempt-2" });
  });

  test("may have bare numbers in a student's folder, beside other students", async () => {
    put("many/s001/1", "many/s001/2", "many/s001/10", "many/s002");
    expect(await attempts("many")).toEqual({ s001: "1, 2, 10", s002: "" });
  });

  test("are not what students are called by: numbers of a register, names, Gradescope's submissions", async () => {
    put(
      "numbers/all/20261103",
      "numbers/all/20261104",
      "scope/x/submission_271828182",
      "scope/x/submission_271828183",
    );
    expect(Object.keys(await attempts("numbers"))).toEqual(["20261103", "20261104"]);
    expect(Object.keys(await attempts("scope"))).toEqual(["submission_271828182", "submission_271828183"]);
    put("subs/submission-1", "subs/submission-2");
    const { all, beside } = await openSubmissions(join(place.path, "subs"), [slug]);
    expect(all.map(({ folder }) => folder)).toEqual(["submission-1", "submission-2"]);
    expect(beside.join()).toMatch(/submission-1, submission-2: taken as folders of students/);
  });

  test("of which nobody can tell the last are no work of anybody's", async () => {
    put("twins/s001/attempt-1", "twins/s001/attempt_01", "twins/s002");
    put("mixed/s001/attempt-1", "mixed/s001/2026-11-03", "mixed/s002");
    put("final/s001/attempt-1", "final/s001/attempt-final", "final/s002");
    expect((await attempts("twins")).s001).toMatch(/attempts of different numbers expected/);
    expect((await attempts("mixed")).s001).toMatch(/which is the last is unclear/);
    expect((await attempts("final")).s001).toMatch(/attempt-final: an attempt with a number or a time/);
  });

  test("are said to have been taken for such, and a folder further in is found", async () => {
    put("said/s001/attempt-1", "said/s001/attempt-2/my-work", "said/s002");
    const { all } = await openSubmissions(join(place.path, "said"), [slug]);
    const { attempts: found, remarks } = collect(all[0]!.tree!, [slug]);
    expect(found.map(({ files }) => files[0]?.source)).toEqual([
      "// said/s001/attempt-1\n",
      "// said/s001/attempt-2/my-work\n",
    ]);
    expect(remarks).toContainEqual({
      kind: "attempts",
      text: "attempt-1, attempt-2: taken as attempts of one student, in this order",
    });
  });
});
