/** The causes of a verdict's findings by name; what only follows from another has none of its own. */
import type { Finding, Verdict } from "../../../verdict/verdict.ts";

export function mistakeSlugs(verdict: Verdict | undefined): readonly string[] {
  const all = verdict?.checks.flatMap(({ finding }) => namesOf(finding)) ?? [];
  return all.length < 2 ? all : [...new Set(all)];
}

const namesOf = (finding: Finding | undefined): readonly string[] => {
  const { cause, mistake } = finding ?? {};
  if (cause?.kind === "follow-on") return [];
  const name = cause?.id ?? mistake;
  return name === undefined ? [] : [name];
};
