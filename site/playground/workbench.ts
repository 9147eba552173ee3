/** The workbench of one exercise: the editor, what is done with its text, and the verdict. */

import { findingsOf } from "../../grader/verdict/render-terminal.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import type { GoingOn } from "./after-pass.ts";
import { CodeEditor } from "./code-editor.ts";
import { button, element } from "./element.ts";
import { Grader, Stopped } from "./grader.ts";
import type { PlayExercise } from "./load-exercise.ts";
import { keepProgress } from "./progress.ts";
import { SavedWork } from "./saved-work.ts";
import { seedField } from "./seed-field.ts";
import { inWords, verdictView } from "./verdict-view.ts";

/** Where the workbench's links lead. */
export interface Places {
  /** What stands before the name of a derivation's page. */
  readonly derivations: string;
  readonly hints: string;
  /** Where to go on after full marks. */
  readonly goingOn: GoingOn;
}

/** Dispatched on the workbench's element, with the verdict as its detail. */
export const verdictEvent = "chainrule:verdict";

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
/** Milliseconds after which a run that goes on is said to. */
const quietMs = 400;
/** Milliseconds after which the judge is started at the latest, while nobody waits for it. */
const idleMs = 2000;

/** When the page has nothing else to do. Some browsers do not tell. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: idleMs });
  else setTimeout(work, idleMs / 4);
};

export class Workbench {
  private readonly slug: string;
  private readonly root: HTMLElement;
  private readonly exercise: PlayExercise;
  private readonly places: Places;
  private readonly saved: SavedWork;
  private readonly grader: Grader;
  private readonly editor: CodeEditor;
  private readonly seed: ReturnType<typeof seedField>;
  private readonly status = element("p", { class: "wb-status", role: "status" });
  private readonly verdict = element("div", { class: "wb-verdict" });
  private readonly gradeButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly asideButton: HTMLButtonElement;
  private isRunning = false;

  constructor(root: HTMLElement, slug: string, exercise: PlayExercise, places: Places) {
    this.root = root;
    this.slug = slug;
    this.exercise = exercise;
    this.places = places;
    this.saved = new SavedWork(slug, exercise.stub);
    this.grader = new Grader(exercise);
    this.seed = seedField(`wb-seed-${slug}`, (text) => this.say(text));
    this.gradeButton = button("Grade", () => this.grade(), {
      class: "wb-primary",
      "aria-keyshortcuts": isApple ? "Meta+Enter" : "Control+Enter",
    });
    this.stopButton = button("Stop", () => this.grader.stop());
    this.stopButton.disabled = true;
    this.asideButton = button("Bring my text back", () => this.bringBack());
    const restored = this.saved.read();
    this.editor = this.layOut(restored ?? exercise.stub);
    this.showAside();
    if (restored !== undefined)
      this.say("Your text from last time is back. Nothing runs until you grade it.");
    this.drawNext();
  }

  /** What the next grading will ask is drawn before it is asked for. */
  private drawNext(): void {
    whenIdle(() => {
      if (!this.isRunning) this.grader.draw(this.seed.coming());
    });
  }

  focus(at?: number): void {
    this.editor.focus(at);
  }

  private layOut(text: string): CodeEditor {
    const { exercise, slug } = this;
    const helpId = `wb-help-${slug}`;
    const frame = element("div", { class: "wb-editor" });
    // Whoever goes in there is about to grade something.
    frame.addEventListener("focusin", () => this.grader.warm());
    const help = element(
      "p",
      { class: "wb-help", id: helpId },
      `${isApple ? "⌘" : "Ctrl"}-Enter grades. Tab indents; Esc, then Tab, leaves the editor.`,
    );
    const tools = element(
      "div",
      { class: "wb-tools" },
      this.gradeButton,
      this.stopButton,
      button("Reset to stub", () => this.reset()),
      this.asideButton,
      this.seed.label,
      element("a", { class: "wb-hints", href: this.places.hints }, "Hints"),
    );
    this.root.replaceChildren(frame, help, tools, this.status, this.verdict);
    this.root.setAttribute("role", "region");
    this.root.setAttribute("aria-label", `Workbench: ${exercise.title}`);
    return new CodeEditor({
      parent: frame,
      text,
      label: `Your answer, ${exercise.file.replace(/^.*\//, "")}`,
      describedBy: helpId,
      onChange: (changed) => this.changed(changed),
      onGrade: () => this.grade(),
    });
  }

  private changed(text: string): void {
    this.grader.warm();
    if (!this.saved.keep(text)) this.say("This browser keeps nothing: copy your text before you leave.");
  }

  /** @param isSeen false for what the page shows already, and only a screen reader has to be told */
  private say(text: string, isSeen = true): void {
    this.status.textContent = text;
    this.status.classList.toggle("wb-unseen", !isSeen);
  }

  private async grade(): Promise<void> {
    if (this.isRunning) return;
    const seed = this.seed.seed();
    if (seed === undefined) return;
    const text = this.editor.text;
    this.run(true);
    // Most verdicts are there before anybody has read that they are on their way.
    const timer = setTimeout(() => this.say("Grading. Stop ends it."), quietMs);
    try {
      this.show(await this.grader.grade(text, seed));
      this.drawNext();
    } catch (error) {
      this.say(
        error instanceof Stopped
          ? error.message
          : `The judge could not judge this, which is not your fault: ${(error as Error).message}`,
      );
    } finally {
      clearTimeout(timer);
      this.run(false);
    }
  }

  private run(isRunning: boolean): void {
    this.isRunning = isRunning;
    this.root.toggleAttribute("data-running", isRunning);
    this.gradeButton.setAttribute("aria-disabled", String(isRunning));
    const hadFocus = document.activeElement === this.stopButton;
    this.stopButton.disabled = !isRunning;
    // A button that is switched off loses the focus, and with it the place on the page.
    if (!isRunning && hadFocus) this.gradeButton.focus();
  }

  private show(verdict: Verdict): void {
    this.verdict.replaceChildren(
      ...verdictView(
        verdict,
        this.columns(),
        {
          linkTo: (read) => this.linkTo(read),
          goTo: (line, column) => this.editor.goTo(line, column),
          seed: verdict.seed,
          replay: () => {
            this.seed.set(verdict.seed);
            void this.grade();
          },
        },
        this.places.goingOn,
      ),
    );
    this.verdict.dataset.status = verdict.status;
    this.editor.mark(
      findingsOf(verdict).flatMap(({ finding, line: declared }) => {
        const { line = declared, column, title, message } = finding;
        if (line === undefined) return [];
        return [{ line, ...(column === undefined ? {} : { column }), message: `${title}: ${message}` }];
      }),
    );
    // The score, the first sentence and its picture, or where to go on; the rest follows below, and the cursor stays.
    const finding = this.verdict.querySelector(".wb-finding");
    const sentence = finding?.querySelector(":scope > p");
    const until =
      finding?.querySelector(".wb-pictures") ??
      sentence ??
      this.verdict.querySelector(".wb-after, .wb-checks");
    until?.scrollIntoView({ block: "nearest" });
    // Where both have no room, the sentence is read first.
    sentence?.scrollIntoView({ block: "nearest" });
    this.say(inWords(verdict), false);
    keepProgress(verdict);
    this.root.dispatchEvent(new CustomEvent(verdictEvent, { detail: verdict, bubbles: true }));
  }

  /** "mse-line#step-3" → "../derivations/mse-line.html#step-3" */
  private linkTo(read: string): string {
    const [page = "", step] = read.split("#");
    return `${this.places.derivations}${page}.html${step === undefined ? "" : `#${step}`}`;
  }

  /** Characters of the fixed-width font that fit beside each other. */
  private columns(): number {
    const probe = element("pre", { class: "wb-comparison wb-probe" }, "0".repeat(10));
    this.verdict.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return Math.floor(this.verdict.clientWidth / (width / 10)) - 2;
  }

  /** Works whatever runs. What was written is put aside, and undoing brings it back as well. */
  private reset(): void {
    const { text } = this.editor;
    if (this.isRunning) this.grader.stop(new Stopped("The stub is back. Your text is put aside."));
    if (text === this.exercise.stub) {
      this.say("This is the stub.");
      return;
    }
    this.saved.putAside(text);
    this.editor.replace(this.exercise.stub);
    this.verdict.replaceChildren();
    this.showAside();
    this.say("The stub is back. Your text is put aside.");
  }

  private bringBack(): void {
    const text = this.saved.readAside();
    if (text === undefined) return;
    this.saved.forgetAside();
    this.saved.putAside(this.editor.text);
    this.editor.replace(text);
    this.showAside();
    this.editor.focus();
    this.say("Your text is back.");
  }

  private showAside(): void {
    this.asideButton.hidden = this.saved.readAside() === undefined;
  }
}
