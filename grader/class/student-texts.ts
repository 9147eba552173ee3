/**
 * The texts of a student's repository that are neither task nor grader.
 */
import type { Needs } from "./student-lock.ts";

export interface Course {
  readonly title: string;
  readonly version: string;
  readonly slugs: readonly string[];
  readonly needs: Needs;
  readonly points: ReadonlyMap<string, number>;
  readonly due: Readonly<Record<string, string>>;
}

const id = (slug: string): string => slug.split("-")[0] ?? slug;

/** The exercises with points and due dates, as far as these are known. */
function exerciseTable({ slugs, points, due }: Course): string {
  const hasPoints = slugs.every((slug) => points.has(slug));
  const hasDue = slugs.some((slug) => due[slug] !== undefined);
  const row = (fields: readonly string[]): string => `| ${fields.join(" | ")} |`;
  const columns = ["exercise", "your file", ...(hasPoints ? ["points"] : []), ...(hasDue ? ["due"] : [])];
  const rows = slugs.map((slug) => [
    `[${slug}](exercises/${slug}/README.md)`,
    `\`exercises/${slug}/${slug.replace(/^ex\d+-/, "")}.ts\``,
    ...(hasPoints ? [String(points.get(slug))] : []),
    ...(hasDue ? [due[slug] ?? ""] : []),
  ]);
  return [columns, columns.map(() => "---"), ...rows].map(row).join("\n");
}

export const readme = (course: Course): string => {
  const { title, slugs } = course;
  return `# ${title}

Each folder in \`exercises/\` holds a task (\`README.md\`) and a file for your answer. You need Node 20.19 or later.

    npm ci                                 once
    npm run grade                          all exercises: score, state, what to do next
    npm run grade ${id(slugs[0] ?? "ex10")}                     one exercise
    npm run grade ${id(slugs[0] ?? "ex10")} -- --watch          again on each save
    npm run hint ${id(slugs[0] ?? "ex10")}                      the next hint
    npm run doctor                         what works on this machine

Edit nothing but the files in \`exercises/\` that end in \`.ts\`. A push to GitHub grades all exercises there, too;
the official grade is made by your instructor, from these files alone.

${exerciseTable(course)}
`;
};

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

export const gitignore = `node_modules/
.chainrule/
`;

export const editorconfig = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
`;

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

/**
 * Named and shaped like the workflow that GitHub Classroom made, so that what read its results still can.
 *
 * One process grades everything once. It writes the board to the log, with workflow commands switched off around it,
 * the result to the step's output, a table to the step's summary, and annotations on the student's lines.
 */
export const workflow = `name: Autograding Tests

on:
  push:
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: autograding-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    timeout-minutes: 10
    steps:
      - name: Check out
        uses: actions/checkout@v5
        with:
          persist-credentials: false
      - name: Set up Node
        uses: actions/setup-node@v5
        with:
          node-version: 22
      - name: Install
        run: npm ci --ignore-scripts --no-audit --no-fund
      - name: Grade
        id: grade
        shell: bash
        run: |
          set +e
          npm run --silent grade -- --ci github-classroom > /dev/null
          code=$?
          # 1: something fell short, and there is a grade. 2 and 3: there is none.
          if [ "$code" -gt 1 ]; then exit "$code"; fi
      - name: Report
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
          GRADE_RESULTS: \${{ steps.grade.outputs.result }}
        with:
          runners: grade
`;
