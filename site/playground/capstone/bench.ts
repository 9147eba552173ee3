/** The bench of a capstone: who works, what it is given, and what comes of it. */
import capstoneText from "playground:capstone";
import type { Capstone, Choice } from "../../../grader/capstone/capstone.ts";
import { type Cast, type Handed, standsIn } from "../../../grader/capstone/run.ts";
import { Unread } from "../../../reference/functions/typed.ts";
import { typedFunction } from "../../../reference/functions/typed-function.ts";
import { type BehindFence, endBehindFence, startBehindFence } from "../behind-fence.ts";
import { button, element } from "../element.ts";
import { judgeTextOf, loadExercise, type PlayExercise } from "../load-exercise.ts";
import { SavedWork } from "../saved-work.ts";
import { seedField } from "../seed-field.ts";
import { sha256 } from "../sha256.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { partView } from "./part-view.ts";

export class Bench {
  private readonly capstone: Capstone;
  /** The slugs of the exercises that it uses, in the order of its uses. */
  private readonly slugs: readonly string[];
  private readonly folder: string;
  private readonly status = element("p", { class: "wb-status", role: "status" });
  private readonly shown = element("div", { class: "capstone-shown" });
  private readonly seed = seedField("capstone-seed", (text) => this.say(text));
  private readonly formula = element("input", {
    id: "capstone-formula",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    size: 22,
  });
  private readonly setting = element("select", { id: "capstone-setting" });
  private readonly runButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  /** Counts runs and their ends: one that is stopped while its exercises load does not begin. */
  private attempt = 0;
  private running: BehindFence | undefined;

  constructor(root: HTMLElement, capstone: Capstone, slugs: readonly string[], folder: string) {
    this.capstone = capstone;
    this.slugs = slugs;
    this.folder = folder;
    this.runButton = button("Run it", () => this.run(), { class: "wb-primary" });
    this.stopButton = button("Stop", () => this.end("Stopped."));
    this.stopButton.disabled = true;
    this.formula.value = capstone.formula ?? "";
    const formula =
      capstone.formula === undefined
        ? undefined
        : element(
            "label",
            { class: "wb-seed wb-formula", for: "capstone-formula" },
            element("span", {}, "f(x) ="),
            this.formula,
          );
    root.replaceChildren(
      element(
        "div",
        { class: "wb-tools" },
        this.runButton,
        this.stopButton,
        formula,
        this.settingLabel(capstone),
        this.seed.label,
      ),
      this.status,
    );
    root.after(this.shown);
  }

  private settingLabel({ setting }: Capstone): HTMLElement | undefined {
    if (setting === undefined) return undefined;
    this.setting.append(...setting.values.map((value) => element("option", {}, value)));
    this.setting.value = setting.usual;
    return element(
      "label",
      { class: "wb-seed", for: "capstone-setting" },
      element("span", {}, setting.name),
      this.setting,
    );
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  private async run(): Promise<void> {
    const choice = this.choice();
    if (choice === undefined || this.running !== undefined) return;
    this.runButton.disabled = true;
    this.stopButton.disabled = false;
    this.shown.replaceChildren();
    this.say("Loading the exercises.");
    const attempt = ++this.attempt;
    try {
      const exercises = await Promise.all(this.slugs.map((slug) => loadExercise(slug, this.folder)));
      if (attempt !== this.attempt) return;
      const text = [capstoneText, ...exercises.map(judgeTextOf)].join("\n");
      const running = startBehindFence(text);
      this.running = running;
      const worker = await running.worker;
      if (this.running !== running) return;
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.take(data, choice.seed);
      worker.onerror = ({ message }) => this.end(`A fault of ours, not yours: ${message}`);
      const works = Object.fromEntries(
        exercises.map((exercise, k) => [
          this.capstone.uses[k]?.exercise ?? "",
          workOf(this.slugs[k] ?? "", exercise),
        ]),
      );
      worker.postMessage({ kind: "run", unit: this.capstone.unit, works, choice } satisfies ToWorker);
    } catch (error) {
      this.end(`It could not be started: ${(error as Error).message}.`);
    }
  }

  /** What the fields say; nothing after what was typed turned out to be nothing that can be taken. */
  private choice(): Choice | undefined {
    const seed = this.seed.seed();
    if (seed === undefined) return undefined;
    if (this.capstone.setting !== undefined) return { seed, setting: this.setting.value };
    if (this.capstone.formula === undefined) return { seed };
    const formula = this.formula.value.trim() || this.capstone.formula;
    try {
      typedFunction(formula);
      this.formula.removeAttribute("aria-invalid");
      return { seed, formula };
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      this.formula.setAttribute("aria-invalid", "true");
      this.formula.focus();
      this.say(error.message);
      return undefined;
    }
  }

  private take(message: FromWorker, seed: number): void {
    if ("progress" in message) this.say(`${sentence(message.progress)} …`);
    else if ("cast" in message) this.shown.append(castView(message.cast));
    else if ("part" in message)
      this.shown.append(partView(message.part, `capstone-${this.shown.childElementCount}`));
    else if ("refused" in message) this.end(message.refused);
    else this.end(`Done, with seed ${seed}.`);
  }

  private end(why: string): void {
    if (this.running !== undefined) endBehindFence(this.running);
    this.running = undefined;
    this.attempt++;
    this.runButton.disabled = false;
    this.stopButton.disabled = true;
    this.say(why);
  }
}

/** The reader's text of an exercise, as this browser has kept it. */
function workOf(slug: string, { stub, file }: PlayExercise): Handed["work"] {
  const source = new SavedWork(slug, stub).read();
  if (source === undefined) return { missing: "has no text of yours in this browser" };
  return { source, file, sha256: sha256(new TextEncoder().encode(source)) };
}

const sentence = (text: string): string => (text[0] ?? "").toUpperCase() + text.slice(1);

function castView(cast: readonly Cast[]): HTMLElement {
  const own = cast.filter(({ because }) => because === undefined);
  const others = cast.filter(({ because }) => because !== undefined);
  return element(
    "div",
    { class: "capstone-cast" },
    own.length === 0 ? undefined : element("p", {}, "At work, written by you:"),
    own.length === 0
      ? undefined
      : element(
          "ul",
          {},
          ...own.map(({ use }) =>
            element("li", {}, `${use.exercise}, ${use.functions.join(", ")}: ${use.does}`),
          ),
        ),
    others.length === 0
      ? undefined
      : element("ul", {}, ...others.map((one) => element("li", {}, standsIn(one)))),
  );
}
