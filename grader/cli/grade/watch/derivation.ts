/** A step of a derivation as text, for reading beside the editor. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forReaders } from "../../../verdict/for-readers.ts";
import { whereToRead } from "../../../verdict/where-to-read.ts";

/**
 * The text of a step, such as `mse-line#step-4`, or where to find it.
 *
 * Without a step, the whole derivation is named.
 */
export function derivationText(root: string, read: string): string {
  const [name = "", step] = read.split("#step-");
  const file = `site/derivations/${name}.md`;
  const where = `Derivation: ${whereToRead(read)}`;
  if (step === undefined) return where;
  return `${stepOf(textOf(join(root, file)), step) ?? ""}${where}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}

function stepOf(text: string, step: string): string | undefined {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^##+ Step (\w+)\b/.exec(line)?.[1] === step);
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => /^##? |^## Step/.test(line));
  const own = length < 0 ? lines.slice(start) : lines.slice(start, start + 1 + length);
  return `${forReaders(own.join("\n")).trim()}\n\n`;
}
