/** A class of answers of every usual sort, written into a new folder: right ones, stubs, slips, and loops without end. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { random } from "../../../reference/randomness/random.ts";

const exercises = ["ex04-chain-rule", "ex09-mse", "ex10-mse-gradients", "ex14-sigmoid"];
export const EXERCISES = "ex04,ex09,ex10,ex14";

/** Of a hundred files. Loops are what a deadline is dear for: each takes its two seconds. */
const mix = { right: 70, slip: 20, stub: 7, broken: 2, loop: 1 } as const;
export type Sort = keyof typeof mix;

/**
 * @param root the course
 * @param loop what stands where a loop without end would: the loop, unless told
 * @returns how many files there are
 */
export function makeClass(
  root: string,
  folder: string,
  students: number,
  seed: number,
  loop: Sort = "loop",
): number {
  const rng = random(seed, "bench/queue");
  for (let i = 0; i < students; i++)
    for (const slug of exercises) {
      const name = `${slug.replace(/^ex\d+-/, "")}.ts`;
      const path = join(folder, `hw-student-${String(i).padStart(4, "0")}`, "exercises", slug, name);
      mkdirSync(dirname(path), { recursive: true });
      const sort = sortOf(100 * rng());
      const text = answer(root, sort === "loop" ? loop : sort, slug, name);
      writeFileSync(path, `${text}\n// ${i} ${slug}\n`);
    }
  return students * exercises.length;
}

function sortOf(percent: number): Sort {
  let left = percent;
  for (const [sort, share] of Object.entries(mix) as [Sort, number][]) {
    left -= share;
    if (left < 0) return sort;
  }
  return "right";
}

function answer(root: string, sort: Sort, slug: string, name: string): string {
  const right = readFileSync(join(root, "solutions", `${slug}.ts`), "utf8");
  switch (sort) {
    case "right":
      return right;
    case "slip":
      return right.replace(/ \* /, " + ");
    case "stub":
      return readFileSync(join(root, "exercises", slug, name), "utf8");
    case "broken":
      return `${right}\nexport function (`;
    case "loop":
      return `for (;;);\n${right}`;
  }
}
