/** The fields of a derivation, in their order: adding, taking away, going from one to the next. */
import { linesOf, MOST_LINES } from "../../../grader/derivation/written/lines-of.ts";
import { element } from "../element.ts";
import type { WrittenLine } from "./document.ts";
import { type LineEvents, LineField } from "./line-field.ts";

/** What a new line begins with: it goes on from the one above. */
const ON = "= ";

export interface LinesEvents {
  /** A line's text changed while it was typed. */
  typed(field: LineField): void;
  /** Lines came, went, or were finished. */
  changed(why?: string): void;
  left(field: LineField): void;
}

export class Lines {
  readonly root = element("ol", { class: "written-lines" });
  private fields: LineField[] = [];
  private readonly events: LinesEvents;
  /** The field that was worked in last. */
  private last: LineField | undefined;
  /** Whether Tab goes from stop to stop: a field on the way is not worked in. */
  private isPassing = false;
  private removed: { readonly line: WrittenLine; readonly at: number } | undefined;

  constructor(events: LinesEvents) {
    this.events = events;
    const noting = (isTab: boolean): void => {
      this.isPassing = isTab;
    };
    // Shift is half of Shift+Tab, and says nothing yet.
    document.addEventListener("keydown", ({ key }) => key !== "Shift" && noting(key === "Tab"), true);
    document.addEventListener("pointerdown", () => noting(false), true);
  }

  get all(): readonly LineField[] {
    return this.fields;
  }

  /** All lines anew. */
  put(lines: readonly WrittenLine[]): void {
    this.removed = undefined;
    this.last = undefined;
    this.fields = (lines.length === 0 ? [{ reason: "", text: "" }] : lines).map((line) => this.made(line));
    this.root.replaceChildren(...this.fields.map(({ root }) => root));
    this.number();
  }

  /** Where a text from the palette goes. */
  get current(): LineField {
    return this.last ?? (this.fields.at(-1) as LineField);
  }

  nameOf(field: LineField): string {
    return `Line ${this.fields.indexOf(field) + 1}`;
  }

  /** Adds a line below one, unless an empty one is there, and goes to it. */
  addBelow(field: LineField): void {
    const at = this.fields.indexOf(field) + 1;
    const next = this.fields[at];
    if (next?.isBlank === true) next.focus();
    else if (field.isBlank) field.focus();
    else if (this.fields.length >= MOST_LINES)
      this.events.changed(`There are ${MOST_LINES} lines, which is all that is read.`);
    else {
      this.insert(at, { reason: "", text: ON });
      this.fields[at]?.focus();
      this.events.changed();
    }
  }

  /** Brings back the line that was removed last. */
  bringBack(): void {
    if (this.removed === undefined) return;
    const { line, at } = this.removed;
    this.removed = undefined;
    this.insert(Math.min(at, this.fields.length), line);
    this.fields[at]?.focus();
    this.events.changed("The line is back.");
  }

  get canBringBack(): boolean {
    return this.removed !== undefined;
  }

  private insert(at: number, line: WrittenLine): void {
    const field = this.made(line);
    this.fields.splice(at, 0, field);
    this.root.insertBefore(field.root, this.root.children[at] ?? null);
    this.number();
  }

  private remove(field: LineField): void {
    const at = this.fields.indexOf(field);
    const { written, isBlank } = field;
    this.fields.splice(at, 1);
    field.root.remove();
    if (this.last === field) this.last = undefined;
    // There is always one to write in.
    if (this.fields.length === 0) this.insert(0, { reason: "", text: "" });
    this.number();
    this.fields[Math.max(0, at - 1)]?.focus();
    if (!isBlank || written.reason !== "") this.removed = { line: written, at };
    this.events.changed(isBlank ? undefined : `Line ${at + 1} is removed.`);
  }

  private move(field: LineField, by: -1 | 1): void {
    this.fields[this.fields.indexOf(field) + by]?.focus();
  }

  /** Several lines at once: as a file has them, or one a row. */
  private paste(field: LineField, text: string): boolean {
    if (!/[\r\n]|\$\$/.test(text.trim()) || text.length > 100_000) return false;
    const marked = linesOf(text).map((line) => line.text);
    const rows = marked.length > 0 ? marked : text.split(/[\r\n]+/).filter((row) => row.trim() !== "");
    const [first, ...more] = rows.slice(0, MOST_LINES - this.fields.length + 1);
    if (first === undefined) return false;
    if (field.isBlank) field.replace(first);
    else field.insert(first);
    const at = this.fields.indexOf(field) + 1;
    for (const [k, row] of more.entries()) this.insert(at + k, { reason: "", text: row });
    this.fields[at + more.length - 1]?.focus();
    this.events.changed(
      rows.length > more.length + 1 ? `${MOST_LINES} lines are read, and no more.` : undefined,
    );
    return true;
  }

  private made(line: WrittenLine): LineField {
    const events: LineEvents = {
      typed: (field) => this.events.typed(field),
      noted: () => this.events.changed(),
      left: (field) => this.events.left(field),
      entered: (field) => this.addBelow(field),
      removed: (field) => this.remove(field),
      moved: (field, by) => this.move(field, by),
      pasted: (field, text) => this.paste(field, text),
    };
    const field = new LineField(line, events);
    for (const kind of ["focus", "keydown"] as const)
      field.input.addEventListener(kind, () => {
        if (!this.isPassing) this.last = field;
      });
    return field;
  }

  private number(): void {
    for (const [i, field] of this.fields.entries()) field.name(i + 1);
  }
}
