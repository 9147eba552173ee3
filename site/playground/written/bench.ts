/** The place where a derivation is written: its lines, what is said of each, and what it comes to. */
import { button, element } from "../element.ts";
import { SavedWork } from "../saved-work.ts";
import { seedField } from "../seed-field.ts";
import { fileOf, type Written, writtenIn } from "./document.ts";
import { fileTools } from "./file-tools.ts";
import { Judging } from "./judging.ts";
import { KeptText } from "./kept-text.ts";
import type { LineField } from "./line-field.ts";
import { Lines } from "./lines.ts";
import type { Task } from "./messages.ts";
import { palette } from "./palette.ts";
import { Reported } from "./reported.ts";
import { keepFocusSeen } from "./seen-focus.ts";
import { Summary } from "./summary.ts";
import { Typing } from "./typing.ts";

export interface WrittenData extends Task {
  /** derivation.md as it is before anybody has written in it. */
  readonly stub: string;
  /** Symbols that are given, in LaTeX. */
  readonly symbols: readonly string[];
  /** Exercises of code that the same page leads to. */
  readonly code: readonly { readonly slug: string; readonly title: string }[];
}

export class WrittenBench {
  private readonly data: WrittenData;
  private readonly ownHead: string;
  private readonly saved: SavedWork;
  private readonly kept: KeptText;
  private readonly judging: Judging;
  private readonly lines: Lines;
  private readonly typing = new Typing((toSay) => this.settled(toSay));
  private readonly reported: Reported;
  private readonly seed: ReturnType<typeof seedField>;
  private readonly status = element("p", { class: "written-status" });
  private readonly spoken = element("p", { class: "hidden", role: "status" });
  private readonly summary: Summary;
  private readonly backButton: HTMLButtonElement;
  private readonly asideButton: HTMLButtonElement;
  private around: Pick<Written, "head" | "tail"> = { head: "", tail: "" };
  private seedNow = 0;
  /** The line whose report is to be read out once it is there. */
  private toSay: LineField | undefined;

  constructor(root: HTMLElement, data: WrittenData, script: string) {
    this.data = data;
    const { exercise, stub } = data;
    this.reported = new Reported(exercise.page);
    this.summary = new Summary(data.code);
    this.ownHead = writtenIn(stub).lines[0]?.reason ?? "";
    this.saved = new SavedWork(exercise.slug, fileOf(writtenIn(stub, this.ownHead)));
    this.kept = new KeptText(this.saved, stub, {
      text: () => this.file,
      put: (text) => this.put(text),
      changed: () => this.changed(),
      goToEnd: () => this.lines.all.at(-1)?.focus(),
      say: (text) => this.say(text),
    });
    this.lines = new Lines({
      typed: (field) => this.typed(field),
      changed: (why) => {
        this.typing.end(undefined);
        this.changed();
        if (why !== undefined) this.say(why);
      },
      left: (field) => {
        if (this.typing.line === field) this.typing.end(field);
      },
    });
    this.judging = this.judgingBy(script);
    this.seed = seedField(`seed-${exercise.slug}`, (text) => this.say(text));
    this.seed.label.addEventListener("change", () => this.drawSeed());
    this.backButton = button("Bring the line back", () => this.lines.bringBack());
    this.asideButton = button("Bring my text back", () => this.kept.bringBack());
    root.replaceChildren(...this.parts());
    root.addEventListener("focusin", () => this.judging.warm(), { once: true });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
        this.typing.end(this.typing.line ?? this.lines.current);
    });
    keepFocusSeen(root);
    this.drawSeed(false);
    this.kept.begin();
  }

  private judgingBy(script: string): Judging {
    return new Judging(this.data, script, {
      set: (html) => this.reported.set(html),
      line: (at, report) => {
        this.reported.came(at, report);
        this.show();
      },
      judged: (judged) => this.summary.came(judged, this.typing.line !== undefined),
      failed: (why) => this.failed(why),
    });
  }

  private parts(): HTMLElement[] {
    const files = fileTools({
      id: this.data.exercise.slug.split("-", 1)[0] as string,
      text: () => this.file,
      opened: (text, name) => this.kept.open(text, name),
      say: (text) => this.say(text),
    });
    const anew = button("Begin anew", () => this.kept.reset());
    return [
      palette(this.data.symbols, (template) => this.lines.current.insert(template)),
      this.lines.root,
      element(
        "div",
        { class: "written-tools" },
        button("Add a line", () => this.lines.addBelow(this.lines.all.at(-1) as LineField)),
        this.backButton,
      ),
      this.summary.root,
      element("div", { class: "written-tools" }, ...files, this.asideButton, anew, this.seed.label),
      this.status,
      this.spoken,
    ];
  }

  private get file(): string {
    return fileOf({ ...this.around, lines: this.lines.all.map(({ written }) => written) });
  }

  private put(text: string): void {
    const written = writtenIn(text, this.ownHead);
    this.around = written;
    this.reported.forget();
    this.typing.forget();
    this.lines.put(written.lines);
    this.summary.clear();
    this.showTools();
  }

  private typed(field: LineField): void {
    this.typing.goOn(field);
    this.reported.typed(field);
    this.changed();
  }

  /** A line counts as written. */
  private settled(toSay: LineField | undefined): void {
    this.toSay = toSay;
    this.show();
    this.summary.show(this.typing.line !== undefined);
  }

  private changed(): void {
    if (!this.saved.keep(this.file)) this.say("This browser keeps nothing: save your text before you leave.");
    this.showTools();
    this.ask();
  }

  private ask(): void {
    this.summary.wait();
    this.judging.ask({
      lines: this.reported.ask(this.lines.all).map(({ text }) => text.trimEnd()),
      file: this.file,
      seed: this.seedNow,
    });
  }

  private show(): void {
    this.reported.show(this.typing.line);
    const { toSay } = this;
    if (toSay === undefined || !this.reported.has(toSay)) return;
    this.toSay = undefined;
    this.spoken.textContent = `${this.lines.nameOf(toSay)}: ${toSay.spoken}`;
    toSay.reveal();
  }

  private failed(why: "time" | "load" | "fault"): void {
    this.summary.clear();
    if (why === "load") this.say("The checker did not load. What you write is kept; type on to try again.");
    if (why === "fault")
      this.say("The judge could not judge this, which is not your fault. What you write is kept.");
    this.reported.failed(why === "time");
  }

  private drawSeed(isAsking = true): void {
    const seed = this.seed.seed();
    if (seed === undefined) return;
    this.seedNow = seed;
    if (isAsking) this.ask();
  }

  private showTools(): void {
    this.backButton.hidden = !this.lines.canBringBack;
    this.asideButton.hidden = !this.kept.isAside;
  }

  private say(text: string): void {
    this.status.textContent = text;
    this.spoken.textContent = text;
  }
}
