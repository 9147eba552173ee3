/** Unit 9: four optimisers race down three surfaces, and then train the same network. */
import { random } from "../../../reference/randomness/random.ts";
import type { Capstone } from "../capstone.ts";
import type { Hands } from "../hands.ts";
import { cellsOver } from "../labelled.ts";
import { raceOnParaboloid } from "../paraboloid.ts";
import type { Plot, Point, Span } from "../picture.ts";
import { steppers } from "../steppers.ts";

const STEPS = 150;
/** Arrived is who has lost all but this share of the height. */
const ARRIVED = 0.01;
/** What lies below this share of the starting height is shaded. */
const LOW = 0.1;
const CELLS = 48;

interface Surface {
  readonly name: string;
  readonly x: Span;
  readonly y: Span;
  readonly start: Point;
  /** Above the lowest place. */
  readonly height: (x: number, y: number) => number;
  readonly slope: (x: number, y: number) => readonly number[];
  /** Of descent, momentum, RMSprop, Adam. */
  readonly rates: readonly number[];
}

export const optimisers: Capstone = {
  unit: 9,
  title: "Your optimisers race down a ravine, a bent valley and off a saddle, and then train a network",
  uses: [
    { exercise: "ex47", functions: ["forwardNet", "lossGradientsNet"], does: "the network, and its slopes" },
    { exercise: "ex51", functions: ["sgdStep"], does: "descent" },
    { exercise: "ex52", functions: ["updateMomentum", "updateParams"], does: "momentum" },
    { exercise: "ex53", functions: ["rmspropStep", "adamStep"], does: "RMSprop and Adam" },
    { exercise: "ex54", functions: ["initXavierUniform"], does: "draws the first weights" },
    { exercise: "ex55", functions: ["permutation"], does: "shuffles" },
    { exercise: "ex56", functions: ["minibatches"], does: "deals out batches" },
    { exercise: "ex57", functions: ["generateParaboloid"], does: "makes the data" },
  ],
  setting: { name: "condition of the ravine", values: ["1", "10", "100", "1000"], usual: "100" },
  async work(hands, { seed, setting = "100" }, show) {
    const surfaces = surfacesOf(seed, Number(setting));
    const names: string[] = [];
    const ways: Point[][][] = [];
    for (const [k, stepper] of steppers().entries()) {
      names.push(stepper.name);
      ways.push(await walk(hands, stepper, surfaces, k));
    }
    for (const [s, surface] of surfaces.entries())
      show({
        kind: "plots",
        title: surface.name,
        plots: names.map((name, k) =>
          plotOf(surface, `${name}, η = ${surface.rates[k]}`, ways[k]?.[s] as Point[]),
        ),
      });
    show({
      kind: "table",
      title: `Steps until ${100 * ARRIVED} % of the height is left, of ${STEPS}`,
      head: ["optimiser", "ravine", "bent valley", "saddle"],
      rows: names.map((name, k) => [
        name,
        ...surfaces.map((surface, s) => stepsOf(surface, ways[k]?.[s] as Point[])),
      ]),
    });
    show({ kind: "says", text: readingOf(Number(setting)) });
    await raceOnParaboloid(hands, seed, show);
  },
};

/** Each is begun at a place that the seed moves a little. */
function surfacesOf(seed: number, condition: number): readonly Surface[] {
  const rng = random(seed, "capstone-9");
  const near = (x: number, by: number): number => x + by * (2 * rng() - 1);
  return [
    {
      name: `A ravine that bends ${condition === 1 ? "alike both ways" : `${condition} times as much across`}`,
      x: [-4, 4],
      y: [-1.5, 1.5],
      start: [near(-3, 0.3), near(1, 0.2)],
      height: (x, y) => (x * x + condition * y * y) / 2,
      slope: (x, y) => [x, condition * y],
      rates: [1 / condition, 1 / condition, 0.05, 0.2],
    },
    {
      name: "Rosenbrock's valley, which bends",
      x: [-2, 2],
      y: [-1, 3],
      start: [near(-1.2, 0.1), near(1, 0.2)],
      height: (x, y) => (1 - x) ** 2 + 10 * (y - x * x) ** 2,
      slope: (x, y) => [-2 * (1 - x) - 40 * x * (y - x * x), 20 * (y - x * x)],
      rates: [0.02, 0.01, 0.05, 0.2],
    },
    {
      name: "A saddle between two hollows",
      x: [-2, 2],
      y: [-1.6, 1.6],
      // So near the ridge that the slope hardly says where it goes down.
      start: [near(1.5, 0.2), (rng() < 0.5 ? -1 : 1) * near(0.002, 0.001)],
      height: (x, y) => (x * x) / 2 + (y * y - 1) ** 2 / 4,
      slope: (x, y) => [x, y ** 3 - y],
      rates: [0.1, 0.1, 0.05, 0.1],
    },
  ];
}

/** The way of one optimiser on every surface, its start included. */
async function walk(
  hands: Hands,
  stepper: ReturnType<typeof steppers>[number],
  surfaces: readonly Surface[],
  k: number,
): Promise<Point[][]> {
  const ways: Point[][] = surfaces.map(({ start }) => [start]);
  for (let step = 0; step < STEPS; step++) {
    const places = ways.map((way) => way.at(-1) as Point);
    const slopes = surfaces.map(({ slope }, s) => slope(...(places[s] as Point)));
    // Descent refuses a slope that is no number, as it should: who has left the picture for good stays where it is.
    const isLost = slopes.map((slope) => !slope.every(Number.isFinite));
    const after = await stepper.step(
      hands,
      places.map((place, s) => (isLost[s] ? [0, 0] : place)),
      slopes.map((slope, s) => (isLost[s] ? [0, 0] : slope)),
      surfaces.map(({ rates }) => rates[k] as number),
    );
    ways.forEach((way, s) => {
      const [x = Number.NaN, y = Number.NaN] = isLost[s] ? (places[s] as Point) : (after[s] ?? []);
      way.push([x, y]);
    });
  }
  return ways;
}

function plotOf({ x, y, start, height }: Surface, title: string, way: readonly Point[]): Plot {
  const axes = { x: { label: "x", span: x }, y: { label: "y", span: y } };
  return {
    kind: "plot",
    title,
    ...axes,
    layers: [
      {
        kind: "area",
        name: `below ${100 * LOW} % of the starting height`,
        width: CELLS,
        cells: cellsOver(axes, CELLS).map(([a = 0, b = 0]) => height(a, b) < LOW * height(...start)),
      },
      { kind: "curve", name: "its way", points: way },
      { kind: "points", name: "start", class: 0, points: [start] },
      { kind: "points", name: "end", class: "own", points: way.slice(-1) },
    ],
  };
}

/** The step from which on it has arrived and stays so. */
function stepsOf({ start, height }: Surface, way: readonly Point[]): string {
  const enough = ARRIVED * height(...start);
  const late = way.findLastIndex((place) => !(height(...place) < enough));
  return late === way.length - 1 ? "not yet" : String(late + 1);
}

const readingOf = (condition: number): string =>
  condition === 1
    ? "Where the ravine bends alike both ways, its slope points at the lowest place: descent is there in one step, and nothing has to be remembered. Try 100 for a ravine that bends 100 times as much across as along."
    : `Across the ravine η has to stay below 2/${condition}, and so descent crawls along its floor, with each step 1/${condition} of the way. Momentum keeps its speed along the floor, and swings across it. RMSprop and Adam divide each direction by the size of its slopes, and see the ravine as round. At the saddle the slope is nearly 0 where it matters: who divides by it leaves first. Try another condition: whose number of steps grows with it, and whose does not?`;
