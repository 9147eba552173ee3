/** The files of a new folder for a course of one's own. */

/** The commands that people type there, as in the course itself. */
const COMMANDS = [
  "grade",
  "hint",
  "doctor",
  "site",
  "classroom",
  "report",
  "worker",
  "erase",
  "new",
  "stubs",
  "check",
  "mutants",
] as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const EXERCISES = "my-exercises";

/** By path; `npm install` of the packed course completes it. */
export const ownFolderFiles = (): ReadonlyMap<string, string> =>
  new Map([
    [
      "package.json",
      json({
        name: "my-course",
        version: "0.1.0",
        private: true,
        type: "module",
        engines: { node: ">=20.19" },
        scripts: {
          ...Object.fromEntries(COMMANDS.map((command) => [command, `chainrule ${command}`])),
          format: `biome check --write ${EXERCISES}`,
        },
      }),
    ],
    [
      "chainrule.config.json",
      json({
        $schema: "./node_modules/chainrule/grader/course/own/config.schema.json",
        exclude: [],
        extend: `./${EXERCISES}`,
      }),
    ],
    [
      "tsconfig.json",
      json({
        extends: "chainrule/tsconfig.json",
        include: [EXERCISES, "node_modules/chainrule/raw.d.ts"],
      }),
    ],
    ["biome.json", json({ extends: ["chainrule/biome.json"] })],
    [".gitignore", "node_modules/\n.chainrule/\nsite/dist/\n/report/\n"],
    [
      `${EXERCISES}/README.md`,
      "Exercises of our own: a folder each, as `npm run new ex74-softsign` makes it; their model answers in a folder solutions, their derivations in one named derivations.\n",
    ],
  ]);
