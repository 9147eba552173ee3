/** What the search looks into, made at build time: one entry a step, a task, a part of a page. */
import MiniSearch from "minisearch";
import type { CheckedDisplay } from "../../grader/derivation/checked.ts";
import { packed } from "../../packed-text.mjs";
import type { Course } from "./course.ts";
import type { Derivation } from "./derivation/read-derivation.ts";
import { mathsText } from "./maths/maths-text.ts";
import { statementsOf } from "./maths/statements-of.ts";
import { formulaKey, type Kind, SEARCH } from "./search-options.ts";

interface Entry {
  /** Its address. */
  readonly id: string;
  readonly kind: Kind;
  readonly page: string;
  readonly part: string;
  readonly text: string;
  /** What else it goes by: its unit, and commands of its formulas, so that σ is found as sigma. */
  readonly names: string;
  /** What its formulas say something about, and what it arrives at, each as one key. */
  readonly formulas: string;
  readonly ends: string;
}

/** A script that sets `searchIndex`, packed: it loads on file://, where nothing may be fetched. */
export function searchIndex(
  course: Course,
  derivations: readonly Derivation[],
  texts: readonly { readonly name: string; readonly text: string }[],
): string {
  const index = new MiniSearch<Entry>(SEARCH);
  index.addAll([
    ...course.exercises.map(({ slug, id, title, unitTitle, readme, functions }) =>
      entry({
        id: `${slug}.html`,
        kind: "exercise",
        page: title,
        part: `${id}: ${Object.keys(functions).join(", ")}`,
        names: [slug, unitTitle],
        source: readme.replace(/^# .*\n/, ""),
      }),
    ),
    ...course.written.map(({ slug, id, readme, exercise }) =>
      entry({
        id: `${slug}.html`,
        kind: "exercise",
        page: exercise.title,
        part: `${id}: a derivation to write`,
        names: [slug, exercise.unitTitle],
        source: readme.replace(/^# .*\n/, ""),
      }),
    ),
    ...derivations.flatMap((derivation) =>
      inDerivation(
        derivation,
        course.exercises.filter((exercise) => exercise.derivation === derivation.name),
      ),
    ),
    ...texts.flatMap(({ name, text }) => inText(name, text)),
  ]);
  return `self.searchIndex="${packed(JSON.stringify(index))}";`;
}

interface Given extends Pick<Entry, "id" | "kind" | "page" | "part"> {
  /** Its Markdown. */
  readonly source: string;
  readonly names?: readonly string[];
  readonly displays?: readonly CheckedDisplay[];
}

function entry({ source, displays = [], names = [], page, part, ...more }: Given): Entry {
  const subjects = displays.flatMap(({ tex }) => statementsOf(tex).map(subjectOf));
  const ended = displays.filter(({ statements }) => statements.some(({ status }) => status === "end"));
  return {
    ...more,
    page: plain(page),
    part: plain(part),
    text: plain(source),
    names: [
      ...names,
      ...joined(`${page} ${part}`),
      ...new Set([...source.matchAll(/\\([A-Za-z]{2,})/g)].map(([, name]) => name)),
    ].join(" "),
    // In small letters, too, for who types them so.
    formulas: [...subjects, ...subjects.map((subject) => subject.toLowerCase())].join(" "),
    ends: ended.flatMap(({ tex }) => statementsOf(tex).map(subjectOf)).join(" "),
  };
}

/** Words with a hyphen as some write them: crossentropy, minibatch. */
const joined = (text: string): string[] =>
  [...text.matchAll(/\p{L}+(?:-\p{L}+)+/gu)].map(([word]) => word.replaceAll("-", ""));

/** What stands left of the first relation. */
const subjectOf = (tex: string): string => formulaKey(mathsText(tex).split(/ [=≈≤≥<>∝←⇔⟺] /)[0] ?? "");

const inDerivation = (
  { name, title, steps, displays }: Derivation,
  exercises: Course["exercises"],
): Entry[] =>
  steps.map(({ number, title: part, blocks }) =>
    entry({
      id: number === 0 ? `${name}.html` : `${name}.html#step-${number}`,
      kind: number === 0 ? "derivation" : "step",
      page: title,
      part: number === 0 ? "Derivation" : `Step ${number}: ${part}`,
      names:
        number === 0
          ? [name, ...new Set(exercises.flatMap(({ title, unitTitle }) => [title, unitTitle]))]
          : [],
      source: blocks
        .map((block) =>
          block.is === "text" ? block.text : block.is === "formula" ? `$$${block.display.tex}$$` : "",
        )
        .join("\n\n"),
      displays: displays.filter(({ step }) => step === number),
    }),
  );

/** Texts of a kind of their own, part by part. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["errata", "erratum"],
  ["glossary", "term"],
]);

function inText(name: string, text: string): Entry[] {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  return text.split(/^(?=#{2,3} )/m).map((part, i) => {
    const heading = /^#{1,3} (.+)$/m.exec(part)?.[1] ?? "";
    const anchor = /\{#([\w-]+)\}/.exec(heading)?.[1];
    return entry({
      id: i === 0 ? `${name}.html` : `${name}.html${anchor === undefined ? `?${i}` : `#${anchor}`}`,
      kind: KINDS.get(name) ?? "text",
      page: title,
      part: i === 0 ? "" : heading.replace(/\{#.*/, ""),
      source: part.replace(/^#{1,3} .*\n/, ""),
    });
  });
}

/** Words without marks, formulas as text. */
const plain = (markdown: string): string =>
  markdown
    .replace(/```(?:symbols|figure)[\s\S]*?```/g, " ")
    .replace(/```math\n([\s\S]*?)```|\$\$([\s\S]+?)\$\$|\$([^$\n]+)\$/g, (_, block, display, inline) => {
      const text = mathsText((block ?? display ?? inline) as string);
      return inline === undefined ? ` ${text} ` : text;
    })
    .replace(/^```.*$/gm, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\|?[-:| ]+\|[-:| ]*$/gm, " ")
    .replace(/\*\*|`|^#+ |(?<![\p{L}\d)])_(?=\S)|(?<=\S)_(?![\p{L}\d(])/gmu, "")
    .replace(/^\|.*$/gm, (row) => row.replaceAll("|", " "))
    .replace(/\s+/g, " ")
    .trim();
