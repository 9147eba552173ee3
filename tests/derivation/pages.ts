/** The derivation pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Page, pageOf } from "../../grader/derivation/page.ts";

const folder = resolve(import.meta.dirname, "../../site/derivations");

export const pages: readonly Page[] = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => pageOf(readFileSync(join(folder, name), "utf8"), `site/derivations/${name}`));
