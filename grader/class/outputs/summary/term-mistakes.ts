/** Named mistakes over the days of a term: which are new, which stay, which are gone. */
import type { Day } from "../../term/history/day.ts";
import type { Term } from "../../term/history/term.ts";

export interface TermMistake {
  readonly slug: string;
  readonly name: string;
  /** How many students make it, day by day. */
  readonly counts: readonly number[];
  readonly now: number;
  readonly most: number;
  /** The first day of those shown. */
  readonly firstSeen: string;
  /** In a word or two. */
  readonly says: string;
}

/** Those of most students now first, then those that most had at one time. */
export function termMistakes({ days }: Pick<Term, "days">): readonly TermMistake[] {
  const keys = new Map<string, readonly [slug: string, name: string]>();
  for (const { exercises } of days)
    for (const [slug, { mistakes }] of exercises)
      for (const name of mistakes.keys()) keys.set(`${slug} ${name}`, [slug, name]);
  return [...keys.values()]
    .map(([slug, name]) => mistakeOver(days, slug, name))
    .sort((a, b) => b.now - a.now || b.most - a.most || (a.slug + a.name < b.slug + b.name ? -1 : 1));
}

function mistakeOver(days: readonly Day[], slug: string, name: string): TermMistake {
  const counts = days.map(({ exercises }) => exercises.get(slug)?.mistakes.get(name) ?? 0);
  const now = counts.at(-1) ?? 0;
  const most = Math.max(...counts);
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const isBack = counts.slice(first, last).includes(0);
  return {
    ...{ slug, name: name.replaceAll("-", " "), counts, now, most, firstSeen: days[first]!.date },
    says:
      now === 0
        ? `gone since ${days[last + 1]!.date}`
        : isBack
          ? "it came back"
          : first === days.length - 1 && days.length > 1
            ? "new"
            : now < most
              ? "fewer than there were"
              : "as many as there ever were",
  };
}
