/** Brings a figure of the page to life. */

import { stateFrom } from "./address.ts";
import { addressBar } from "./address-bar.ts";
import { announcer } from "./announcer.ts";
import { type Row, rowOf } from "./control-rows.ts";
import { type Changes, defaultsOf, type Range } from "./controls.ts";
import { button, html, setWords } from "./dom.ts";
import { onExample } from "./example-event.ts";
import { type Linked, linked } from "./example-link.ts";
import type { AnyFigure } from "./figure.ts";
import { type Drawn, listenToHandles } from "./handles.ts";
import { livePanels } from "./live-panels.ts";
import { liveTable } from "./live-table.ts";
import { looksFrom } from "./looks.ts";
import { isSame, modelOf, SLICE, type State } from "./model.ts";
import { player } from "./player.ts";
import { renderStatic } from "./static.ts";

/**
 * @param element the `<figure>` of `renderStatic`; an element without it gets its content first
 * @throws whatever the figure's own functions throw, before anything of the page has changed
 */
export function mountFigure(element: HTMLElement, figure: AnyFigure): void {
  if (element.dataset.mounted !== undefined) return;
  const { id, controls, animation } = figure;
  const { state: start, notes } = stateFrom(id, controls, location.search);
  const model = modelOf(figure, start);
  const first = figure.draw(model.data, model.state);
  element.dataset.mounted = "";
  if (element.querySelector(".panels") === null) fill(element, figure);

  const panels = element.querySelector<HTMLElement>(".panels")!;
  const says = element.querySelector<HTMLElement>(".says")!;
  const looks = looksFrom(element.dataset.looks ?? "");
  const showPanels = livePanels(panels, id, looks);
  const heard = announcer();
  const noteAddress = addressBar(id, controls, () => model.state);
  const noteTable = liveTable(element.querySelector("details")!, () => figure.table(model.data, model.state));
  const note = html("p", { class: "note", role: "status" }, notes.join(" "));

  const change = (changes: Changes): void => {
    if (model.change(changes)) {
      note.textContent = "";
      noteAddress();
    }
    // Also where nothing has changed: a field may show what no control can hold.
    schedule();
  };

  const rows = new Map<string, Row>();
  for (const [name, control] of Object.entries(controls)) {
    const row = rowOf(`${id}-${name}`, control, looks, (value) => change({ [name]: value }));
    if (row !== undefined) rows.set(name, row);
  }
  const scrub = animation === undefined ? undefined : rows.get(animation.control)!;
  let isVisible = true;
  const running =
    animation === undefined
      ? undefined
      : player(id, scrub!.element, {
          control: controls[animation.control] as Range,
          perSecond: animation.perSecond,
          isVisible: () => isVisible,
          frame: () => model.state[animation.control] as number,
          last: () => model.last,
          go: (frame) => change({ [animation.control]: frame }),
          changed: () => schedule(),
        });
  const presets = presetButtons(figure, (state) => {
    running?.pause();
    change(state);
  });

  /** A figure that opens a page runs once by itself, and is not read aloud meanwhile. */
  let runsUnasked = element.closest("[data-runs]") !== null && !location.search.includes(`${id}=`);
  element.addEventListener("pointerdown", () => (runsUnasked = false));
  element.addEventListener("keydown", () => (runsUnasked = false));

  let drawn: Drawn = { state: model.state, data: model.data };
  let isScheduled = false;
  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(tick);
  }
  /** Data that take several frames come when the hand rests; meanwhile the controls follow it. */
  function tick(): void {
    if (!model.prepare(SLICE)) {
      panels.classList.add("waiting");
      showRows(model.wanted);
      requestAnimationFrame(tick);
      return;
    }
    isScheduled = false;
    show();
    panels.classList.remove("waiting");
  }
  function show(): void {
    drawn = { state: model.state, data: model.data };
    const { state, data } = drawn;
    showPanels(figure.draw(data, state));
    describe(state, data);
    if (!runsUnasked) heard.say(says.textContent ?? "", running?.isPlaying === true);
    noteTable();
  }
  function describe(state: State, data: unknown): void {
    setWords(says, figure.says(data, state), looks);
    showRows(state);
    scrub?.end?.(model.last);
    presets.show(state, model.last);
  }

  function showRows(state: State): void {
    const idle = figure.idle?.(state) ?? [];
    for (const [name, row] of rows) row.show(state[name]!, idle.includes(name));
  }

  const box = html("div", { class: "controls", role: "group", "aria-label": "Controls" });
  for (const row of rows.values()) if (row !== scrub) box.append(row.element);
  const parts = [note, ...(running === undefined ? [] : [running.element]), box, presets.element];
  panels.after(...parts.filter((part) => part !== box || box.hasChildNodes()));
  says.after(heard.element);
  scrub?.end?.(model.last);
  showPanels(first);
  describe(model.state, model.data);
  noteTable();
  listenToHandles(panels, figure, model, change, () => drawn);
  new IntersectionObserver((entries) => {
    isVisible = entries.at(-1)?.isIntersecting ?? true;
  }).observe(element);
  if (figure.example !== undefined) {
    onExample((numbers) => {
      const asked = linked(figure, (symbol) => numbers[symbol] ?? []);
      running?.pause();
      change(asked.changes);
      note.textContent = beyond(figure, asked, model.wanted);
    });
  }
  if (runsUnasked) running?.begin();
}

/** What a reader is told whose numbers a figure cannot show as they are. */
function beyond({ controls }: AnyFigure, { changes, misfits }: Linked, shown: State): string {
  const others = Object.keys(changes).filter((name) => !isNear(changes[name], shown[name]));
  const labels = [...misfits, ...others].map((name) => controls[name]?.label ?? name);
  return labels.length === 0
    ? ""
    : `The picture cannot show all of the example’s numbers: ${labels.join(", ")}.`;
}

/** Controls settle on steps: what is within a hundredth looks the same. */
const isNear = (asked: unknown, shown: unknown): boolean =>
  Array.isArray(asked) && Array.isArray(shown)
    ? asked.length === shown.length && asked.every((one, i) => isNear(one, shown[i]))
    : typeof asked === "number" && typeof shown === "number"
      ? Math.abs(asked - shown) <= 0.01 * (1 + Math.abs(asked))
      : asked === shown;

/** What the page would have held. */
function fill(element: HTMLElement, figure: AnyFigure): void {
  const template = document.createElement("template");
  template.innerHTML = renderStatic(figure);
  const whole = template.content.firstElementChild!;
  for (const { name, value } of whole.attributes) if (name !== "id") element.setAttribute(name, value);
  element.replaceChildren(...whole.childNodes);
}

/** Buttons for the states worth seeing, and for the one that the figure starts in. */
function presetButtons(figure: AnyFigure, go: (state: Changes) => void) {
  const defaults: State = defaultsOf(figure.controls);
  const all = [{ label: "Start over", state: {} as Partial<State> }, ...(figure.presets ?? [])].map(
    (preset) => {
      const state: Changes = { ...defaults, ...preset.state };
      return { state, element: button(preset.label, () => go(state)) };
    },
  );
  const element = html(
    "div",
    { class: "presets", role: "group", "aria-label": "Settings worth seeing" },
    ...all.map((each) => each.element),
  );
  return {
    element,
    /** Marks the one that is set. */
    show(state: State, last: number) {
      for (const each of all) {
        const isSet = Object.entries(each.state).every(([name, value]) =>
          isSame(name === figure.animation?.control ? Math.min(value as number, last) : value, state[name]),
        );
        each.element.setAttribute("aria-pressed", String(isSet));
      }
    },
  };
}
