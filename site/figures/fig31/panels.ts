/** The chosen activation with its tangent, and its slope over all z. */
import { curve, tangent } from "../curve.ts";
import { axes, clip } from "../frame/axes.ts";
import { digits, fixed } from "../frame/numbers.ts";
import { remembered } from "../frame/remembered.ts";
import { linear } from "../frame/scale.ts";
import { handle, type Mark, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { type ActivationName, type Stand, sourceSlope, standOf } from "./activation.ts";
import { SHORT_NAMES } from "./gallery.ts";

export const Z = linear([-3, 3], [36, 346]);
const VALUE = linear([-1.6, 3], [262, 30]);
const SLOPE = linear([-0.15, 1.15], [262, 30]);
const SIZE = { width: 360, height: 300 };

const still = remembered((name: ActivationName): readonly Mark[] => [
  clip("fig31-values", Z, VALUE),
  axes({ x: Z, y: VALUE, xName: "z", yName: "value" }),
  mark("path", {
    class: "line prediction",
    d: curve((z) => standOf(name, z).value, Z, VALUE),
    "clip-path": "url(#fig31-values)",
  }),
]);

export function valuePanel(name: ActivationName, z: number, { value, slope }: Stand): Panel {
  return {
    name: "value",
    title: `What the unit passes on: ${SHORT_NAMES[name]}`,
    description: `The curve of ${SHORT_NAMES[name]} from −3 to 3, with its tangent at z, whose steepness is the slope; z can be dragged.`,
    ...SIZE,
    marks: [
      ...still(name),
      mark("path", {
        class: "line dashed gradient",
        d: tangent(Z, VALUE, z, value, slope),
        "clip-path": "url(#fig31-values)",
      }),
      mark("path", { class: "guide ink", d: `M${rounded(Z.to(z))} 262V${rounded(VALUE.to(value))}` }),
      text(346, 20, `${name === "tanh" ? "t = " : ""}${digits(value, 4)}`, {
        class: "words prediction strong end",
      }),
      handle("value", "Net input z", Z.to(z), VALUE.to(value), "prediction", `z = ${fixed(z, 2)}`),
    ],
  };
}

const slopes = remembered((name: ActivationName): readonly Mark[] => [
  axes({ x: Z, y: SLOPE, xName: "z", yName: "slope" }),
  mark("path", { class: "line gradient", d: curve((z) => standOf(name, z).slope, Z, SLOPE) }),
]);
const source = remembered(() =>
  mark("path", { class: "line dashed error", d: curve(sourceSlope, Z, SLOPE) }),
);

export function slopePanel(name: ActivationName, z: number, { slope }: Stand, showsSource: boolean): Panel {
  return {
    name: "slope",
    title: "What comes back: its slope",
    description: `The slope of ${SHORT_NAMES[name]} from −3 to 3; at z it is ${digits(slope, 4)}. z can be dragged.`,
    ...SIZE,
    marks: [
      ...slopes(name),
      ...(showsSource
        ? [
            source(),
            mark("circle", { class: "dot error", cx: Z.to(z), cy: SLOPE.to(sourceSlope(z)), r: 4.5 }),
            text(40, 20, "dashed: the source’s", { class: "words error small" }),
          ]
        : []),
      mark("path", { class: "guide ink", d: `M${rounded(Z.to(z))} 262V${rounded(SLOPE.to(slope))}` }),
      text(346, 20, digits(slope, 4), { class: "words gradient strong end" }),
      handle(
        "slope",
        "Net input z, on the slope",
        Z.to(z),
        SLOPE.to(slope),
        "gradient",
        `z = ${fixed(z, 2)}`,
      ),
    ],
  };
}
