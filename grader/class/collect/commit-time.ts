import { gitObject } from "./git-object.ts";
import type { Tree } from "./tree.ts";

const SMALL = 1 << 20;

const textOf = (tree: Tree, path: readonly string[]): string | undefined => {
  const bytes = tree.bytes(path, 0, SMALL);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

/**
 * When the newest commit of a clone says that it was made, in milliseconds since 1970; undefined without a clone.
 *
 * It is what the student's machine wrote into it. A table of times from where it was pushed to is better evidence.
 */
export function commitTime(tree: Tree): number | undefined {
  try {
    const head = textOf(tree, [".git", "HEAD"])?.trim();
    const name = head === undefined ? undefined : commitName(tree, head);
    const commit = name === undefined ? undefined : gitObject(tree, name);
    if (commit?.type !== "commit") return undefined;
    // The message comes after an empty line; it may say anything.
    const [header = ""] = commit.data.toString("utf8").split("\n\n", 1);
    const seconds = /^committer .*> (\d{1,11}) [+-]\d{4}$/m.exec(header)?.[1];
    return seconds === undefined ? undefined : Number(seconds) * 1000;
  } catch {
    return undefined;
  }
}

function commitName(tree: Tree, head: string): string | undefined {
  const ref = /^ref: (refs\/[\w./+@-]{1,200})$/.exec(head)?.[1];
  if (ref === undefined) return head;
  const loose = textOf(tree, [".git", ...ref.split("/")])?.trim();
  if (loose !== undefined) return loose;
  const lines = textOf(tree, [".git", "packed-refs"])?.split(/\r?\n/) ?? [];
  return lines.find((line) => line.slice(41) === ref)?.slice(0, 40);
}
