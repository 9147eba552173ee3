/** Reverse mode: the graph of an expression that the reader types, computed forward and walked backwards. */
import { Unread } from "../../reference/functions/typed.ts";
import { adjoints, graphOf, type Node } from "./fig42/expression.ts";
import { graphPanel, shown } from "./fig42/graph.ts";
import { choice, range, text } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { text as words } from "./frame/scene.ts";

/** The most frames that a graph can have: each number is made, and each passes its derivative on. */
const MOST = 36;

const letter = (label: string, value: number) =>
  range({ label, symbol: label, min: -3, max: 3, step: 0.25, value });

const controls = {
  step: range({ label: "Step", min: 0, max: MOST, step: 1, value: 8 }),
  expression: text({ label: "Expression in a, b, c", most: 60, value: "a*b + tanh(a*b)" }),
  a: letter("a", 2),
  b: letter("b", 0.5),
  c: letter("c", 1),
  order: choice({
    label: "What arrives at a number",
    options: { add: "is added", overwrite: "takes the place of what was there" },
    value: "add",
  }),
};

type Data = { readonly nodes: readonly Node[] } | { readonly problem: string };

function read(expression: string, leaves: Readonly<Record<string, number>>): Data {
  try {
    return { nodes: graphOf(expression, leaves) };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { problem: error.message };
  }
}

const lastOf = (nodes: readonly Node[]): number => 2 * nodes.length;

export const fig42 = defineFigure({
  id: "fig42",
  title: "The graph of an expression, walked backwards",
  question:
    "Each number passes its derivative to those it was made from, the last one first. What is lost where a number is used twice, and the second share takes the place of the first?",
  controls,
  compute: ({ expression, a, b, c }): Data => read(expression, { a, b, c }),
  draw(data, { step, order }) {
    if ("problem" in data)
      return [
        {
          name: "graph",
          title: "Values above, derivatives of the output below",
          description: data.problem,
          width: 490,
          height: 90,
          wide: true,
          marks: [words(0, 45, data.problem, { class: "error" })],
        },
      ];
    const { nodes } = data;
    const passed = Math.min(step, lastOf(nodes)) - nodes.length;
    return [
      graphPanel({
        nodes,
        made: Math.min(step, nodes.length),
        passed,
        adjoints: adjoints(nodes, passed, order),
      }),
    ];
  },
  says(data, { step, order }) {
    if ("problem" in data) return data.problem;
    const { nodes } = data;
    const output = nodes.at(-1) as Node;
    if (step < nodes.length) return `Forward: ${step} of ${nodes.length} numbers are computed.`;
    const found = adjoints(nodes, step - nodes.length, order);
    const parts = nodes.flatMap(({ isLeaf, label }, i) =>
      isLeaf && found[i] !== undefined ? [`by ${label} ${shown(found[i])}`] : [],
    );
    // Letters and numbers have nobody to pass it on to.
    const waiting = nodes.slice(0, Math.max(0, lastOf(nodes) - step)).some(({ inputs }) => inputs.length > 0);
    const said = waiting
      ? `${step - nodes.length} of ${nodes.length} have passed their derivative on; so far`
      : "Its derivatives:";
    return `The output is ${shown(output.value)}. ${said} ${parts.join(", ") || "no letter has one"}.`;
  },
  table(data, { step, order }) {
    const nodes = "nodes" in data ? data.nodes : [];
    const found = adjoints(nodes, step - nodes.length, order);
    return {
      caption: "The numbers of the graph, in the order in which they are made",
      head: ["number", "made from", "value", "derivative of the output by it"],
      rows: nodes.map(({ label, inputs, value }, i) => [
        `${i + 1}: ${label}`,
        inputs.map((input) => input + 1).join(", ") || "–",
        shown(value),
        found[i] === undefined ? "–" : shown(found[i]),
      ]),
    };
  },
  animation: {
    control: "step",
    last: (data) => ("nodes" in data ? lastOf(data.nodes) : 0),
    perSecond: 2,
  },
  example: { a: "a", b: "b" },
  presets: [
    { label: "The second share takes the place", state: { order: "overwrite" } },
    { label: "A short and a long way", state: { expression: "a*b + exp(-(a*b))", step: 10 } },
    { label: "One neuron", state: { expression: "sigmoid(a*b + c)", step: 10 } },
    { label: "Its squared error", state: { expression: "(c - sigmoid(a*b))^2", step: 13 } },
  ],
});
