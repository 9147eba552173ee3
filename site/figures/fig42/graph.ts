/** The graph of an expression: numbers on the way forward, adjoints on the way back. */
import { digits } from "../frame/numbers.ts";
import { group, type Mark, mark, type Panel, rounded, text } from "../frame/scene.ts";
import type { Node } from "./expression.ts";

const WIDTH = 490;
const RADIUS = 17;
const ROW = 76;
const TOP = 62;

export interface Walk {
  readonly nodes: readonly Node[];
  /** How many numbers are there. */
  readonly made: number;
  /** How many have passed their adjoint on; −1 before the way back begins. */
  readonly passed: number;
  readonly adjoints: readonly (number | undefined)[];
}

/** A number, or that there is none. */
export const shown = (value: number): string => (Number.isFinite(value) ? digits(value, 3) : "no number");

export function graphPanel({ nodes, made, passed, adjoints }: Walk): Panel {
  const columns = columnsOf(nodes);
  const depth = Math.max(1, ...columns);
  const rows = columns.map((column, i) => columns.slice(0, i).filter((one) => one === column).length);
  const most = Math.max(...columns.map((column) => columns.filter((one) => one === column).length));
  const x = (i: number): number => 34 + ((columns[i] as number) * (WIDTH - 68)) / depth;
  const y = (i: number): number => {
    const own = columns.filter((one) => one === columns[i]).length;
    return TOP + ((rows[i] as number) + (most - own) / 2) * ROW;
  };
  const now = passed > 0 ? nodes.length - passed : -1;
  const edges = nodes.flatMap(({ inputs, slopes }, j) =>
    inputs.map((i, slot): Mark => {
      const isPassed = nodes.length - j <= passed;
      const [x0, y0, x1, y1] = [x(i), y(i), x(j), y(j)];
      // Two operands that are one number: their arrows part. A long arrow goes round what lies between.
      const isLong = (columns[j] as number) - (columns[i] as number) > 1;
      const bend = inputs[0] === inputs[1] ? (slot === 0 ? -22 : 22) : isLong ? -38 : 0;
      const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2 + bend];
      return group(
        isPassed ? "gradient" : "data",
        mark("path", {
          class: j === now ? "line heavy" : isPassed ? "line" : "thin",
          d: `M${rounded(x0 + RADIUS)} ${rounded(y0)}Q${rounded(mx)} ${rounded(my + bend)} ${rounded(x1 - RADIUS)} ${rounded(y1)}`,
        }),
        isPassed && text(mx, my - 4, `× ${shown(slopes[slot] as number)}`, { class: "words small middle" }),
      );
    }),
  );
  const circles = nodes.map(({ label, value }, i): Mark => {
    const adjoint = adjoints[i];
    return group(
      "ink",
      mark("circle", {
        class: i === now ? "hollow ring" : "hollow",
        cx: rounded(x(i)),
        cy: rounded(y(i)),
        r: RADIUS,
      }),
      text(x(i), y(i) + 5, label, { class: /^[a-z]$/.test(label) ? "symbol middle" : "middle" }),
      i < made && text(x(i), y(i) - RADIUS - 6, shown(value), { class: "words strong middle prediction" }),
      adjoint !== undefined &&
        text(x(i), y(i) + RADIUS + 14, shown(adjoint), { class: "words strong middle gradient" }),
    );
  });
  return {
    name: "graph",
    title: "Values above, derivatives of the output below",
    description: `The graph of the expression, ${nodes.length} numbers. ${made} are computed; ${Math.max(0, passed)} have passed their derivative on.`,
    width: WIDTH,
    height: TOP + (most - 1) * ROW + 52,
    wide: true,
    marks: [group("compact", ...edges, ...circles)],
  };
}

/** Each number one column behind its last operand; letters and numbers come first. */
function columnsOf(nodes: readonly Node[]): readonly number[] {
  const columns: number[] = [];
  for (const { inputs } of nodes)
    columns.push(inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((i) => columns[i] as number)));
  return columns;
}
