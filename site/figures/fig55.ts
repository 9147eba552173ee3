/** Two distances between points that are dragged: as a bird flies and along the streets, and what a turn does to each. */
import { euclideanDistance, manhattanDistance } from "../../reference/numbers/distances.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { degrees } from "./direction.ts";
import { axes, clip } from "./frame/axes.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";
import { legendRow } from "./legend.ts";

const [WIDTH, HEIGHT] = [360, 330];
const X = linear([-6.5, 6.5], [34, 348]);
const Y = linear([-5.5, 6.5], [302, 12]);
const PLOT = { left: 34, right: 342, top: 84, bottom: 284 };
const TURN = linear([0, 360], [PLOT.left, PLOT.right]);
/** Corners of the page: from p to q, with r beside the way. */
const [P, Q, R] = [
  [1, 2],
  [4, -2],
  [0, 1],
];

const pointOf = (label: string, symbol: string, value: readonly number[]) =>
  list({ label, symbol, min: -6, max: 6, step: 0.1, most: 2, value });

const controls = {
  turn: range({
    label: "Turn of q about p by θ",
    symbol: "θ",
    min: 0,
    max: 360,
    step: 0.1,
    value: 0,
    show: degrees,
  }),
  p: pointOf("Point p", "p", P as number[]),
  q: pointOf("Point q", "q", Q as number[]),
  r: pointOf("Point r", "r", R as number[]),
};

interface Ways {
  readonly bird: number;
  readonly streets: number;
}
const between = (p: Point, q: Point): Ways => {
  const [a, b] = [lift([...p]), lift([...q])];
  return { bird: euclideanDistance(a, b).value, streets: manhattanDistance(a, b).value };
};
/** q turned about p by so many degrees. */
const turned = ([px, py]: Point, [qx, qy]: Point, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [px + c * (qx - px) - s * (qy - py), py + s * (qx - px) + c * (qy - py)];
};

interface Data {
  readonly p: Point;
  /** Where q was put, and where the turn has brought it. */
  readonly home: Point;
  readonly q: Point;
  readonly r: Point;
  readonly direct: Ways;
  readonly toR: Ways;
  readonly fromR: Ways;
}

export const fig55 = defineFigure({
  id: "fig55",
  title: "As the bird flies, and along the streets",
  question:
    "From p to q the bird flies 5, and the taxi drives 7. Turn q about p on the circle: which of both distances changes, and where are they alike?",
  controls,
  compute({ turn, p: givenP, q: givenQ, r: givenR }): Data {
    const point = (given: readonly number[], start: readonly number[] | undefined): Point => [
      given[0] ?? (start?.[0] as number),
      given[1] ?? (start?.[1] as number),
    ];
    const [p, home, r] = [point(givenP, P), point(givenQ, Q), point(givenR, R)];
    const q = turned(p, home, turn);
    return { p, home, q, r, direct: between(p, q), toR: between(p, r), fromR: between(r, q) };
  },
  draw({ p, home, q, r, direct, toR, fromR }, { turn }) {
    const place = ([x, y]: Point): Point => [X.to(x), Y.to(y)];
    const [[px, py], [qx, qy], [rx, ry]] = [place(p), place(q), place(r)];
    const radius = X.to(direct.bird) - X.to(0);
    const reach = X.to(direct.streets) - X.to(0);
    const most = Math.max(1, Math.ceil(1.5 * direct.bird));
    const Z = linear([0, most], [PLOT.bottom, PLOT.top]);
    const streets = Array.from({ length: 181 }, (_, i) => 2 * i).map(
      (t) => [TURN.to(t), Z.to(between(p, turned(p, home, t)).streets)] as const,
    );
    const name = ([x, y]: Point, word: string, colour: string, up: boolean): Mark =>
      text(x + 9, y + (up ? -8 : 16), word, { class: `words symbol ${colour}` });
    const legend = (row: number, colour: string, line: string, words: string, number: number): Mark =>
      legendRow(PLOT, { row, colour, line, name: words, number: fixed(number, 3) });
    return [
      {
        name: "town",
        title: "Both ways from p to q",
        description:
          "Points p, q and r in a town. The straight way from p to q, the way along the streets, and the way by r, dotted; around p the circle and the square on its tip of all points that are as far as q. The points can be dragged.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          clip("fig55-clip", X, Y),
          axes({
            x: X,
            y: Y,
            xName: "",
            yName: "",
            xTicks: [-6, -4, -2, 0, 2, 4, 6],
            yTicks: [-4, -2, 0, 2, 4, 6],
          }),
          mark(
            "g",
            { "clip-path": "url(#fig55-clip)" },
            mark("circle", { class: "thin prediction faint", cx: px, cy: py, r: radius }),
            mark("path", {
              class: "thin error faint",
              d: `M${rounded(px - reach)} ${rounded(py)}l${rounded(reach)} ${rounded(-reach)}l${rounded(reach)} ${rounded(reach)}l${rounded(-reach)} ${rounded(reach)}Z`,
            }),
            mark("path", {
              class: "guide ink",
              d: pathThrough([
                [px, py],
                [rx, ry],
                [qx, qy],
              ]),
            }),
            mark("path", {
              class: "line error",
              d: `M${rounded(px)} ${rounded(py)}H${rounded(qx)}V${rounded(qy)}`,
            }),
            mark("path", {
              class: "line prediction",
              d: pathThrough([
                [px, py],
                [qx, qy],
              ]),
            }),
          ),
          name([px, py], "p", "ink", true),
          name([qx, qy], "q", "ink", qy < py),
          name([rx, ry], "r", "data", true),
          handle("r", "Point r", rx, ry, "data", where(r)),
          handle("q", "Point q", qx, qy, "ink", where(q)),
          handle("p", "Point p", px, py, "ink", where(p)),
        ],
      },
      {
        name: "turn",
        title: "Both distances while q turns about p",
        description:
          "Both distances from p to q against the angle by which q has been turned about p: the straight one stays, the one along the streets rises and falls.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          legend(0, "prediction", "line", "as the bird flies e", direct.bird),
          legend(1, "error", "line", "along the streets h", direct.streets),
          legend(2, "data", "line dashed", "by r, for the bird", toR.bird + fromR.bird),
          axes({
            x: TURN,
            y: Z,
            xName: "turned by θ",
            yName: "",
            xTicks: [0, 90, 180, 270, 360],
            xText: (t) => `${t}°`,
            zeros: false,
          }),
          mark("path", {
            class: "line prediction",
            d: `M${PLOT.left} ${rounded(Z.to(direct.bird))}H${PLOT.right}`,
          }),
          mark("path", {
            class: "guide error",
            d: `M${PLOT.left} ${rounded(Z.to(Math.SQRT2 * direct.bird))}H${PLOT.right}`,
          }),
          mark("path", { class: "line error", d: pathThrough(streets) }),
          text(PLOT.right, Z.to(Math.SQRT2 * direct.bird) - 5, "√2·e", { class: "words error small end" }),
          mark("path", { class: "guide ink", d: `M${rounded(TURN.to(turn))} ${PLOT.top}V${PLOT.bottom}` }),
          mark("circle", { class: "dot prediction", cx: TURN.to(turn), cy: Z.to(direct.bird), r: 4.5 }),
          handle("turn", "Turn of q about p", TURN.to(turn), Z.to(direct.streets), "error", degrees(turn)),
        ],
      },
    ];
  },
  says({ p, q, r, direct, toR, fromR }) {
    const parts = p.map((pk, k) => short(Math.abs(pk - (q[k] as number))));
    const by = (way: keyof Ways): string => short(toR[way] + fromR[way]);
    const nearer =
      toR.bird < direct.bird === toR.streets < direct.streets
        ? ""
        : ` The nearer of q and r to p is ${toR.bird < direct.bird ? "r for the bird, and q" : "q for the bird, and r"} along the streets.`;
    return `From p = ${where(p)} to q = ${where(q)} the differences are ${parts.join(" and ")}: along the streets ${short(direct.streets)}, as the bird flies ${short(direct.bird)}. By way of r = ${where(r)} it is ${by("streets")} and ${by("bird")}.${nearer}`;
  },
  table({ p, q, r, direct, toR, fromR }) {
    const row = (name: string, { bird, streets }: Ways): string[] => [
      name,
      digits(bird, 5),
      digits(streets, 5),
    ];
    return {
      caption: `Distances between p = ${where(p)}, q = ${where(q)} and r = ${where(r)}`,
      head: ["from where to where", "as the bird flies", "along the streets"],
      rows: [row("p to q", direct), row("p to r", toR), row("r to q", fromR)],
    };
  },
  example: { p: "p", q: "q", r: "r" },
  presets: [
    { label: "Along a street", state: { turn: 53.1 } },
    { label: "r on the way", state: { r: [2.5, 0] } },
    { label: "Which is nearer, q or r?", state: { p: [0, 0], q: [3, 3], r: [0, 5] } },
    { label: "One turn of (1, 0)", state: { p: [0, 0], q: [1, 0], r: [0, 1], turn: 53.1 } },
  ],
  drag(name, { x, y }, { turn }, { p }) {
    // Left of 0 the turn goes on from the other end.
    if (name === "turn") return { turn: x < PLOT.left ? 360 + (TURN.from(x) % 360) : TURN.from(x) };
    const to: Point = [X.from(x), Y.from(y)];
    // q is dragged where the turn has brought it.
    return name === "q" ? { q: turned(p, to, -turn) } : { [name]: to };
  },
});

const short = (value: number): string => brief(Number(value.toFixed(2)));
const where = (p: Point): string => `(${p.map((x) => brief(Number(x.toFixed(2)))).join(", ")})`;
