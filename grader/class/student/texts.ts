/**
 * The texts of a student's repository that are neither task nor grader.
 */
import { capstonesFor } from "../../capstone/capstones.ts";
import { fileOf } from "../../course/exercises.ts";
import type { Needs } from "./lock.ts";
import page from "./readme.md.hbs";

/**
 * Named and shaped like the workflow that GitHub Classroom made, so that what read its results still can.
 *
 * One process grades everything once. It writes the board to the log, with workflow commands switched off around it,
 * the result to the step's output, a table to the step's summary, and annotations on the student's lines.
 */
export { default as workflow } from "./autograding.yml?raw";
export { default as editorconfig } from "./editorconfig.txt?raw";
export { default as gitignore } from "./gitignore.txt?raw";
/** Grades from the editor: each finding stands in the list of problems, at its function. */
export { default as tasks } from "./vscode-tasks.json?raw";

export interface Course {
  readonly title: string;
  readonly version: string;
  readonly slugs: readonly string[];
  readonly needs: Needs;
  readonly points: ReadonlyMap<string, number>;
  readonly due: Readonly<Record<string, string>>;
  /** What stands before the name of a page: an address, or a folder of the repository; nothing where there are none. */
  readonly reading: string | undefined;
}

const id = (slug: string): string => slug.split("-")[0] ?? slug;

export const readme = ({ title, slugs, points, due, reading }: Course): string =>
  page({
    title,
    reading,
    first: id(slugs[0] ?? "ex10"),
    capstone: capstonesFor(slugs.map(id))[0]?.unit,
    // As far as they are known.
    hasPoints: slugs.every((slug) => points.has(slug)),
    hasDue: slugs.some((slug) => due[slug] !== undefined),
    exercises: slugs.map((slug) => ({
      slug,
      file: fileOf(slug),
      points: points.get(slug),
      page: reading === undefined ? undefined : `${reading}${slug}.html`,
      due: due[slug],
    })),
  });

export const packageJson = ({ title, version, slugs, needs, due }: Course): string =>
  `${JSON.stringify(
    {
      name: "chainrule-exercises",
      version,
      description: title,
      private: true,
      type: "module",
      engines: { node: ">=20.19" },
      scripts: {
        grade: "node grader/chainrule.js grade",
        hint: "node grader/chainrule.js hint",
        capstone: "node grader/chainrule.js capstone",
        doctor: "node grader/chainrule.js doctor",
      },
      ...needs,
      chainrule: { title, exercises: slugs, ...(Object.keys(due).length > 0 ? { due } : {}) },
    },
    null,
    2,
  )}\n`;

/** For the editor only: the grader strips types and checks none. */
export const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["es2023"],
      types: [],
      strict: true,
      noEmit: true,
    },
    include: ["exercises"],
  },
  null,
  2,
)}\n`;

export const settings = `${JSON.stringify(
  {
    "files.eol": "\n",
    "editor.tabSize": 2,
    "editor.rulers": [110],
    "files.readonlyInclude": { "grader/**": true },
    "search.exclude": { "grader/**": true, "**/node_modules": true },
  },
  null,
  2,
)}\n`;
