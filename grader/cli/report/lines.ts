/** Lines on the terminal, wrapped at its width, and lists of which only the first are shown. */
import { type LookOptions, lookOf } from "../../verdict/look.ts";
import { wrap } from "../../verdict/width.ts";
import type { Say, Show } from "./say.ts";

const MOST = 12;

export function linesOn(options: LookOptions) {
  const look = lookOf(options);
  const lines: string[] = [];
  const say: Say = (text, indent = "") => {
    for (const [i, line] of wrap(look.say(text), look.columns - indent.length - 2).entries())
      lines.push(`${indent}${i === 0 || indent === "" ? "" : "  "}${line}`);
  };
  const show: Show = (title, each, most = MOST) => {
    if (each.length === 0) return;
    say(`${title}: ${each.length}`);
    for (const one of each.slice(0, most)) say(one, "  ");
    if (each.length > most) lines.push(`  and ${each.length - most} more, in report.html`);
  };
  return { look, lines, say, show, text: () => `${lines.join("\n")}\n` };
}
