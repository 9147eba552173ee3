import { posix } from "node:path";
import type { File } from "../parts.ts";
import type { Found } from "./found.ts";

/** Links and references that lead nowhere, within the site and within the page. */
export function brokenLinks(
  path: string,
  html: string,
  pages: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, File>,
): Found[] {
  const ids = idsIn(html);
  const links = [...html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)].flatMap(([, address = ""]) => {
    if (/^(?:https?:|data:|mailto:)/.test(address)) return [];
    const [target = "", anchor] = address.replace(/&amp;/g, "&").split("#");
    const file = target === "" ? path : posix.join(posix.dirname(path), target.split("?")[0] ?? "");
    if (!files.has(file)) return [{ where: address, what: "a link to a file that is not there" }];
    const page = pages.get(file);
    if (anchor === undefined || page === undefined || idsIn(page).has(anchor)) return [];
    return [{ where: address, what: `a link to #${anchor}, which ${file} does not have` }];
  });
  const references = [
    ...html.matchAll(/\b(?:aria-labelledby|aria-describedby|aria-controls|for)="([^"]*)"/g),
  ].flatMap(([, list = ""]) =>
    list
      .split(" ")
      .filter((id) => !ids.has(id))
      .map((id) => ({ where: id, what: "a reference to an element that is not there" })),
  );
  return [...links, ...references];
}

const known = new Map<string, ReadonlySet<string>>();

function idsIn(html: string): ReadonlySet<string> {
  const before = known.get(html);
  if (before !== undefined) return before;
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string));
  if (known.size > 200) known.clear();
  known.set(html, ids);
  return ids;
}
