/** Every submission that the tests hold, and those that the course's authors share beside the repository. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allFixturesIn, attacks, type Fixture, repository } from "../box/fixtures.ts";
import { slugOf } from "../judge/course.ts";

export interface Submission {
  /** Its folder and name: fail/sign. */
  readonly id: string;
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  /** Wrong at so few places that the seed decides which check meets one, or ended by whichever limit is met first. */
  readonly varies?: boolean;
}

/** What is so deep or so large that the machine decides whether it is read, or which limit is met first. */
const AT_A_LIMIT = /deep-(answer|recursion|nested)|huge-answer|stdout-flood|close-descriptors|proxies/;

export const submissionOf = (folder: string, { name, exercise, program }: Fixture): Submission => ({
  id: `${folder}/${name}`,
  slug: slugOf(exercise),
  file: program.file,
  source: program.source,
  varies: AT_A_LIMIT.test(name),
});

/** Fixtures of a folder that answer other exercises than ex10: whole ones, and model answers with a text exchanged. */
export const ofOthers = (folder: "pass" | "fail"): Submission[] => [
  ...allFixturesIn(folder)
    .filter(({ exercise }) => exercise !== "ex10")
    .map((fixture) => submissionOf(folder, fixture)),
  ...edited(folder),
];

interface Edit {
  readonly name: string;
  readonly text: string;
  readonly instead: string;
  readonly varies?: boolean;
}

function edited(folder: string): Submission[] {
  const path = join(repository, "tests/fixtures", folder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const number = file.replace(/\.json$/, "");
      const slug = slugOf(number);
      const solution = readFileSync(join(repository, "solutions", `${slug}.ts`), "utf8");
      return (JSON.parse(readFileSync(join(path, file), "utf8")) as Edit[]).map(
        ({ text, instead, ...edit }) => {
          if (!solution.includes(text))
            throw new Error(`${folder}/${file}: the model answer does not hold ${text}`);
          const source = solution.replace(text, () => instead);
          return { ...edit, id: `${folder}/${number}: ${edit.name}`, slug, file: "answer.ts", source };
        },
      );
    });
}

const shared = join(repository, "../shared/cases/judge");
/** Whether what the authors share is here. */
export const sharedIsHere = existsSync(join(shared, "cases.json")) && attacks().length > 0;

/** Answers of students that fell short; none where that folder is missing. */
export function cases(): Submission[] {
  if (!sharedIsHere) return [];
  const listed = JSON.parse(readFileSync(join(shared, "cases.json"), "utf8")) as readonly {
    readonly file: string;
    readonly exercise: string;
  }[];
  // Some are listed once for each thing that they show.
  return [...new Map(listed.map((one) => [one.file, one])).values()].map(({ file, exercise }) => ({
    id: `cases/${file}`,
    slug: slugOf(exercise),
    file,
    source: readFileSync(join(shared, file), "utf8"),
  }));
}
