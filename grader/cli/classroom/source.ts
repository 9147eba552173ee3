/** What a student's repository is made of, by the options of `classroom`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isBare } from "../../author/derivation-texts.ts";
import { isUntouched } from "../../author/stub-of.ts";
import type { Source } from "../../class/student/files.ts";
import { withPackedFormulas } from "../../class/student/packed-formulas.ts";
import { aboutExercise } from "../../course/about.ts";
import { isDerivation, shortName, stubPath } from "../../course/exercises.ts";
import { distFolder } from "../../course/home.ts";
import { keptFolder, ownCourse } from "../../course/own.ts";
import { UsageError } from "../../usage-error.ts";
import { dueDates } from "../flags/due-dates.ts";
import { exercisesAlong, exercisesGiven } from "../flags/exercises.ts";
import { type Points, pointsGiven } from "../flags/points.ts";

export interface ClassroomOptions {
  readonly exercises?: string;
  /** A way through the course, in place of a list of exercises. */
  readonly path?: string;
  readonly title?: string;
  readonly points?: string;
  readonly due?: string;
  readonly site?: string;
  readonly gpu?: true;
}

/** @throws UsageError for an unknown exercise, a worked-in stub, or a program outside its course */
export async function sourceOf(
  { exercises: list, path, title, points, due, site, gpu }: ClassroomOptions & { readonly title: string },
  before: { readonly due?: Readonly<Record<string, string>>; readonly points?: Points } = {},
): Promise<Source> {
  const dist = distFolder();
  const root = dirname(dist);
  if (!existsSync(join(root, "solutions")))
    throw new UsageError("classroom: works in the course's own repository only; cd there and run it again");
  const chosen = exercisesGiven(await exercisesAlong(path, list));
  for (const slug of chosen) {
    const file = stubPath(root, slug);
    const isBareStub = (text: string): boolean =>
      isDerivation(slug) ? isBare(text) : isUntouched(text, shortName(slug));
    if (!existsSync(file) || !isBareStub(readFileSync(file, "utf8")))
      throw new UsageError(
        `${file}: a bare stub expected, it holds work or is missing; \`npm run stubs -- --force\` cuts it anew`,
      );
  }
  const own = ownCourse();
  const given =
    points === undefined ? (filled(own?.points) ?? before.points ?? {}) : pointsGiven(points, chosen);
  const exercises = await Promise.all(chosen.map((slug) => aboutExercise(slug, given)));
  return {
    root,
    dist,
    slugs: chosen,
    title: title.replace(/\s+/g, " ").trim(),
    points: new Map(exercises.map((exercise, i) => [chosen[i]!, exercise.points])),
    givenPoints: given,
    due: due === undefined ? (filled(own?.due) ?? before.due ?? {}) : dueDates(due, chosen),
    ...(site === undefined ? { pages: builtPages(root) } : { site: siteGiven(site) }),
    gpu: gpu === true,
  };
}

/** What a config says, if it says anything. */
const filled = <T extends object>(given: T | undefined): T | undefined =>
  given === undefined || Object.keys(given).length === 0 ? undefined : given;

/** An address with its last stroke. @throws UsageError for what a browser would not open */
function siteGiven(given: string): string {
  const bad = new UsageError(
    `--site: an address expected, such as https://example.org/course/, got ${JSON.stringify(given)}`,
  );
  if (!URL.canParse(given)) throw bad;
  const { protocol, href, search, hash } = new URL(given);
  if (!/^https?:$/.test(protocol) || search !== "" || hash !== "") throw bad;
  return href.replace(/(?:index\.html|\/)?$/, "/").replace(/\/\/$/, "/");
}

/** The bytes of a file of the pages as they go along. */
const pageAt = (path: string): Uint8Array =>
  path.endsWith(".html") ? Buffer.from(withPackedFormulas(readFileSync(path, "utf8"))) : readFileSync(path);

/** The pages that `npm run site` has made, by path; none where it has not run. */
function builtPages(root: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(keptFolder(root), "site", "dist");
  if (!existsSync(join(folder, "index.html"))) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).split(sep).join("/"), pageAt(path)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
