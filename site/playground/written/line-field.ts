/** One line: the field that it is typed into, the line as it is set, and what is said of it. */
import { button, element } from "../element.ts";
import { isBlank, oneLine, type WrittenLine } from "./document.ts";
import { showBeside } from "./seen-focus.ts";
import { ShownLine } from "./shown-line.ts";
import type { Tone } from "./wording.ts";

export interface Said {
  readonly tone: Tone;
  readonly sign: string;
  readonly word: string;
  readonly sentence?: string;
  /** The part of the text that is meant. */
  readonly place?: { readonly from: number; readonly to: number };
  /** Where the page of the course says it. */
  readonly read?: { readonly href: string; readonly text: string };
}

export interface LineEvents {
  typed(field: LineField): void;
  /** What is written beside the line changed. */
  noted(): void;
  left(field: LineField): void;
  entered(field: LineField): void;
  removed(field: LineField): void;
  /** To the line above (−1) or below (1). */
  moved(field: LineField, by: -1 | 1): void;
  /** Several lines at once; false where the field itself takes the text. */
  pasted(field: LineField, text: string): boolean;
}

let made = 0;

export class LineField {
  readonly root: HTMLLIElement;
  readonly input: HTMLTextAreaElement;
  private readonly number = element("span");
  private readonly mirror = element("div", { class: "mirror", "aria-hidden": "true" });
  private readonly shown = new ShownLine();
  private readonly status: HTMLParagraphElement;
  private readonly reason: HTMLTextAreaElement;
  private readonly reasonButton: HTMLButtonElement;
  private readonly removeButton: HTMLButtonElement;
  private place: Said["place"];
  /** What is said now, as text. */
  private saidNow: string | undefined;

  constructor({ text, reason }: WrittenLine, events: LineEvents) {
    const id = `line-${++made}`;
    this.status = element("p", { class: "line-status", id: `${id}-says` });
    this.input = element("textarea", {
      id,
      rows: 1,
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      autocorrect: "off",
      "aria-describedby": `${id}-says`,
    });
    this.input.value = oneLine(text);
    this.reason = element("textarea", {
      class: "reason",
      rows: 1,
      placeholder: "Why, in words. Nobody grades it.",
    });
    this.reason.value = reason;
    this.reason.hidden = reason === "";
    this.reasonButton = button("Reason", () => this.openReason(), {
      class: "quiet",
      "aria-expanded": String(reason !== ""),
    });
    this.removeButton = button("Remove", () => events.removed(this), { class: "quiet" });
    this.root = element(
      "li",
      { class: "written-line" },
      this.reason,
      element(
        "label",
        { class: "line-number", for: id },
        element("span", { class: "hidden" }, "Line "),
        this.number,
      ),
      element("div", { class: "line-field" }, this.mirror, this.input),
      element("div", { class: "line-tools" }, this.reasonButton, this.removeButton),
      this.shown.root,
      this.status,
    );
    this.listen(events);
    this.draw();
  }

  get text(): string {
    return this.input.value;
  }

  get written(): WrittenLine {
    return { reason: this.reason.value, text: this.text };
  }

  get isBlank(): boolean {
    return isBlank(this.text);
  }

  /** Its number, as it is read to somebody. */
  name(number: number): void {
    this.number.textContent = String(number);
    this.reason.setAttribute("aria-label", `Reason for line ${number}`);
    this.reasonButton.setAttribute("aria-label", `Reason for line ${number}`);
    this.removeButton.setAttribute("aria-label", `Remove line ${number}`);
  }

  focus(at = this.text.length): void {
    this.input.focus();
    this.input.setSelectionRange(at, at);
  }

  replace(text: string): void {
    this.input.value = oneLine(text);
    this.draw();
  }

  /** Puts a text at the cursor, around what is selected; the cursor goes where the bar stands. */
  insert(template: string): void {
    const { selectionStart: from, selectionEnd: to } = this.input;
    const [before = "", after] = template.split("|");
    const inside = after === undefined ? "" : this.text.slice(from, to);
    this.input.focus();
    const whole = `${before}${inside}${after ?? ""}`;
    // So that it can be undone; a browser that cannot do it gets the text without.
    if (!document.execCommand("insertText", false, whole)) {
      this.input.setRangeText(whole, from, to, "end");
      this.input.dispatchEvent(new Event("input"));
    }
    const at = from + before.length + inside.length;
    this.input.setSelectionRange(at, at);
  }

  /** The line as it is set. */
  set(html: string | undefined): void {
    this.shown.set(html, this.isBlank);
  }

  say(said: Said | undefined): void {
    // What is there stays: somebody may stand on a button in it.
    const now = JSON.stringify(said) ?? "";
    if (now === this.saidNow) return;
    this.saidNow = now;
    this.root.dataset.tone = said?.tone ?? "";
    this.input.setAttribute("aria-invalid", String(said?.tone === "bad"));
    this.place = said?.place;
    this.draw();
    if (said === undefined) {
      this.status.replaceChildren();
      return;
    }
    const { sign, word, sentence = "", read } = said;
    this.status.replaceChildren(
      element("span", { class: "sign", "aria-hidden": "true" }, sign),
      element("strong", {}, sentence === "" && !read ? word : `${word}.`),
      ...(sentence === "" ? [] : [` ${sentence}`]),
      ...(this.meant === undefined ? [] : [" ", this.placeButton(this.meant)]),
      ...(read === undefined ? [] : [" ", element("a", { href: read.href }, read.text)]),
    );
  }

  /** Brings what is said into view, while somebody writes in this line or in another. */
  reveal(): void {
    if (this.root.parentElement?.contains(document.activeElement)) showBeside(this.status);
  }

  /** What is said, for who cannot see it. */
  get spoken(): string {
    return (this.status.textContent ?? "").replace(/^[✓✗?~…]/, "");
  }

  /** The part that is meant, where it is not the whole line. */
  private get meant(): { from: number; to: number; text: string } | undefined {
    if (this.place === undefined) return undefined;
    const { from, to } = this.place;
    const text = this.text.slice(from, to).trim();
    const isWhole = text === "" || text.length > 30 || text === this.text.replace(/^\s*=/, "").trim();
    return isWhole ? undefined : { from, to, text };
  }

  private placeButton({ from, to }: { from: number; to: number }): HTMLButtonElement {
    const select = (): void => {
      this.input.focus();
      this.input.setSelectionRange(from, to);
    };
    return button(`Go to place ${from + 1}`, select, { class: "place" });
  }

  private openReason(): void {
    const isOpen = this.reason.hidden;
    this.reason.hidden = !isOpen && this.reason.value === "";
    this.reasonButton.setAttribute("aria-expanded", String(!this.reason.hidden));
    if (isOpen) this.reason.focus();
  }

  /** The same text behind the field, which grows with it, and in which the place is underlined. */
  private draw(): void {
    const { text, place } = this;
    if (place === undefined || place.to <= place.from || text.slice(place.from, place.to) === "") {
      this.mirror.textContent = `${text}\u200b`;
      return;
    }
    this.mirror.replaceChildren(
      text.slice(0, place.from),
      element("mark", {}, text.slice(place.from, place.to)),
      `${text.slice(place.to)}\u200b`,
    );
  }

  private listen(events: LineEvents): void {
    const { input } = this;
    input.addEventListener("input", () => {
      const clean = oneLine(input.value);
      if (clean !== input.value) {
        const at = input.selectionStart - (input.value.length - clean.length);
        input.value = clean;
        input.setSelectionRange(at, at);
      }
      this.place = undefined;
      this.draw();
      events.typed(this);
    });
    input.addEventListener("beforeinput", (event) => {
      if (event.inputType !== "insertLineBreak" && event.inputType !== "insertParagraph") return;
      event.preventDefault();
      events.entered(this);
    });
    input.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
      const isOneRow = input.clientHeight < 2.4 * Number.parseFloat(getComputedStyle(input).lineHeight);
      const { selectionStart: at, selectionEnd: to } = input;
      const up = event.key === "ArrowUp" && (isOneRow || (at === 0 && to === 0));
      const down = event.key === "ArrowDown" && (isOneRow || at === this.text.length);
      if (up || down) {
        event.preventDefault();
        events.moved(this, up ? -1 : 1);
      }
      if (
        event.key === "Backspace" &&
        this.isBlank &&
        this.reason.value === "" &&
        at === to &&
        at === this.text.length
      ) {
        event.preventDefault();
        events.removed(this);
      }
    });
    input.addEventListener("paste", (event) => {
      if (events.pasted(this, event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
    });
    input.addEventListener("blur", () => events.left(this));
    this.reason.addEventListener("input", () => events.noted());
  }
}
