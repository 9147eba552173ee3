/** Covariance as signed rectangles, and the variance along every direction that the matrix of covariances holds. */
import { lift } from "../../reference/numbers/tracked.ts";
import { centred, covarianceMatrix } from "../../reference/unsupervised/covariance.ts";
import { eigenSymmetric } from "../../reference/unsupervised/eigen.ts";
import { rayleigh } from "../../reference/unsupervised/power-iteration.ts";
import {
  angleControl,
  angleHandle,
  anglePanel,
  atAngle,
  degrees,
  degreesOf,
  draggedAngle,
  overAngles,
  PANEL,
  PLOT,
  turnHandle,
  unitAt,
} from "./direction.ts";
import { axes } from "./frame/axes.ts";
import { list } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { group, handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";
import { rowsOf } from "./matrix-bars.ts";

/** Areas in hundreds of square metres, prices in hundreds of thousands: the houses of the page. */
const HOUSES = [1, 2, 2, 3, 3, 7];
/** One unit for both columns, so that right angles are right. */
const X = linear([-3.2, 7.2], [34, 346]);
const Y = linear([0, 8.2], [270, 24]);
/** How far the line of the direction reaches from the mean, in units of the picture. */
const REACH = 118;
const SQUARE_FEET = 10.76;

interface Data {
  readonly points: readonly Point[];
  readonly mean: Point;
  /** Each point's product of distances from the mean. */
  readonly products: readonly number[];
  readonly C: readonly [number, number, number];
  readonly correlation: number | undefined;
  readonly along: (angle: number) => number;
  /** The directions of most and least variance, and both variances. */
  readonly most: number;
  readonly values: readonly number[];
  readonly scale: Scale;
}

const controls = {
  angle: angleControl("Angle of the weights v", "v", 26.6),
  points: list({ label: "Houses", symbol: "X", min: 0, max: 8, step: 0.1, most: 6, value: HOUSES }),
};

export const fig28 = defineFigure({
  id: "fig28",
  title: "Rectangles from the mean",
  question:
    "Each house spans a rectangle from the mean: blue where area and price are on the same side, red where they are not. Drag the house of 200 m². How do you make the covariance 0, and along which direction do the houses vary most?",
  controls,
  compute({ points: given }): Data {
    const rows = rowsOf(given, HOUSES, 2);
    const tracked = lift(rows);
    const D = centred(tracked).map((row) => row.map(({ value }) => value) as unknown as Point);
    const C = covarianceMatrix(tracked);
    const plain = C.map((row) => row.map(({ value }) => value));
    const [c11 = 0, c12 = 0, c22 = 0] = [plain[0]?.[0], plain[0]?.[1], plain[1]?.[1]];
    const { values, vectors } = eigenSymmetric(plain);
    const size = Math.sqrt(c11 * c22);
    return {
      points: rows as unknown as readonly Point[],
      mean: [0, 1].map((j) => (rows[0]?.[j] as number) - (D[0]?.[j] as number)) as unknown as Point,
      products: D.map(([a, b]) => a * b),
      C: [c11, c12, c22],
      correlation: size > 0 ? c12 / size : undefined,
      along: (angle) => rayleigh(C, lift([...unitAt(angle)])).value,
      most: degreesOf(vectors.map((row) => row[0] as number) as unknown as Point),
      values,
      scale: linear([0, Math.max(1, 1.08 * (values[0] as number))], [PLOT.bottom, PLOT.top]),
    };
  },
  draw(data, { angle }) {
    const { points, mean, products, C, along, most, scale } = data;
    const place = ([x, y]: Point): Point => [X.to(x), Y.to(y)];
    const [mx, my] = place(mean);
    const [vx, vy] = unitAt(angle);
    const rectangles = points.map((point, i): Mark => {
      const [x, y] = place(point);
      return mark("rect", {
        class: `area ${(products[i] as number) < 0 ? "error" : "prediction"}`,
        x: Math.min(x, mx),
        y: Math.min(y, my),
        width: Math.abs(x - mx),
        height: Math.abs(y - my),
      });
    });
    /** The sign and the size of a product, where its rectangle has room for them. */
    const signs = points.flatMap((point, i): Mark[] => {
      const [x, y] = place(point);
      if (Math.abs(x - mx) < 26 || Math.abs(y - my) < 18) return [];
      const product = products[i] as number;
      const colour = product < 0 ? "error" : "prediction";
      const content = `${product < 0 ? "−" : "+"}${fixed(Math.abs(product), 1)}`;
      return [
        text((x + mx) / 2, (y + my) / 2 + 4, content, { class: `words small middle strong ${colour}` }),
      ];
    });
    const feet = points.map((point) => {
      const [x, y] = place(point);
      const far = (x - mx) * vx - (y - my) * vy;
      return [x, y, mx + far * vx, my - far * vy] as const;
    });
    const value = along(angle);
    return [
      {
        name: "houses",
        title: "Three houses, and rectangles with the sides d",
        description:
          "Three houses by area and price, each with the rectangle between it and the mean, and the line of a direction with the foot of each house on it. Houses and line can be dragged.",
        ...PANEL,
        marks: [
          axes({
            x: X,
            y: Y,
            xName: "area x₁ in 100 m²",
            yName: "price x₂",
            xTicks: [-2, 0, 2, 4, 6],
            yTicks: [0, 2, 4, 6, 8],
            zeros: false,
          }),
          ...rectangles,
          ...signs,
          mark("path", {
            class: "line gradient",
            d: pathThrough([
              [mx - REACH * vx, my + REACH * vy],
              [mx + REACH * vx, my - REACH * vy],
            ]),
          }),
          mark("path", {
            class: "thin ink",
            d: feet
              .map(([x, y, fx, fy]) => `M${rounded(x)} ${rounded(y)}L${rounded(fx)} ${rounded(fy)}`)
              .join(""),
          }),
          ...feet.map(([, , fx, fy]) => mark("circle", { class: "dot gradient", cx: fx, cy: fy, r: 3.5 })),
          mark("path", { class: "line ink", d: `M${rounded(mx - 5)} ${rounded(my)}h10m-5 -5v10` }),
          text(mx + 8, my + 16, "μ", { class: "words symbol" }),
          turnHandle(angle, mx + REACH * vx, my - REACH * vy, "gradient"),
          ...points.map((point, i) => {
            const [x, y] = place(point);
            const where = `area ${brief(point[0])}, price ${brief(point[1])}`;
            return handle(`p${i}`, `House ${i + 1}`, x, y, "data", where);
          }),
        ],
      },
      anglePanel(
        "variance",
        "Variance along each direction",
        "The variance of the houses along a direction against its angle, with the direction in which it is largest.",
        [
          ...overAngles({ yName: "variance", y: scale, of: along, colour: "gradient" }),
          ...((data.values[0] as number) - (data.values[1] as number) > 1e-9
            ? atAngle(most, "most", "right")
            : []),
          group(
            "ink",
            text(44, 16, "C", { class: "symbol" }),
            text(60, 16, `= (${fixed(C[0], 2)}  ${fixed(C[1], 2)};  ${fixed(C[1], 2)}  ${fixed(C[2], 2)})`, {
              class: "strong",
            }),
            text(346, 16, `vᵀ C v = ${fixed(value, 2)}`, { class: "strong end" }),
          ),
          angleHandle(angle, scale.to(value), "gradient"),
        ],
      ),
    ];
  },
  says({ products, C, correlation, along, most, values }, { angle }) {
    const signed = products.map((p) => (p < 0 ? `(${fixed(p, 2)})` : fixed(p, 2))).join(" + ");
    const r = correlation === undefined ? "" : ` The correlation is ${fixed(correlation, 3)}, in any unit.`;
    return `The products of the distances from the mean are ${signed}; over n − 1 = 2 that is a covariance of ${fixed(C[1], 2)}.${r} Along ${degrees(angle)} the variance is ${fixed(along(angle), 2)}; the most is ${fixed(values[0] as number, 2)} along ${degrees(Number(most.toFixed(1)))}, the least ${fixed(values[1] as number, 2)} across it.`;
  },
  table({ C, correlation }) {
    const row = (unit: string, by: number): string[] => [
      unit,
      digits(C[0] * by * by, 5),
      digits(C[1] * by, 5),
      digits(C[2], 5),
      correlation === undefined ? "–" : fixed(correlation, 4),
    ];
    return {
      caption: "Variances, covariance and correlation with the areas in two units",
      head: ["unit of the areas", "variance of area", "covariance", "variance of price", "correlation"],
      rows: [row("100 m²", 1), row("100 square feet", SQUARE_FEET)],
    };
  },
  example: { points: "X", angle: { of: ["v"], by: ([x = 0, y = 0]) => degreesOf([x, y]) } },
  presets: [
    { label: "The direction of most variance", state: { angle: 70.1 } },
    { label: "Falling", state: { points: [1, 7, 2, 3, 3, 2] } },
    { label: "Nothing to do with each other", state: { points: [1, 4, 2, 7, 3, 4] } },
    { label: "On one line", state: { points: [1, 2, 2, 4, 3, 6] } },
  ],
  drag(name, { x, y }, _, { points, mean }) {
    if (!name.startsWith("p")) return { angle: draggedAngle(name, x, y, [X.to(mean[0]), Y.to(mean[1])]) };
    const at = Number(name.slice(1));
    return { points: points.flatMap((point, i) => (i === at ? [X.from(x), Y.from(y)] : point)) };
  },
});
