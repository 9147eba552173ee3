/** The error of a run by powers of ten, with a dot at the epoch that is shown. */
import { axes } from "./frame/axes.ts";
import { digits, superscript } from "./frame/numbers.ts";
import { linear, logarithmic, type Scale } from "./frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "./frame/scene.ts";

export interface ErrorCurve {
  readonly title: string;
  readonly description: string;
  readonly xName: string;
  readonly yName: string;
  /** Powers of ten at both ends. */
  readonly powers: readonly [number, number];
  readonly errors: readonly number[];
}

const LEFT = 46;
const RIGHT = 346;

const scalesOf = ({ powers: [low, high], errors }: ErrorCurve): readonly [Scale, Scale] => [
  linear([0, Math.max(1, errors.length - 1)], [LEFT, RIGHT]),
  logarithmic([10 ** low, 10 ** high], [258, 34]),
];
const inside = (y: Scale, error: number): number => Math.max(34, Math.min(258, y.to(error)));

/** What does not move with the epochs. */
export function errorStill(of: ErrorCurve): readonly Mark[] {
  const [x, y] = scalesOf(of);
  const [low, high] = of.powers;
  return [
    axes({
      x,
      y,
      xName: of.xName,
      yName: of.yName,
      yTicks: Array.from({ length: high - low + 1 }, (_, k) => Number(`1e${low + k}`)),
      yText: (error) => (error === 1 ? "1" : `10${superscript(Math.round(Math.log10(error)))}`),
      zeros: false,
    }),
    mark("path", {
      class: "line error",
      d: pathThrough(of.errors.map((error, e) => [x.to(e), inside(y, error)] as const)),
    }),
  ];
}

export function errorPanel(of: ErrorCurve, still: readonly Mark[], epoch: number): Panel {
  const [x, y] = scalesOf(of);
  const error = of.errors[epoch] ?? 0;
  return {
    name: "error",
    title: of.title,
    description: `${of.description} It is ${digits(error, 4)} now.`,
    width: 360,
    height: 300,
    marks: [
      ...still,
      mark("circle", { class: "dot error", cx: x.to(epoch), cy: inside(y, error), r: 5 }),
      text(RIGHT, 18, digits(error, 4), { class: "words error strong end" }),
    ],
  };
}
