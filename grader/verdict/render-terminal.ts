/**
 * A verdict as a page of text: what was checked, why it fell short, what it scored, what to do next.
 */

import { ranked } from "./certainty.ts";
import { type Look, type LookOptions, lookOf } from "./look.ts";
import { type FindingOf, renderFinding, titleLine } from "./render-finding.ts";
import { fileEnd } from "./render-source.ts";
import { renderTable } from "./render-table.ts";
import type { Check, Verdict } from "./verdict.ts";
import { cleanLines, cut, padEnd, widthOf, wrap } from "./width.ts";

export interface TerminalOptions extends LookOptions {
  /** What to do after a pass, such as `npm run grade ex11`. */
  readonly next?: string;
  /** Lines that the terminal shows at once: where they are too few, only the first finding is told in full. */
  readonly rows?: number;
}

const OUTPUT_LINES = 12;
/** Lines of a terminal that nobody has made larger: what has to be known first stands on them. */
const SCREEN = 24;

/** How much a page tells. */
interface Telling {
  /** The first finding in few lines. */
  readonly isTight?: boolean;
  /** The table behind the first finding. */
  readonly isTableBelow?: boolean;
  /** Of the other findings the titles. */
  readonly isBrief?: boolean;
  /** No more than the first finding and the score. */
  readonly isBare?: boolean;
}

/** From everything down to what has to be known. */
const TELLINGS: readonly Telling[] = [
  {},
  { isBrief: true },
  { isBrief: true, isTight: true },
  { isBrief: true, isTight: true, isBare: true },
];

/** The same of a log, which nothing is left out of. */
const LOGGED: readonly [Telling, ...Telling[]] = [
  {},
  { isTight: true },
  { isTight: true, isTableBelow: true },
];

/** The page, ending in a line break; nothing on it is wider than the look. */
export function renderTerminal(verdict: Verdict, options: TerminalOptions = {}): string {
  const { rows } = options;
  if (rows === undefined) return loggedPage(verdict, options);
  const pages = TELLINGS.map((telling) => pageOf(verdict, options, telling).text);
  return pages.find((page) => page.split("\n").length <= rows) ?? (pages[pages.length - 1] as string);
}

/** A page that is read from its top, such as a log: the first finding ends on the first screen where it can. */
function loggedPage(verdict: Verdict, options: TerminalOptions): string {
  const [whole, ...others] = LOGGED;
  let page = pageOf(verdict, options, whole);
  for (const telling of others) if (page.firstEnds > SCREEN) page = pageOf(verdict, options, telling);
  return page.text;
}

/** A page, and the line that its first finding ends on. */
function pageOf(
  verdict: Verdict,
  options: TerminalOptions,
  { isTight = false, isTableBelow = false, isBrief = false, isBare = false }: Telling,
): { readonly text: string; readonly firstEnds: number } {
  const look = lookOf(options);
  const found = [...findingsOf(verdict), ...deepFindingsOf(verdict)];
  const [first, ...others] = found;
  const [table = [], reasons = []] = isBare && first !== undefined ? [] : tableOf(verdict, look);
  const above = [
    headerOf(verdict, look),
    ...(isTableBelow ? [] : [table]),
    ...(isTight ? [] : [reasons]),
    ...(first === undefined ? [] : [renderFinding(first, look, { isTight })]),
  ];
  const below = [
    ...(isTableBelow ? [table] : []),
    ...(isTight ? [reasons] : []),
    ...(isBrief
      ? [isBare ? namesOf(others, look) : others.map((other) => titleLine(other, look))]
      : others.map((other, i) => renderFinding(other, look, { above: found.slice(0, i + 1) }))),
    errorOf(verdict, look),
    outputOf(verdict, isBrief ? 3 : OUTPUT_LINES, look),
    footerOf(verdict, options.next, look, isBare),
  ];
  return {
    text: `${harmless(paragraphs([...above, ...below]))}\n`,
    firstEnds: paragraphs(above).split("\n").length,
  };
}

const paragraphs = (parts: readonly (readonly string[])[]): string =>
  parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");

/** Which functions the other findings are about. */
function namesOf(others: readonly FindingOf[], look: Look): readonly string[] {
  if (others.length === 0) return [];
  const names = [...new Set(others.flatMap(({ functions }) => functions))].join(", ");
  return wrap(look.say(`More findings: ${names}.`), look.columns);
}

/** A line that begins with `::` or `##[` would be a command to GitHub's runner, whoever wrote it. */
const harmless = (page: string): string =>
  page.replace(COMMAND, (_, lead: string, mark: string) => `${lead}${mark === "::" ? ":." : ".#["}`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may stand before it.
const COMMAND = /^((?:[^\S\n]|\u001b\[\d+m)*)(::|##\[)/gm;

function headerOf({ exercise, title, file }: Verdict, look: Look): readonly string[] {
  const slug = cut(look.say(exercise), look.columns, look.dots);
  const room = look.columns - widthOf(slug) - 3;
  const path = look.dim(fileEnd(look.say(file), look.columns, look));
  const name = look.say(title);
  if (widthOf(name) <= room) return [`${look.bold(slug)}   ${name}`, path];
  return [look.bold(slug), ...wrap(name, look.columns), path];
}

/** The checks; nothing of what was not judged, since it would read as no points. */
const tableOf = ({ status, checks }: Verdict, look: Look): readonly (readonly string[])[] =>
  status === "error" ? [] : [renderTable(checks, look), reasonsOf(checks, look)];

/** Findings, the most certain cause first, those that say the same of several functions once. */
export function findingsOf({ checks, file }: Verdict): readonly FindingOf[] {
  const found = new Map<string, { functions: string[]; check: Check }>();
  for (const check of checks) {
    if (check.finding === undefined) continue;
    const { code, message, case: given, line, column } = check.finding;
    const isStub = code === "not-implemented";
    const key = JSON.stringify(isStub ? code : [code, message, given?.call, line, column]);
    const same = found.get(key);
    if (same === undefined) found.set(key, { functions: [check.function], check });
    else if (!same.functions.includes(check.function)) same.functions.push(check.function);
  }
  return ranked(
    [...found.values()].flatMap(({ functions, check }) =>
      check.finding === undefined
        ? []
        : [
            {
              finding: check.finding,
              functions,
              file,
              ...(check.line === undefined ? {} : { line: check.line }),
            },
          ],
    ),
  );
}

/** Findings of the deep round. */
const deepFindingsOf = ({ deep, file }: Verdict): readonly FindingOf[] =>
  (deep?.findings ?? []).map((found) => ({ finding: found.finding, functions: [found.function], file }));

/** What the deep round came to. */
function deepOf({ deep }: Verdict, look: Look): readonly string[] {
  if (deep === undefined) return [];
  const { inputs, durationMs, large = [], findings, left } = deep;
  const count = `${inputs.toLocaleString("en")} ${inputs === 1 ? "input" : "inputs"}`;
  const said = [
    ...(inputs === 0 ? [] : [`${count} in ${(durationMs / 1000).toFixed(1)} s`]),
    ...large.map((size) => `at full size: ${size}`),
    ...(findings.length > 0
      ? ["found what the checks did not see; the points stand"]
      : inputs > 0
        ? ["nothing found"]
        : []),
    ...(left.length === 0
      ? []
      : [`${left.join(", ")} ${left.length === 1 ? "waits" : "wait"} for the checks to pass`]),
  ];
  return closingLines(look.say(said.join("; ")), look, "Deep    ");
}

/** Why checks are unclear; that skipped ones wait for another. */
export function reasonsOf(checks: readonly Check[], look: Look): readonly string[] {
  const unclear = checks
    .filter(({ status, finding }) => status === "inconclusive" && finding === undefined)
    .map((check) => `${check.function}, ${check.kind}: ${check.reason ?? "the numbers do not tell"}`);
  const isSkipped = checks.some(({ status }) => status === "skipped");
  return [
    ...hang("unclear", [...new Set(unclear)], look),
    ...hang("-", isSkipped ? ["waits for the check before it to pass"] : [], look),
  ];
}

function hang(label: string, texts: readonly string[], look: Look): readonly string[] {
  const lead = `${label}  `;
  return texts.flatMap((text) =>
    wrap(look.say(text), look.columns - lead.length).map((line, i) =>
      look.dim((i === 0 ? lead : " ".repeat(lead.length)) + line),
    ),
  );
}

/** What the judge could not do. */
export function errorOf({ error, status }: Verdict, look: Look): readonly string[] {
  if (status !== "error") return [];
  const what = cleanLines(error ?? "no reason given").join(" ");
  return wrap(look.say(`The judge could not judge this, which is not your fault: ${what}`), look.columns);
}

/** What the submission printed. */
export function outputOf({ output }: Verdict, most: number, look: Look): readonly string[] {
  if (output === undefined || output.trim() === "") return [];
  const lines = runsOf(cleanLines(output.replaceAll("\t", "    ").replace(/\s+$/, "")));
  const shown = lines.slice(0, most).map(({ line, count }) => {
    const times = count > 1 ? `   (${count} times)` : "";
    const text = cut(look.say(line), look.columns - 4 - times.length, look.dots);
    return `  ${look.dim("|")} ${text}${look.dim(times)}`.trimEnd();
  });
  const left = lines.slice(most).reduce((sum, { count }) => sum + count, 0);
  return [
    "Your program printed:",
    ...shown,
    ...(left > 0 ? [look.dim(`    and ${left} more ${left === 1 ? "line" : "lines"}`)] : []),
  ];
}

/** Equal lines after each other as one with their count: a print in a loop is not a page. */
function runsOf(lines: readonly string[]): readonly { line: string; count: number }[] {
  const runs: { line: string; count: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last.line === line) last.count++;
    else runs.push({ line, count: 1 });
  }
  return runs;
}

function footerOf(
  verdict: Verdict,
  next: string | undefined,
  look: Look,
  isBare: boolean,
): readonly string[] {
  const score = verdict.status === "error" ? "not judged" : `${verdict.score} of ${verdict.maxScore}`;
  const how = `${Math.round(verdict.durationMs)} ms, seed ${verdict.seed}`;
  const paint = verdict.status === "pass" ? look.green : verdict.status === "fail" ? look.red : look.bold;
  const { missing } = verdict.box;
  return [
    `Score   ${look.bold(paint(cut(padEnd(score, 12), 18, look.dots)))}${look.dim(cut(how, look.columns - 26, look.dots))}`,
    ...(missing.length === 0 || isBare
      ? []
      : [
          look.dim(
            cut(
              `Box     without ${look.say(missing.join(", "))}: see npm run doctor`,
              look.columns,
              look.dots,
            ),
          ),
        ]),
    ...deepOf(verdict, look),
    ...nextOf(verdict, next, look),
  ];
}

function nextOf(verdict: Verdict, next: string | undefined, look: Look): readonly string[] {
  const number = look.say(/^(?:ex|d)\d+/.exec(verdict.exercise)?.[0] ?? verdict.exercise);
  const mend = (what: string) => closingLines(`mend ${what}; for a hint: npm run hint ${number}`, look);
  const inDepth = deepFindingsOf(verdict).length;
  if (verdict.status === "pass" && inDepth > 0)
    return mend(inDepth > 1 ? "the first finding" : "the finding");
  if (verdict.status === "pass") return next === undefined ? [] : closingLines(look.say(next), look);
  if (verdict.status === "error") return closingLines(`mend that, then npm run grade ${number} again`, look);
  const [first] = findingsOf(verdict);
  if (first === undefined) return closingLines(`npm run grade ${number} again with another --seed`, look);
  if (first.finding.code === "not-implemented") {
    const [name = "it"] = first.functions;
    return closingLines(
      `write ${name === "derivation" ? "a line" : name}; for a hint: npm run hint ${number}`,
      look,
    );
  }
  return mend(findingsOf(verdict).length + inDepth > 1 ? "the first finding" : "the finding");
}

/** What a line at the page's end says behind its label, wrapped below itself. */
const closingLines = (text: string, look: Look, label = "Next    "): readonly string[] =>
  wrap(text, look.columns - 8).map((line, i) => (i === 0 ? label : "        ") + line);
