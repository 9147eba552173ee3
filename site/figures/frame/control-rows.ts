/** The controls of a figure as native form elements. */
import {
  type Choice,
  type Control,
  type Range,
  SEEDS,
  type Seed,
  settled,
  settledText,
  shown,
  type Text,
  type Toggle,
  type Value,
} from "./controls.ts";
import { button, html } from "./dom.ts";
import { type Looks, lookAttributes, type Part } from "./looks.ts";
import { tellSymbol } from "./symbol-event.ts";

/** A control in the document. */
export interface Row {
  readonly element: HTMLElement;
  /** Shows a value. */
  show(value: Value, isIdle: boolean): void;
  /** Sets the end of a slider below the control's own. */
  end?(last: number): void;
}

type Change = (value: Value) => void;

/** The row of a control; a list has none, since handles in the picture move it. */
export function rowOf(id: string, control: Control, looks: Looks, change: Change): Row | undefined {
  const row = makeRow(id, control, change);
  if (row === undefined) return undefined;
  tellSymbol(row.element, control.symbol);
  row.element.querySelector("label")?.replaceChildren(...labelOf(control, looks));
  return row;
}

function makeRow(id: string, control: Control, change: Change): Row | undefined {
  switch (control.kind) {
    case "range":
      return rangeRow(id, control, change);
    case "choice":
      return choiceRow(id, control, change);
    case "toggle":
      return toggleRow(id, control, change);
    case "seed":
      return seedRow(id, control, change);
    case "text":
      return textRow(id, control, change);
    case "list":
      return undefined;
  }
}

const labelled = (id: string, { label }: Control): HTMLLabelElement => html("label", { for: id }, label);

/** A label whose symbols look as in formulas: the control's own, where it is named once, or the principal ones. */
function labelOf({ label, symbol = "" }: Control, { named, split }: Looks): (Node | string)[] {
  const around = label.split(new RegExp(`(?<!\\p{L})${symbol}(?!\\p{L})`, "u"));
  const own = named.get(symbol);
  if (own === undefined || around.length !== 2) return split(label).map(inLabel);
  const [before = "", behind = ""] = around;
  return [before, html("i", { "data-symbol": symbol, ...lookAttributes(own) }, symbol), behind];
}

const inLabel = ([words, look]: Part): Node | string =>
  look === undefined ? words : html("i", { ...lookAttributes(look) }, words);

/** Where a number lies on its slider, and back. A slider with `log` counts steps of a decade from its start. */
export function sliderOf(control: Range) {
  const { min, max, step } = control;
  if (control.log !== true)
    return { min, max, step, at: (value: number) => value, value: (at: number) => at };
  const steps = Math.ceil(Math.log10(max / min) / step - 1e-9);
  return {
    min: 0,
    max: steps,
    step: 1,
    at: (value: number) => Math.round(Math.log10(value / min) / step),
    value: (at: number) => (at === steps ? max : min * 10 ** (at * step)),
  };
}

function rangeRow(id: string, control: Range, change: Change): Row {
  const slider = sliderOf(control);
  const { min, max, step } = slider;
  const input = html("input", { type: "range", id, min, max, step });
  const output = html("output", { for: id });
  input.addEventListener("input", () => change(settled(control, slider.value(input.valueAsNumber))));
  return {
    element: html("div", { class: "control range" }, labelled(id, control), output, input),
    show(value, isIdle) {
      const words = shown(control, value as number);
      const at = String(slider.at(value as number));
      if (input.value !== at) input.value = at;
      if (output.textContent !== words) {
        output.textContent = words;
        input.setAttribute("aria-valuetext", words);
      }
      input.disabled = isIdle;
    },
    end(last) {
      const end = String(Math.min(last, max));
      if (input.max !== end) input.max = end;
    },
  };
}

function choiceRow(id: string, control: Choice, change: Change): Row {
  const options = Object.entries(control.options).map(([value, words]) => html("option", { value }, words));
  const select = html("select", { id }, ...options);
  select.addEventListener("change", () => change(select.value));
  return {
    element: html("div", { class: "control choice" }, labelled(id, control), select),
    show(value, isIdle) {
      if (select.value !== value) select.value = value as string;
      select.disabled = isIdle;
    },
  };
}

function toggleRow(id: string, control: Toggle, change: Change): Row {
  const input = html("input", { type: "checkbox", id });
  input.addEventListener("change", () => change(input.checked));
  return {
    element: html("div", { class: "control toggle" }, input, labelled(id, control)),
    show(value, isIdle) {
      input.checked = value as boolean;
      input.disabled = isIdle;
    },
  };
}

function textRow(id: string, control: Text, change: Change): Row {
  const input = html("input", {
    type: "text",
    id,
    maxlength: control.most,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  input.addEventListener("input", () => change(settledText(control, input.value)));
  return {
    element: html("div", { class: "control text" }, labelled(id, control), input),
    show(value, isIdle) {
      // What is being typed stays as it is: the cursor would jump.
      if (settledText(control, input.value) !== value) input.value = value as string;
      input.disabled = isIdle;
    },
  };
}

function seedRow(id: string, control: Seed, change: Change): Row {
  const input = html("input", { type: "number", id, min: 0, max: SEEDS, step: 1, inputmode: "numeric" });
  let held = control.value;
  input.addEventListener("change", () => {
    // An empty field, or a word, is no seed: the one that is in use comes back.
    if (Number.isNaN(input.valueAsNumber)) input.value = String(held);
    else change(settled(control, input.valueAsNumber));
  });
  // The next one and no random one, so that going on and back leads to the same pictures.
  const next = button("New seed", () => change(held >= SEEDS ? 0 : held + 1));
  return {
    element: html("div", { class: "control seed" }, labelled(id, control), input, next),
    show(value, isIdle) {
      held = value as number;
      if (input.value !== String(held)) input.value = String(held);
      input.disabled = isIdle;
      next.disabled = isIdle;
    },
  };
}
