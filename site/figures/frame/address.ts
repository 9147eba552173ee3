/**
 * A figure's state in the page's address: `?fig08=rate:0.0001,standardise:yes`. Only what differs from the start
 * is there. The query serves, because the part behind # belongs to the steps of the page.
 */
import {
  type Control,
  type Controls,
  defaultsOf,
  SEEDS,
  type StateOf,
  settled,
  settledText,
  type Value,
} from "./controls.ts";
import { brief } from "./numbers.ts";

/** What a query says about a figure; `notes` say what was wrong with it, in words for the reader. */
export function stateFrom<C extends Controls>(
  id: string,
  controls: C,
  query: string,
): { readonly state: StateOf<C>; readonly notes: readonly string[] } {
  const state: Record<string, Value> = { ...defaultsOf(controls) };
  const notes: string[] = [];
  for (const entry of entriesOf(id, query)) {
    const at = entry.indexOf(":");
    const [name, text] = at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
    const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
    if (control === undefined) {
      notes.push(`The link names “${name.slice(0, 20)}”, which this figure does not have.`);
      continue;
    }
    const { value, note } = readValue(control, text);
    state[name] = value;
    if (note !== undefined) notes.push(`${control.label}: ${note}`);
  }
  return { state: state as StateOf<C>, notes };
}

/** The page's query with a figure's state in it, in place of an earlier one; all else is left alone. */
export function queryWith(
  id: string,
  controls: Controls,
  state: Readonly<Record<string, Value>>,
  query: string,
): string {
  const others = partsOf(query).filter((part) => !part.startsWith(`${id}=`));
  const own = Object.entries(controls).flatMap(([name, control]) => {
    const text = textOf(state[name] ?? control.value);
    if (text === textOf(control.value)) return [];
    return [`${name}:${control.kind === "text" ? text.replaceAll(" ", "_").replaceAll("+", "~") : text}`];
  });
  const parts = own.length === 0 ? others : [...others, `${id}=${own.join(",")}`];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

const partsOf = (query: string): string[] =>
  query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "");

function entriesOf(id: string, query: string): string[] {
  const part = partsOf(query).find((each) => each.startsWith(`${id}=`));
  if (part === undefined) return [];
  return decoded(part.slice(id.length + 1))
    .split(",")
    .filter((entry) => entry !== "");
}

/** Programs that pass links on write the colon as %3A. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textOf(value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.join("~");
  return String(value);
}

interface Read {
  readonly value: Value;
  readonly note?: string;
}

function readValue(control: Control, text: string): Read {
  const quoted = `“${text.slice(0, 20)}”`;
  switch (control.kind) {
    case "choice":
      return Object.hasOwn(control.options, text)
        ? { value: text }
        : { value: control.value, note: `${quoted} is none of its choices, so it is as at the start.` };
    case "toggle":
      return text === "yes" || text === "no"
        ? { value: text === "yes" }
        : { value: control.value, note: `${quoted} is neither yes nor no, so it is as at the start.` };
    case "text":
      // Programs that pass links on write spaces in several ways, and take a plus for one.
      return { value: settledText(control, text.replaceAll("_", " ").replaceAll("~", "+")) };
    case "list":
      return listOf(control, text, quoted);
    default: {
      const { min, max } = control.kind === "seed" ? { min: 0, max: SEEDS } : control;
      const wanted = text.trim() === "" ? Number.NaN : Number(text);
      if (Number.isNaN(wanted))
        return { value: control.value, note: `${quoted} is no number, so it is as at the start.` };
      const value = settled(control, wanted);
      if (wanted < min || wanted > max)
        return {
          value,
          note: `${quoted} is outside ${brief(min)} to ${brief(max)}, so it is ${brief(value)}.`,
        };
      return { value };
    }
  }
}

function listOf(control: Control & { kind: "list" }, text: string, quoted: string): Read {
  const wanted = text === "" ? [] : text.split("~").map((part) => (part === "" ? Number.NaN : Number(part)));
  if (wanted.length > control.most || wanted.some(Number.isNaN))
    return {
      value: control.value,
      note: `${quoted} is no list of at most ${control.most} numbers, so it is as at the start.`,
    };
  const value = wanted.map((each) => settled(control, each));
  const isOutside = wanted.some((each) => each < control.min || each > control.max);
  return isOutside
    ? { value, note: "some numbers of the link were outside the picture and are at its edge." }
    : { value };
}
