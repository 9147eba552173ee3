/** The board: unit by unit, what is passed, what fell short, what to do next. */

import { capstonesFor } from "../../capstone/capstones.ts";
import { isDerivation, shortName } from "../../course/exercises.ts";
import { type Look, type LookOptions, lookOf } from "../../verdict/look.ts";
import { isNotStarted } from "../../verdict/not-started.ts";
import { cut, padEnd, wrap } from "../../verdict/width.ts";
import { nextToDo } from "./board.ts";
import type { BoardRow } from "./board-row.ts";

const STATE = 13;
const POINTS = 10;

/** The page, ending in a line break. */
export function renderBoard(rows: readonly BoardRow[], seed: number, options: LookOptions): string {
  const look = lookOf(options);
  const next = nextToDo(rows);
  const units = [...new Set(rows.map((row) => row.unit))];
  const width = Math.max(...rows.map((row) => shortName(row.slug).length)) + 4;
  const lines = units.flatMap((unit) => {
    const own = rows.filter((row) => row.unit === unit);
    const name = cut(look.say(`${unit}  ${own[0]?.unitTitle ?? ""}`), look.columns, look.dots);
    return [look.bold(name), ...own.map((row) => lineOf(row, row === next, width, look)), ""];
  });
  return `${[...lines, ...totalOf(rows, seed, next, look)].join("\n")}\n`;
}

function lineOf(row: BoardRow, isNext: boolean, width: number, look: Look): string {
  const room = look.columns - width - STATE - POINTS - 2;
  const title = padEnd(cut(look.say(row.title), room, look.dots), room);
  const name = padEnd(`${isNext ? ">" : " "} ${shortName(row.slug)}`, width);
  const points = `${row.verdict?.status === "error" ? "-" : (row.verdict?.score ?? 0)} of ${row.points}`;
  const [state, paint] = stateOf(row, look);
  const line = `${title}  ${paint(state.padEnd(STATE))}${points.padStart(POINTS)}`.trimEnd();
  const shown =
    look.pages === undefined
      ? name
      : name.replace(shortName(row.slug), (id) => look.link(id, `${look.pages}${row.slug}.html`));
  return (isNext ? look.bold(shown) : shown) + line;
}

function stateOf(row: BoardRow, look: Look): readonly [string, (text: string) => string] {
  if (row.verdict === undefined) return ["no verdict", look.red];
  if (row.verdict.status === "pass") return ["pass", look.green];
  if (row.verdict.status === "error") return ["not judged", look.bold];
  return isNotStarted(row.verdict) ? ["not started", look.dim] : ["falls short", look.red];
}

function totalOf(
  rows: readonly BoardRow[],
  seed: number,
  next: BoardRow | undefined,
  look: Look,
): readonly string[] {
  const counted = rows.filter(({ verdict }) => verdict?.status !== "error");
  const score = counted.reduce((sum, { verdict }) => sum + (verdict?.score ?? 0), 0);
  const most = counted.reduce((sum, { points }) => sum + points, 0);
  const passed = counted.filter(({ verdict }) => verdict?.status === "pass").length;
  const unjudged = rows.length - counted.length;
  const total = `${score} of ${most}`;
  const rest = cut(
    `${passed} of ${rows.length} passed, ${unjudged === 0 ? "" : `${unjudged} not judged, `}seed ${seed}`,
    look.columns - 11 - total.length,
    look.dots,
  );
  return [
    `Score   ${look.bold(total)}   ${look.dim(rest)}`,
    ...endingOf(rows, next, look),
    ...rewardOf(rows, look),
    ...pagesOf(look),
  ];
}

/** The capstone of the last unit that is passed as a whole. */
function rewardOf(rows: readonly BoardRow[], look: Look): readonly string[] {
  const open = new Set(
    rows.flatMap(({ slug, unit, verdict }) =>
      verdict?.status === "pass" || isDerivation(slug) ? [] : [unit],
    ),
  );
  const earned = capstonesFor(rows.map(({ slug }) => shortName(slug))).filter(({ unit }) => !open.has(unit));
  const last = earned.at(-1);
  if (last === undefined) return [];
  const text = `npm run capstone ${last.unit}: your own functions at real work`;
  return wrap(text, look.columns - 8).map((line, i) => (i === 0 ? "Reward  " : "        ") + line);
}

/** Where the pages are: a server's address, or a link to those that lie here. */
function pagesOf({ pages, columns, hasLinks, link }: Look): readonly string[] {
  if (pages === undefined) return [];
  if (hasLinks) return [`Pages   ${link("open the course", `${pages}index.html`)}`];
  return pages.startsWith("http") && pages.length + 8 <= columns ? [`Pages   ${pages}`] : [];
}

/** What comes next; where nothing is left, the end, and what to do with what is written. */
function endingOf(rows: readonly BoardRow[], next: BoardRow | undefined, look: Look): readonly string[] {
  if (next !== undefined) return [`Next    npm run grade ${shortName(next.slug)}`];
  const text = `all ${rows.length} exercises are passed. npm run train -- circles trains a network by these gradients.`;
  return wrap(text, look.columns - 8).map((line, i) => (i === 0 ? "Done    " : "        ") + line);
}
