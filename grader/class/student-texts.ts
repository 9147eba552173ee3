/**
 * The texts of a student's repository that are neither task nor grader.
 */
export interface Course {
  readonly title: string;
  readonly version: string;
  readonly slugs: readonly string[];
  readonly esbuild: string;
}

const id = (slug: string): string => slug.split("-")[0] ?? slug;

export const readme = ({ title, slugs }: Course): string => `# ${title}

Each folder in \`exercises/\` holds a task (\`README.md\`) and a file for your answer. You need Node 20.19 or later.

    npm ci                                 once
    npm run grade                          all exercises: score, state, what to do next
    npm run grade ${id(slugs[0] ?? "ex10")}                     one exercise
    npm run grade ${id(slugs[0] ?? "ex10")} -- --watch          again on each save
    npm run hint ${id(slugs[0] ?? "ex10")}                      the next hint
    npm run doctor                         what works on this machine

Edit nothing but the files in \`exercises/\` that end in \`.ts\`. A push to GitHub grades all exercises there, too;
the official grade is made by your instructor, from these files alone.

| exercise | your file |
| --- | --- |
${slugs.map((slug) => `| [${slug}](exercises/${slug}/README.md) | \`exercises/${slug}/${slug.replace(/^ex\d+-/, "")}.ts\` |`).join("\n")}
`;

export const packageJson = ({ title, version, slugs, esbuild }: Course): string =>
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
      dependencies: { esbuild },
      chainrule: { title, exercises: slugs },
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
 * What the grader prints may hold a student's text: workflow commands are off while it runs.
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
          token="$(node -p 'crypto.randomUUID()')"
          echo "::stop-commands::$token"
          npm run --silent grade
          result="$(npm run --silent grade -- --ci github-classroom)"
          code=$?
          echo "::$token::"
          if [ "$code" -gt 1 ]; then exit "$code"; fi
          echo "result=$result" >> "$GITHUB_OUTPUT"
      - name: Report
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
          GRADE_RESULTS: \${{ steps.grade.outputs.result }}
        with:
          runners: grade
`;
