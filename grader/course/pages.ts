/** Where the course's pages are to be read: on a server, in a student's repository, or built here. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { distFolder } from "./home.ts";
import { homeFolder } from "./own.ts";

/** Beside the grader, in a repository that was made with `--site`: `{ "site": "https://example.org/course/" }`. */
export const PAGES_FILE = "pages.json";

/** The address of the folder of the pages, with its last stroke; nothing where there are none. */
export function pagesAddress(dist = distFolder()): string | undefined {
  try {
    const { site } = JSON.parse(readFileSync(join(dist, PAGES_FILE), "utf8")) as { site?: unknown };
    if (typeof site === "string" && /^https?:\/\/[^\s"<>]+\/$/.test(site)) return site;
  } catch {
    // Not made with an address: the pages may lie here.
  }
  const above = homeFolder(dist);
  const folder = ["pages", join("site", "dist")].find((one) => existsSync(join(above, one, "index.html")));
  return folder === undefined ? undefined : `${pathToFileURL(join(above, folder)).href}/`;
}
