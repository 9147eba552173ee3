/** Handles and pressable marks of the picture: by pointer, by touch and by keys. */

import type { Changes } from "./controls.ts";
import type { AnyFigure, Drag, Place } from "./figure.ts";
import type { Model, State } from "./model.ts";
import { holdTouches } from "./touches.ts";

interface Held {
  readonly pointer: number;
  readonly svg: SVGSVGElement;
  readonly name: string;
  /** Where the handle was, and where the pointer took hold of it, in the panel's units. */
  readonly from: Place;
  readonly grip: Place;
  readonly state: State;
  readonly data: unknown;
}

/** A state that has been drawn, with its data: another one each time. */
export interface Drawn {
  readonly state: State;
  readonly data: unknown;
}

/** How far keys have led a handle since a picture. */
interface Walk {
  readonly name: string;
  readonly from: Drawn;
  readonly dx: number;
  readonly dy: number;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** The largest step that an arrow key tries, in the panel's units. */
const FARTHEST = 512;

/**
 * Listens to the panels of a figure; `change` gets what a drag or a press comes to.
 *
 * @param drawn what the picture shows: data that take several frames may lie behind what has been set, and handles
 *   are where the picture has them
 */
export function listenToHandles(
  panels: HTMLElement,
  figure: AnyFigure,
  model: Model,
  change: (changes: Changes) => void,
  drawn: () => Drawn,
): void {
  let held: Held | undefined;
  let walk: Walk | undefined;
  const drag = (name: string, to: Drag, state: State, data: unknown): Changes =>
    figure.drag?.(name, to, state, data) ?? {};

  const press = (mark: SVGElement, at?: Place): void =>
    change(figure.press?.(mark.dataset.press!, model.state, model.data, at) ?? {});

  holdTouches(panels);
  panels.addEventListener("pointerdown", (event) => {
    const handle = marked(event.target, "handle");
    if (handle === null || event.button !== 0 || held !== undefined) return;
    const svg = handle.ownerSVGElement!;
    // The drawing and not the handle: a drawing stays while its marks are exchanged.
    svg.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    event.preventDefault();
    const { state, data } = drawn();
    const grip = inPanel(svg, event);
    held = { pointer: event.pointerId, svg, name: nameOf(handle), from: placeOf(handle), grip, state, data };
    panels.classList.add("dragging");
  });
  panels.addEventListener("pointermove", (event) => {
    if (held === undefined || event.pointerId !== held.pointer) return;
    const { svg, from, grip, name, state, data } = held;
    const { x, y } = inPanel(svg, event);
    const [dx, dy] = [x - grip.x, y - grip.y];
    change(drag(name, { x: from.x + dx, y: from.y + dy, dx, dy }, state, data));
  });
  const release = (event: PointerEvent): void => {
    if (event.pointerId !== held?.pointer) return;
    held = undefined;
    panels.classList.remove("dragging");
  };
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"] as const)
    panels.addEventListener(end, release);

  panels.addEventListener("click", (event) => {
    const mark = marked(event.target, "press");
    // Programs that press for their user give no place.
    if (mark !== null) press(mark, event.detail === 0 ? undefined : inPanel(mark.ownerSVGElement!, event));
  });
  panels.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = marked(event.target, "press");
    if (mark !== null && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      press(mark);
      return;
    }
    const handle = marked(event.target, "handle");
    const arrow = ARROWS[event.key];
    if (handle === null || arrow === undefined) return;
    event.preventDefault();
    change(nudged(handle, arrow, event.shiftKey ? 10 : 1));
  });

  /** The least move in a direction that changes anything: what a handle moves may have steps wider than a unit. */
  function nudged(handle: SVGElement, [right, down]: readonly [number, number], least: number): Changes {
    const [name, from] = [nameOf(handle), drawn()];
    // A key that is held comes faster than pictures do: its steps add up until the next one.
    const before = walk?.name === name && walk.from === from ? walk : { dx: 0, dy: 0 };
    const { x, y } = placeOf(handle);
    for (let size = least; size <= FARTHEST; size *= 2) {
      const [dx, dy] = [before.dx + right * size, before.dy + down * size];
      const changes = drag(name, { x: x + dx, y: y + dy, dx, dy }, from.state, from.data);
      const next = model.with(changes);
      if (Object.keys(next).every((one) => next[one] === model.wanted[one])) continue;
      walk = { name, from, dx, dy };
      return changes;
    }
    return {};
  }
}

const marked = (target: EventTarget | null, kind: "handle" | "press"): SVGElement | null =>
  target instanceof Element ? target.closest<SVGElement>(`[data-${kind}]`) : null;

const nameOf = (handle: SVGElement): string => handle.dataset.handle!;

const placeOf = ({ dataset }: SVGElement): Place => ({
  x: Number(dataset.x),
  y: Number(dataset.y),
});

/** Where a pointer is, in the units of the drawing. */
function inPanel(svg: SVGSVGElement, { clientX, clientY }: MouseEvent): Place {
  return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()!.inverse());
}
