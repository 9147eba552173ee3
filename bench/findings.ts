/** How often a wrong answer is told its cause, how often a false one, and what that takes. */
import { createNodeBox } from "../grader/box/node-box.ts";
import { loadExercise, slugs } from "../grader/course/exercises.ts";
import { GROUPS, type Subject } from "./findings/subject.ts";
import { subjectsOf } from "./findings/subjects.ts";
import { graded, type Told, toldOf } from "./findings/told.ts";
import type { Progress } from "./part.ts";
import { median } from "./rounds.ts";
import type { Row } from "./row.ts";
import { targets } from "./table.ts";

/** Edits of each exercise that are drawn. */
const EDITS = 12;
const WARM = 3;

/** What answers were told, and by how many milliseconds each took longer to grade than a right one. */
interface Measured {
  readonly told: readonly Told[];
  readonly extra: readonly (readonly [string, number])[];
}

/**
 * @param options a number of edits of each exercise, `--list` for what is not as it should be, `--seed=N` for other
 * inputs, names of exercises, and of groups: `listed`, `edits`, `submissions`
 */
export async function findings(progress: Progress, options: readonly string[]): Promise<string> {
  const edits = Number(options.find((option) => /^\d+$/.test(option)) ?? EDITS);
  const named = options.filter((option) => /^ex\d/.test(option));
  const asked = slugs().filter((slug) => named.length === 0 || named.some((name) => slug.startsWith(name)));
  const seed = Number(options.find((option) => option.startsWith("--seed="))?.slice("--seed=".length) ?? 1);
  const groups = GROUPS.filter((group) => options.includes(group.split(" ")[0] as string));
  const wanted = groups.length === 0 ? GROUPS : groups;
  const all: Measured[] = [];
  for (const slug of asked) {
    progress(slug);
    all.push(await measured(slug, edits, wanted, seed));
  }
  const told = all.flatMap((one) => one.told);
  const extra = all.flatMap((one) => one.extra).sort(([, a], [, b]) => b - a);
  const list = options.includes("--list") ? ["", ...remarks(told, extra)] : [];
  return [targets([...shares(told), ...costs(extra)]), ...list].join("\n");
}

async function measured(
  slug: string,
  edits: number,
  groups: readonly Subject["group"][],
  seed: number,
): Promise<Measured> {
  const exercise = await loadExercise(slug);
  const box = createNodeBox({ spare: true });
  try {
    const { wrong: all, right } = subjectsOf(exercise, edits, box);
    const wrong = all.filter(({ group }) => groups.includes(group));
    if (wrong.length === 0) return { told: [], extra: [] };
    const base = new Map(GROUPS.map((group) => [group, Number.POSITIVE_INFINITY]));
    for (const subject of Object.values(right))
      for (let i = 0; i < WARM; i++)
        base.set(
          subject.group,
          Math.min(base.get(subject.group) ?? 0, (await graded(exercise, subject, seed)).ms),
        );
    const told = await toldOf(exercise, wrong, seed);
    const extra = told
      .filter(({ subject }) => subject.wanted === undefined)
      .map(({ subject, ms }) => [subject.name, ms - (base.get(subject.group) ?? 0)] as const);
    return { told, extra };
  } finally {
    box.close();
  }
}

const percent = (few: readonly unknown[], all: readonly unknown[]): number =>
  all.length === 0 ? 0 : (100 * few.length) / all.length;

function shares(told: readonly Told[]): readonly Row[] {
  const rows = GROUPS.flatMap((group): readonly Row[] => {
    const own = told.filter(({ subject }) => subject.group === group);
    if (own.length === 0) return [];
    const row: Row = {
      what: `${group} told their cause, of ${own.length}`,
      measured: percent(
        own.filter((one) => one.isNamed),
        own,
      ),
      unit: " %",
      target: { is: "at least", bound: group === "listed mistakes" ? 95 : 85 },
    };
    return [row];
  });
  const named = told.filter((one) => one.isNamed);
  const caused = told.filter(({ cause, subject }) => cause !== undefined && subject.wanted === undefined);
  const contradicted = caused.filter(({ instead }) => instead !== undefined);
  return [
    ...rows,
    {
      what: `· by an edge case's own words, of ${named.length} told`,
      measured: percent(
        named.filter((one) => one.isEdgeAlone),
        named,
      ),
      unit: " %",
    },
    {
      what: `causes that other inputs contradict, of ${caused.length}`,
      measured: percent(contradicted, caused),
      unit: " %",
      target: { is: "at most", bound: 1 },
    },
  ];
}

function costs(extra: readonly (readonly [string, number])[]): readonly Row[] {
  const ms = extra.map(([, one]) => one);
  if (ms.length === 0) return [];
  return [
    { what: "diagnosis, median", measured: median(ms), unit: " ms", target: { is: "at most", bound: 150 } },
    {
      what: "diagnosis, worst",
      measured: Math.max(...ms),
      unit: " ms",
      target: { is: "at most", bound: 500 },
    },
  ];
}

const SLOW = 300;

function remarks(told: readonly Told[], extra: readonly (readonly [string, number])[]): readonly string[] {
  return [
    ...told.filter((one) => !one.isNamed).map((one) => `no cause: ${one.subject.name}\n    ${one.message}`),
    ...told.flatMap(({ subject, cause, message, instead }) =>
      instead === undefined
        ? []
        : [`${cause}: ${subject.name}\n    ${message}\n    other inputs: ${instead}`],
    ),
    ...extra.filter(([, ms]) => ms > SLOW).map(([name, ms]) => `${ms.toFixed(0)} ms: ${name}`),
  ];
}
