/** All activations side by side, each with its slope: pressed, one of them is looked at. */
import { curve } from "../curve.ts";
import { remembered } from "../frame/remembered.ts";
import { linear } from "../frame/scale.ts";
import { group, type Mark, mark, type Panel, pressable, rounded } from "../frame/scene.ts";
import { type ActivationName, standOf } from "./activation.ts";

export const SHORT_NAMES: Readonly<Record<ActivationName, string>> = {
  tanh: "tanh",
  sigmoid: "sigmoid",
  relu: "ReLU",
  leakyRelu: "leaky ReLU",
};
const NAMES = Object.keys(SHORT_NAMES) as ActivationName[];

const Z = linear([-3, 3], [8, 152]);
const V = linear([-1.3, 3], [120, 12]);

/** Curves of all, made once: they never change. */
const curves = remembered((): ReadonlyMap<ActivationName, Mark> => {
  const of = (name: ActivationName): Mark =>
    group(
      "curves",
      mark("path", { class: "zero", d: `M8 ${rounded(V.to(0))}H152M${rounded(Z.to(0))} 12V120` }),
      mark("path", { class: "line dashed gradient", d: curve((z) => standOf(name, z).slope, Z, V) }),
      mark("path", { class: "line prediction", d: curve((z) => standOf(name, z).value, Z, V) }),
    );
  return new Map(NAMES.map((name) => [name, of(name)]));
});

export const gallery = (chosen: ActivationName, z: number): readonly Panel[] =>
  NAMES.map((name) => {
    const { value, slope } = standOf(name, z);
    return {
      name: `gallery-${name}`,
      title: SHORT_NAMES[name],
      description: `${SHORT_NAMES[name]} as a full line and its slope as a dashed one; press it to look at it.`,
      width: 160,
      height: 132,
      narrow: true,
      marks: [
        pressable(
          name,
          `Look at ${SHORT_NAMES[name]}`,
          name === chosen,
          mark("rect", {
            class: name === chosen ? "hollow ring" : "hollow soft",
            x: 2,
            y: 4,
            width: 156,
            height: 124,
            rx: 3,
          }),
          curves().get(name) as Mark,
          mark("circle", { class: "dot gradient", cx: Z.to(z), cy: V.to(slope), r: 4 }),
          mark("circle", { class: "dot prediction", cx: Z.to(z), cy: V.to(value), r: 4 }),
        ),
      ],
    };
  });
