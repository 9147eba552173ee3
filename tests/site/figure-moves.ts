/** What a reader does with a figure, frame by frame, for those who measure it. */
import {
  type Changes,
  type Control,
  defaultsOf,
  type Range,
  settled,
  type Value,
} from "../../site/figures/frame/controls.ts";
import type { AnyFigure } from "../../site/figures/frame/figure.ts";
import { modelOf } from "../../site/figures/frame/model.ts";
import type { Picture } from "../../site/figures/frame/scene.ts";

/** Frames of a move. */
export const FRAMES = 60;

/** Handles of a picture, with their places. */
function handlesOf(
  picture: Picture,
): { name: string; x: number; y: number; width: number; height: number }[] {
  return picture.flatMap(({ marks, width, height }) =>
    marks.flatMap(({ attributes }) =>
      "data-handle" in attributes
        ? [
            {
              name: String(attributes["data-handle"]),
              x: Number(attributes["data-x"]),
              y: Number(attributes["data-y"]),
              width,
              height,
            },
          ]
        : [],
    ),
  );
}

/** What a reader may do with a figure, each as the changes of one frame after another. */
export function movesOf(figure: AnyFigure): { what: string; changes: (i: number) => Changes }[] {
  const state = defaultsOf(figure.controls);
  const model = modelOf(figure, state);
  const moves: { what: string; changes: (i: number) => Changes }[] = [];
  const { animation } = figure;
  if (animation !== undefined) {
    const last = Math.max(1, model.last);
    moves.push({ what: "run", changes: (i) => ({ [animation.control]: i % (last + 1) }) });
  }
  for (const { name, x, y, width, height } of handlesOf(figure.draw(model.data, model.state)).slice(0, 3))
    moves.push({
      what: `drag ${name}`,
      changes: (i) => {
        // Once round the panel's middle, so that every frame has another place.
        const turn = (2 * Math.PI * i) / FRAMES;
        const to = { x: x + 0.3 * width * Math.sin(turn), y: y + 0.3 * height * Math.sin(turn) };
        return figure.drag!(name, { ...to, dx: to.x - x, dy: to.y - y }, model.state, model.data);
      },
    });
  for (const [name, control] of Object.entries(figure.controls)) {
    const value = name === animation?.control ? undefined : valuesOf(control);
    if (value !== undefined) moves.push({ what: `change ${name}`, changes: (i) => ({ [name]: value(i) }) });
  }
  const presets = [{ state: {} }, ...(figure.presets ?? [])];
  moves.push({
    what: "presets",
    changes: (i) => ({ ...state, ...presets[i % presets.length]?.state }),
  });
  return moves;
}

/** What a reader sets a control to, one value after another. */
function valuesOf(control: Control): ((i: number) => Value) | undefined {
  switch (control.kind) {
    case "range":
      return (i) => alongSlider(control, (i % FRAMES) / FRAMES);
    case "choice": {
      const options = Object.keys(control.options);
      return (i) => options[i % options.length] ?? control.value;
    }
    case "toggle":
      return (i) => i % 2 === 0;
    case "seed":
      return (i) => i;
    default:
      return undefined;
  }
}

const alongSlider = (control: Range, t: number): number =>
  settled(
    control,
    control.log === true
      ? control.min * (control.max / control.min) ** t
      : control.min + t * (control.max - control.min),
  );
