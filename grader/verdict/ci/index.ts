/**
 * The formats of `--ci`, by name.
 */
import { classroom50 } from "./classroom50.ts";
import { editor } from "./editor.ts";
import { exercism } from "./exercism.ts";
import type { CiFormat } from "./format.ts";
import { githubClassroom } from "./github-classroom.ts";
import { gradescope } from "./gradescope.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { prairielearn } from "./prairielearn.ts";

export type { CiFormat, CiMeta } from "./format.ts";

const formats: ReadonlyMap<string, CiFormat> = new Map([
  ["github-classroom", githubClassroom],
  ["classroom50", classroom50],
  ["gradescope", gradescope],
  ["exercism", exercism],
  ["prairielearn", prairielearn],
  ["junit", junit],
  ["json", json],
  ["editor", editor],
]);

export const ciFormats: readonly string[] = [...formats.keys()];

export const formatFor = (name: string): CiFormat | undefined => formats.get(name);
