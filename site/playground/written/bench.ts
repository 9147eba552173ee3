/** The place where a derivation is written: its lines, what is said of each, and what it comes to. */

import type { LineReport } from "../../../grader/derivation/written/report.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import { button, element } from "../element.ts";
import { keepProgress } from "../progress.ts";
import { SavedWork } from "../saved-work.ts";
import { seedField } from "../seed-field.ts";
import { fileOf, type Written, writtenIn } from "./document.ts";
import { fileTools } from "./file-tools.ts";
import { Judging } from "./judging.ts";
import type { LineField } from "./line-field.ts";
import { Lines } from "./lines.ts";
import type { Judged, Task } from "./messages.ts";
import { palette } from "./palette.ts";
import { summary } from "./summary.ts";
import { TOO_LONG, Told } from "./told.ts";
import { CHECKING, TYPING, wordOf } from "./wording.ts";

export interface WrittenData extends Task {
  /** derivation.md as it is before anybody has written in it. */
  readonly stub: string;
  /** Symbols that are given, in LaTeX. */
  readonly symbols: readonly string[];
  /** Exercises of code that the same page leads to. */
  readonly code: readonly { readonly slug: string; readonly title: string }[];
}

/** Milliseconds without a key after which a line counts as written: until then nothing is said against it. */
const PAUSE = 1000;

export class WrittenBench {
  private readonly data: WrittenData;
  private readonly ownHead: string;
  private readonly saved: SavedWork;
  private readonly judging: Judging;
  private readonly lines: Lines;
  private readonly seed: ReturnType<typeof seedField>;
  private readonly status = element("p", { class: "written-status" });
  private readonly spoken = element("p", { class: "hidden", role: "status" });
  private readonly outcome = element("div", { class: "written-outcome" });
  private readonly backButton: HTMLButtonElement;
  private readonly asideButton: HTMLButtonElement;
  private around: Pick<Written, "head" | "tail"> = { head: "", tail: "" };
  private seedNow = 0;
  /** The lines that were asked about last, and what was answered. */
  private asked: readonly LineField[] = [];
  private readonly reports = new Map<LineField, LineReport>();
  /** What the lines came to, until it is shown. */
  private come: Judged | undefined;
  /** The line whose text is being typed. */
  private typing: LineField | undefined;
  private pause = 0;
  /** The line whose report is to be read out once it is there. */
  private toSay: LineField | undefined;
  private readonly told: Told;

  constructor(root: HTMLElement, data: WrittenData, script: string) {
    this.data = data;
    this.told = new Told(data.exercise.page);
    const { exercise, stub } = data;
    const bare = writtenIn(stub);
    this.ownHead = bare.lines[0]?.reason ?? "";
    this.saved = new SavedWork(exercise.slug, fileOf(writtenIn(stub, this.ownHead)));
    this.lines = new Lines({
      typed: (field) => this.typed(field),
      changed: (why) => {
        this.settle(undefined);
        this.changed();
        if (why !== undefined) this.say(why);
      },
      left: (field) => {
        if (this.typing === field) this.settle(field);
      },
    });
    this.judging = new Judging(data, script, {
      set: (html) => {
        for (const [i, field] of this.asked.entries()) field.set(html[i]);
      },
      line: (at, report) => {
        const field = this.asked[at];
        if (field === undefined) return;
        this.reports.set(field, report);
        this.show();
      },
      judged: (judged) => {
        this.come = judged;
        this.showOutcome();
      },
      failed: (why) => this.failed(why),
    });
    this.seed = seedField(`seed-${exercise.slug}`, (text) => this.say(text));
    this.seed.label.addEventListener("change", () => this.drawSeed());
    this.backButton = button("Bring the line back", () => this.lines.bringBack());
    this.asideButton = button("Bring my text back", () => this.bringBack());
    const tools = fileTools({
      text: () => this.file,
      opened: (text, name) => this.open(text, name),
      say: (text) => this.say(text),
    });
    root.replaceChildren(
      palette(data.symbols, (template) => this.lines.current.insert(template)),
      this.lines.root,
      element(
        "div",
        { class: "written-tools" },
        button("Add a line", () => this.lines.addBelow(this.lines.all.at(-1) as LineField)),
        this.backButton,
      ),
      this.outcome,
      element(
        "div",
        { class: "written-tools" },
        ...tools,
        this.asideButton,
        button("Begin anew", () => this.reset()),
        this.seed.label,
      ),
      this.status,
      this.spoken,
    );
    root.addEventListener("focusin", () => this.judging.warm(), { once: true });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
        this.settle(this.typing ?? this.lines.current);
    });
    this.drawSeed(false);
    this.begin(this.saved.read());
  }

  private get file(): string {
    return fileOf({ ...this.around, lines: this.lines.all.map(({ written }) => written) });
  }

  private begin(text: string | undefined): void {
    this.put(text ?? this.data.stub);
    if (text !== undefined) {
      this.say("Your lines from last time are back.");
      this.ask();
    }
  }

  private put(text: string): void {
    const written = writtenIn(text, this.ownHead);
    this.around = written;
    this.reports.clear();
    this.typing = undefined;
    this.lines.put(written.lines);
    this.outcome.replaceChildren();
    this.showTools();
  }

  private typed(field: LineField): void {
    if (this.typing !== field) this.settle(undefined);
    this.typing = field;
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.settle(field), PAUSE);
    this.reports.delete(field);
    field.say(field.isBlank ? undefined : TYPING);
    this.changed();
  }

  /** A line counts as written. @param toSay the one that is read out */
  private settle(toSay: LineField | undefined): void {
    clearTimeout(this.pause);
    this.typing = undefined;
    this.toSay = toSay;
    this.show();
    this.showOutcome();
  }

  private changed(): void {
    if (!this.saved.keep(this.file)) this.say("This browser keeps nothing: save your text before you leave.");
    this.showTools();
    this.ask();
  }

  private ask(): void {
    this.come = undefined;
    this.asked = this.lines.all.filter(({ isBlank }) => !isBlank);
    for (const field of this.lines.all) if (field.isBlank) field.say(undefined);
    this.judging.ask({
      lines: this.asked.map(({ text }) => text.trimEnd()),
      file: this.file,
      seed: this.seedNow,
    });
  }

  /** What it comes to. While a line is typed, only good news is told. */
  private showOutcome(): void {
    if (this.come === undefined) return;
    const { report, verdict } = this.come;
    if (this.typing !== undefined && !report.isDone) return;
    this.come = undefined;
    this.outcome.replaceChildren(...summary(report, verdict, this.data.code));
    if (report.lines.some(({ status }) => inOrder.includes(status))) keepProgress(verdict);
  }

  /** What is known of each line. While one is typed, only good news is told. */
  private show(): void {
    for (const field of this.asked) {
      const report = this.reports.get(field);
      if (report === undefined) {
        if (field !== this.typing) field.say(CHECKING);
        continue;
      }
      const word = wordOf(report);
      if (this.typing === undefined || word.tone === "good") field.say(this.told.of(report));
      else if (field === this.typing) field.say(TYPING);
    }
    const { toSay } = this;
    if (toSay === undefined || !this.reports.has(toSay)) return;
    this.toSay = undefined;
    this.spoken.textContent = `${this.lines.nameOf(toSay)}: ${toSay.spoken}`;
    toSay.reveal();
  }

  private failed(why: "time" | "load" | "fault"): void {
    this.outcome.replaceChildren();
    if (why === "load") this.say("The checker did not load. What you write is kept; type on to try again.");
    if (why === "fault")
      this.say("The judge could not judge this, which is not your fault. What you write is kept.");
    // The first one without an answer is the one that takes too long; those below it wait for it.
    const open = this.asked.filter((field) => !this.reports.has(field));
    for (const [i, field] of open.entries()) field.say(why === "time" && i === 0 ? TOO_LONG : undefined);
  }

  private open(text: string, name: string): void {
    this.saved.putAside(this.file);
    this.put(text);
    this.changed();
    this.lines.all.at(-1)?.focus();
    this.say(`${name} is open. What was here is put aside.`);
  }

  private reset(): void {
    const { file } = this;
    this.put(this.data.stub);
    if (this.file === file) {
      this.say("Nothing is written yet.");
      return;
    }
    this.saved.putAside(file);
    this.changed();
    this.say("You begin anew. Your text is put aside.");
  }

  private bringBack(): void {
    const text = this.saved.readAside();
    if (text === undefined) return;
    this.saved.forgetAside();
    this.saved.putAside(this.file);
    this.put(text);
    this.changed();
    this.lines.all.at(-1)?.focus();
    this.say("Your text is back.");
  }

  private drawSeed(isAsking = true): void {
    const seed = this.seed.seed();
    if (seed === undefined) return;
    this.seedNow = seed;
    if (isAsking) this.ask();
  }

  private showTools(): void {
    this.backButton.hidden = !this.lines.canBringBack;
    this.asideButton.hidden = this.saved.readAside() === undefined;
  }

  private say(text: string): void {
    this.status.textContent = text;
    this.spoken.textContent = text;
  }
}
