/** A training step on θ², call by call: what happens when a call is missing, comes twice, or comes too early. */
import { arrow } from "./arrow.ts";
import { curve } from "./curve.ts";
import {
  CALLED,
  type Call,
  ORDERS,
  type Order,
  placesOf,
  STEPS,
  type Stand,
  standsOf,
} from "./fig41b/calls.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { linear } from "./frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, pathThrough, pressable } from "./frame/scene.ts";
import { legendRow } from "./legend.ts";
import { near } from "./near.ts";
import { short } from "./short.ts";

const SIZE = { width: 360, height: 290 };
const X = linear([-3.2, 3.2], [36, 346]);
const Y = linear([0, 10], [252, 34]);
const STEP = linear([-0.2, STEPS + 0.2], [40, 476]);
const THETA = linear([-3.2, 3.2], [252, 46]);
const ROW = { top: 12, height: 42 };

const controls = {
  call: range({ label: "Calls made", min: 0, max: STEPS * ORDERS.twice.length, step: 1, value: 15 }),
  order: choice({
    label: "zeroGrad()",
    options: {
      start: "comes first",
      never: "is missing",
      between: "between backward() and step()",
      end: "at the end",
      twice: "first, but backward() twice",
      early: "first, but step() before backward()",
    },
    value: "start",
  }),
  theta: range({ label: "Start θ", symbol: "θ", min: -3, max: 3, step: 0.01, value: 2 }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0.01, max: 1, step: 0.01, value: 0.1 }),
};

interface Data {
  readonly order: Order;
  readonly stands: readonly Stand[];
  readonly places: readonly number[];
  /** Where it would be with all five calls in their order. */
  readonly right: readonly number[];
}

/** Which step a call belongs to, from 1, and how many calls of it are made. */
function within({ order }: Data, call: number): { readonly step: number; readonly made: number } {
  const count = ORDERS[order].length;
  return call === 0
    ? { step: 1, made: 0 }
    : { step: Math.ceil(call / count), made: ((call - 1) % count) + 1 };
}

const wholeSteps = ({ order }: Data, call: number): number => Math.floor(call / ORDERS[order].length);

/** What a call has changed, or found. */
function foundBy(call: Call, { theta, grad, loss }: Stand, before: Stand): string {
  switch (call) {
    case "forward":
      return `output ${short(theta)}`;
    case "loss":
      return `L = ${short(loss)}`;
    case "step":
      return `θ = ${short(theta)}`;
    case "missing":
      return `gradient still ${short(grad)}`;
    default:
      return `gradient ${short(before.grad)} → ${short(grad)}`;
  }
}

function loop(data: Data, call: number): Panel {
  const { step, made } = within(data, call);
  const calls = ORDERS[data.order];
  const first = (step - 1) * calls.length;
  const rows = calls.map((name, r): Mark => {
    const y = ROW.top + r * ROW.height;
    const isMade = r < made;
    const [before, after] = [data.stands[first + r] as Stand, data.stands[first + r + 1] as Stand];
    const found = isMade ? foundBy(name, after, before) : "";
    const colour = name === "missing" ? "error" : "prediction";
    return pressable(
      `c${r}`,
      `${r + 1} ${CALLED[name]} ${found}`.trim(),
      r === made - 1,
      group(
        colour,
        mark("rect", {
          class: isMade ? "hollow" : "hollow faint",
          x: 8,
          y: y - 2,
          width: 344,
          height: ROW.height - 6,
          rx: 4,
        }),
        r === made - 1 &&
          mark("rect", { class: "area", x: 8, y: y - 2, width: 344, height: ROW.height - 6, rx: 4 }),
        // One text, so that what is heard is what is seen.
        mark(
          "text",
          { x: 20, y: y + 20, class: isMade ? "words strong" : "words" },
          `${r + 1} ${CALLED[name]}`,
          isMade && mark("tspan", { x: 342, class: "end" }, ` ${found}`),
        ),
      ),
    );
  });
  return {
    name: "loop",
    title: `Step ${step}, call by call`,
    description: `The calls of step ${step} in their order, with what each has found: ${
      calls
        .slice(0, made)
        .map(
          (name, r) =>
            `${CALLED[name]} ${foundBy(name, data.stands[first + r + 1] as Stand, data.stands[first + r] as Stand)}`,
        )
        .join("; ") || "none is made yet"
    }.`,
    ...SIZE,
    marks: rows,
  };
}

function bowl(data: Data, call: number, eta: number): Panel {
  const { stands, places } = data;
  const now = stands[call] as Stand;
  const at = (theta: number): readonly [number, number] => [near(X.to(theta)), near(Y.to(theta * theta))];
  const passed = places.slice(0, wholeSteps(data, call) + 1);
  const [cx, cy] = at(now.theta);
  const [startX, startY] = at(places[0] as number);
  return {
    name: "bowl",
    title: `L = θ², and the g that is held: ${short(now.grad)}`,
    description: `The loss θ² with the places of ${passed.length - 1} steps; θ is at ${short(now.theta)} now, and an arrow shows where a step by the gradient that it holds would go. The start can be dragged.`,
    ...SIZE,
    marks: [
      clip("fig41b-bowl", X, Y),
      axes({ x: X, y: Y, xName: "θ", yName: "L" }),
      mark(
        "g",
        { "clip-path": "url(#fig41b-bowl)" },
        mark("path", { class: "line data", d: curve((theta) => theta * theta, X, Y) }),
        mark("path", {
          class: "line gradient",
          d: arrow(cx, cy, near(X.to(now.theta - eta * now.grad)) - cx, 0),
        }),
        ...passed.map((theta) => {
          const [x, y] = at(theta);
          return mark("circle", { class: "hollow prediction", cx: x, cy: y, r: 4 });
        }),
        mark("circle", { class: "dot prediction", cx, cy, r: 5.5 }),
      ),
      handle("start", "Start θ", startX, startY, "ink", short(places[0] as number)),
    ],
  };
}

function steps(data: Data, call: number): Panel {
  const done = wholeSteps(data, call);
  const way = (places: readonly number[], className: string): Mark =>
    mark("path", {
      class: className,
      d: pathThrough(places.map((theta, s) => [STEP.to(s), near(THETA.to(theta))] as const)),
    });
  const dot = (places: readonly number[], className: string): readonly Mark[] =>
    places.map((theta, s) =>
      mark("circle", { class: className, cx: STEP.to(s), cy: near(THETA.to(theta)), r: 3.5 }),
    );
  const passed = data.places.slice(0, done + 1);
  const ends = { left: 40, right: 476 };
  return {
    name: "steps",
    title: "θ after each step by −η g",
    description: `θ after each of ${done} steps: ${passed.map((theta) => short(theta)).join(", ")}; dashed with the five calls in their order.`,
    width: 490,
    height: 288,
    wide: true,
    marks: [
      clip("fig41b-steps", STEP, THETA),
      axes({ x: STEP, y: THETA, xName: "step", yName: "", yTicks: [-3, -2, -1, 0, 1, 2, 3] }),
      mark(
        "g",
        { "clip-path": "url(#fig41b-steps)" },
        way(data.right, "line dashed reference"),
        way(passed, "line prediction"),
        ...dot(passed, "dot prediction"),
      ),
      legendRow(ends, {
        row: 0,
        colour: "prediction",
        line: "line",
        name: "these calls",
        number: short(passed.at(-1) ?? 0),
      }),
      legendRow(ends, {
        row: 1,
        colour: "reference",
        line: "line dashed",
        name: "forget, forward, loss, backward, step",
        number: short(data.right[done] ?? 0),
      }),
    ],
  };
}

/** 2 → 1.6 → 1.28, with dots where there are many. */
const wayText = (places: readonly number[]): string =>
  (places.length > 5
    ? [...places.slice(0, 2).map((p) => short(p)), "…", ...places.slice(-2).map((p) => short(p))]
    : places.map((p) => short(p))
  ).join(" → ");

function reason(data: Data, call: number, eta: number): string {
  const { grad } = data.stands[call] as Stand;
  switch (data.order) {
    case "never":
      return `The gradient holds ${short(grad)}, the sum of all slopes so far. With zeroGrad() first, θ would be at ${short(data.right[wholeSteps(data, call)] ?? 0)}.`;
    case "between":
      return "Whenever step() comes, the gradient is 0: θ stays.";
    case "early":
      return "step() comes before the slope is there, and moves by 0: θ stays.";
    case "twice":
      return `Both sweeps add up, as if η were doubled: a step multiplies by 1 − 4η = ${short(1 - 4 * eta)}.`;
    default:
      return `Each step goes by the slope at its own place, and multiplies by 1 − 2η = ${short(1 - 2 * eta)}.`;
  }
}

export const fig41b = defineFigure({
  id: "fig41b",
  title: "Five calls in their order",
  question:
    "From 2 with η = 0.1 three steps lead to 1.024. Leave zeroGrad() out: what does the gradient hold in the second step, and where does the third one arrive? At which other place does the call come too late, and at which is it as good?",
  controls,
  compute: ({ order, theta, eta }): Data => {
    const stands = standsOf(order, theta, eta);
    return {
      order,
      stands,
      places: placesOf(order, stands),
      right: placesOf("start", standsOf("start", theta, eta)),
    };
  },
  draw: (data, { call, eta }) => [loop(data, call), bowl(data, call, eta), steps(data, call)],
  says(data, { call, eta }) {
    const done = wholeSteps(data, call);
    const { step, made } = within(data, call);
    const rest =
      call % ORDERS[data.order].length === 0 ? "" : ` In step ${step} ${made} of its calls are made.`;
    const way =
      done === 0
        ? `θ starts at ${short(data.places[0] ?? 0)}.`
        : `θ after ${done === 1 ? "one step" : `${done} steps`}: ${wayText(data.places.slice(0, done + 1))}.`;
    return `${way}${rest} ${reason(data, call, eta)}`;
  },
  table({ order, places, right, stands }) {
    const calls = ORDERS[order];
    // step() has gone by what the gradient held just before it.
    const before = calls.indexOf("step" as never);
    return {
      caption: "Step by step",
      head: ["step", "gradient that step() goes by", "θ after it", "θ with the five calls in their order"],
      rows: places.map((theta, s) => [
        String(s),
        s === 0 ? "–" : short(stands[(s - 1) * calls.length + before]?.grad ?? 0),
        short(theta),
        short(right[s] ?? 0),
      ]),
    };
  },
  animation: { control: "call", last: ({ stands }) => stands.length - 1, perSecond: 3 },
  example: { theta: "\\theta", eta: "\\eta" },
  presets: [
    { label: "Never zeroed", state: { order: "never" } },
    { label: "Never zeroed, 12 steps", state: { order: "never", call: 60 } },
    { label: "Zeroed before step()", state: { order: "between" } },
    { label: "Two sweeps", state: { order: "twice", call: 18 } },
    { label: "η = 0.5", state: { order: "never", eta: 0.5, call: 10 } },
  ],
  still: { panel: "steps", state: { order: "never", call: 60 } },
  drag: (_, { x }) => ({ theta: X.from(x) }),
  press: (name, { call }, data) => {
    const { step } = within(data, call);
    const pressed = (step - 1) * ORDERS[data.order].length + Number(name.slice(1)) + 1;
    // The call that was made last leads to the one after it.
    return { call: pressed === call ? call + 1 : pressed };
  },
});
