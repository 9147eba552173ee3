/** All files of the site, made from the course's sources; nothing where one of them is wrong. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { capstonesFor } from "../../grader/capstone/capstones.ts";
import { stillOf } from "../figures/frame/still.ts";
import { figureScripts, scriptsOf, stillStyle, styleOf } from "./assets/bundles.ts";
import { ICON } from "./assets/icon.ts";
import { katexStyle } from "./assets/katex-style.ts";
import { audit, type Origin } from "./audit/audit.ts";
import { capstonePage, capstonePath } from "./capstone/capstone-page.ts";
import type { Course } from "./course.ts";
import { derivationPage } from "./derivation/derivation-page.ts";
import { type Derivation, readDerivation } from "./derivation/read-derivation.ts";
import { exercisePage } from "./exercise/exercise-page.ts";
import { keptPage, stateOf } from "./kept-page.ts";
import { loadCourse } from "./load-course.ts";
import { descriptionOf, unitPage, unitTexts } from "./map/unit-page.ts";
import { unitsOf } from "./map/units.ts";
import { memo, numberOf } from "./memo.ts";
import { fixedPages } from "./pages/fixed-pages.ts";
import { mutantsText } from "./pages/mutants-text.ts";
import { prosePage } from "./pages/prose-page.ts";
import { type File, partsOf, type Rooms } from "./parts.ts";
import { type Problem, SiteError } from "./problem.ts";
import { searchIndex } from "./search-index.ts";
import { shell } from "./shell.ts";
import { placesIn, readCoverage } from "./sources/coverage.ts";
import { coverageText } from "./sources/coverage-text.ts";
import { termsIn, withTerms } from "./text/terms.ts";
import { writtenPage } from "./written/written-page.ts";

export interface SiteOptions {
  readonly root: string;
  readonly rooms: Rooms;
  readonly minify: boolean;
  /** Told what is being done. */
  readonly onProgress?: (what: string) => void;
}

/** Texts in site/pages/. */
const PROSE = ["before-you-start", "notation", "glossary", "errata", "how-it-is-checked"];

/**
 * The files by path from the site's folder.
 *
 * @throws SiteError with everything that is wrong
 */
export async function siteFiles(options: SiteOptions): Promise<Map<string, File>> {
  const { root, rooms, minify, onProgress = () => {} } = options;
  const problems: Problem[] = [];
  const glossary = readFileSync(join(root, "site/pages/glossary.md"), "utf8");
  const terms = termsIn(glossary);
  onProgress("reading the exercises");
  const course = await loadCourse(root);
  const shared = [`${numberOf(rooms)}`, glossary, stateOf(course)];
  const derivations = readAll(root, problems, onProgress);
  const parts = partsOf(rooms);
  const files = new Map<string, File>();
  const origins = new Map<string, Origin>();

  for (const derivation of derivations) {
    onProgress(`setting ${derivation.name}`);
    const path = `${derivation.name}.html`;
    const next = nextOf(derivation, course, derivations);
    origins.set(path, derivation);
    files.set(
      path,
      shell({
        title: `${titleOf(derivation)} · Chainrule`,
        description: `Derivation, step by step, with each relation checked: ${titleOf(derivation)}.`,
        mainHtml: keptPage(path, [...shared, derivation.text, next?.text ?? ""], problems, (wrong) =>
          withTerms(derivationPage(derivation, course, parts, wrong, next), terms, path),
        ),
        kind: "derivation-page",
      }),
    );
  }
  for (const exercise of course.exercises) {
    onProgress(`setting ${exercise.slug}`);
    const derivation = derivations.find(({ name }) => name === exercise.derivation);
    const file = `exercises/${exercise.slug}/README.md`;
    if (derivation === undefined) {
      // One that cannot be read has been named.
      if (!problems.some((one) => one.file === `site/derivations/${exercise.derivation}.md`))
        problems.push({ file, what: `its derivation ${exercise.derivation} has no page` });
      continue;
    }
    problems.push(...lostSteps(exercise, derivations));
    const path = `${exercise.slug}.html`;
    origins.set(path, { file, text: exercise.readme });
    files.set(
      path,
      shell({
        title: `${exercise.id} ${exercise.title} · Chainrule`,
        description: `Exercise ${exercise.id}: ${exercise.title}. Write it, and let it be graded in this page.`,
        mainHtml: keptPage(path, [...shared, derivation.text], problems, (wrong) =>
          withTerms(exercisePage(exercise, derivation, course, wrong), terms, path),
        ),
        kind: "exercise-page",
        allows: rooms.playgroundPolicy?.() ?? {},
      }),
    );
  }
  for (const written of course.written) {
    const { slug, id, exercise, readme } = written;
    onProgress(`setting ${slug}`);
    const derivation = derivations.find(({ name }) => name === exercise.page);
    // One that cannot be read has been named, and the build of the exercise knows of one that is not there.
    if (derivation === undefined) continue;
    const path = `${slug}.html`;
    origins.set(path, { file: `exercises/${slug}/README.md`, text: readme });
    files.set(
      path,
      shell({
        title: `${id} ${exercise.title} · Chainrule`,
        description: `Write the derivation line by line, and have each line checked: ${exercise.title}.`,
        mainHtml: withTerms(writtenPage(written, derivation, course, problems), terms, path),
        kind: "exercise-page",
        scripts: rooms.playgroundFiles === undefined ? [] : ["play/lines.js"],
      }),
    );
  }
  for (const capstone of capstonesFor(course.exercises.map(({ id }) => id)))
    files.set(
      capstonePath(capstone),
      shell({
        title: `Capstone ${capstone.unit}: ${capstone.title} · Chainrule`,
        description: `${capstone.title}, by your own functions.`,
        mainHtml: capstonePage(capstone, course),
        kind: "prose-page",
        scripts: rooms.playgroundFiles === undefined ? [] : ["play/capstone.js"],
        allows: rooms.playgroundPolicy?.() ?? {},
      }),
    );
  const coverage = readCoverage(root);
  const texts = [
    ...PROSE.map((name) => ({ name, text: readFileSync(join(root, "site/pages", `${name}.md`), "utf8") })),
    { name: "coverage", text: coverageText(coverage, placesIn(course.exercises, derivations, coverage)) },
    { name: "mutants", text: mutantsText(root, course.exercises) },
  ];
  for (const { name, text } of texts) {
    origins.set(`${name}.html`, { file: `site/pages/${name}.md`, text });
    const { title, description, mainHtml } = prosePage(name, text, problems);
    files.set(
      `${name}.html`,
      shell({
        title: `${title} · Chainrule`,
        description,
        mainHtml,
        kind: /coverage|mutants/.test(name) ? "prose-page long-table" : "prose-page",
        here: `${name}.html`,
      }),
    );
  }
  const units = unitsOf(course, derivations);
  const introductions = unitTexts(root, units, problems);
  for (const [i, introduction] of introductions.entries()) {
    const { name, unit, file, text } = introduction;
    origins.set(`${name}.html`, { file, text });
    files.set(
      `${name}.html`,
      shell({
        title: `${unit.title} · Chainrule`,
        description: descriptionOf(introduction),
        mainHtml: withTerms(
          unitPage(introduction, course.exercises, introductions[i + 1]?.unit, problems),
          terms,
          `${name}.html`,
        ),
        kind: "prose-page",
        scripts: ["assets/map.js"],
      }),
    );
  }
  for (const [path, html] of fixedPages(course, derivations, units, parts, problems)) files.set(path, html);
  if (problems.length > 0) throw new SiteError(problems);

  onProgress("bundling styles and scripts");
  const pages = [...files.values()].map(String);
  const { css, fonts } = katexStyle(pages);
  for (const [path, font] of fonts) files.set(path, font);
  files.set("assets/site.css", await styleOf(root, css, minify));
  for (const [path, script] of await scriptsOf(root, minify)) files.set(path, script);
  for (const [path, script] of await figureScripts(root, figuresIn(pages), minify)) files.set(path, script);
  const marks = await stillStyle(root);
  for (const [id, figure] of Object.entries(rooms.figures))
    files.set(`assets/stills/${id}.svg`, stillOf(figure, marks));
  files.set("assets/search-index.js", searchIndex(course, derivations, [...texts, ...introductions]));
  files.set("assets/icon.svg", ICON);
  files.set(".nojekyll", "");
  for (const [path, file] of (await rooms.playgroundFiles?.({ minify })) ?? []) files.set(path, file);

  onProgress("looking through the pages");
  const wrong = audit(files, origins);
  if (wrong.length > 0) throw new SiteError(wrong);
  return files;
}

const figuresIn = (pages: readonly string[]): string[] => [
  ...new Set(
    pages.flatMap((html) => [...html.matchAll(/ data-figure="(\w+)"/g)].map(([, id]) => id as string)),
  ),
];

const titleOf = ({ title }: Derivation): string => title.replace(/[$`_*]/g, "");

function readAll(root: string, problems: Problem[], onProgress: (what: string) => void): Derivation[] {
  const folder = join(root, "site/derivations");
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3));
  return names.flatMap((name) => {
    onProgress(`checking ${name}`);
    try {
      const text = readFileSync(join(folder, `${name}.md`), "utf8");
      return [memo(`derivation ${name}`, text, () => readDerivation(name, text))];
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
}

/** The derivation after this one, in the order of the exercises. */
function nextOf(
  { name }: Derivation,
  course: Course,
  derivations: readonly Derivation[],
): Derivation | undefined {
  const order = [...new Set(course.exercises.map(({ derivation }) => derivation))];
  const at = order.indexOf(name);
  return at < 0 ? undefined : derivations.find((one) => one.name === order[at + 1]);
}

/** Steps that mistakes send a student to, and that are not there. */
function lostSteps(
  { slug, mistakes }: Course["exercises"][number],
  derivations: readonly Derivation[],
): Problem[] {
  const reads = Object.values(mistakes).flatMap((named) => Object.values(named).map(({ read }) => read));
  return [...new Set(reads)]
    .filter((read) => {
      const [name, step] = read.split("#step-");
      const derivation = derivations.find((one) => one.name === name);
      return (
        derivation === undefined ||
        (step !== undefined && !derivation.steps.some(({ number }) => number === Number(step)))
      );
    })
    .map((read) => ({
      file: `exercises/${slug}/exercise.ts`,
      where: read,
      what: "a step that no derivation has",
    }));
}
