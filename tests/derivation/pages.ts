/** The derivation pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Page, pageOf } from "../../grader/derivation/page.ts";
import { isLong } from "../is-long.ts";

const folder = resolve(import.meta.dirname, "../../site/derivations");

export const pages: readonly Page[] = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => pageOf(readFileSync(join(folder, name), "utf8"), `site/derivations/${name}`));

/** The pages for which the samples were chosen. With more of them, fewer of each: the whole stays as dear as it is. */
const PAGES_SAMPLED = 14;

/** One in so many of a page is tried: networks, which take longest, have a number of their own. */
export function everyOf(file: string, network: number, other: number): number {
  if (isLong) return 1;
  const share = Math.max(1, pages.length / PAGES_SAMPLED);
  return Math.round(share * (/backprop|network|k-means/.test(file) ? network : other));
}
