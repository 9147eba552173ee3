/** Examples to be painted: those that a line parts, and those that no line does, under the perceptron. */
import { brushAt, MOST_EXAMPLES, paintedOf, placeFrom, pressedAt, SETS } from "./fig15/painted.ts";
import { errorsPanel, planePanel, planeStill } from "./fig15/panels.ts";
import { MOST, type Painted, type Run, runOf, type Stand } from "./fig15/run.ts";
import { mostCorrections, type Street, streetBetween } from "./fig15/street.ts";
import { choice, list, range, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";

const controls = {
  correction: range({ label: "Correction", min: 0, max: MOST, step: 1, value: 0 }),
  paints: choice({
    label: "The brush paints",
    options: { one: "class 1, dots", zero: "class 0, crosses" },
    value: "one",
  }),
  hulls: toggle({ label: "Convex hulls", value: true }),
  points: list({ label: "Examples", min: -4, max: 4, step: 0.1, most: 3 * MOST_EXAMPLES, value: SETS.apart }),
  brush: list({ label: "Brush", min: -4, max: 4, step: 0.1, most: 2, value: [] }),
};

interface Data {
  readonly painted: Painted;
  readonly run: Run;
  readonly street: Street | undefined;
  readonly still: readonly Mark[];
}

const times = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** Whether a line parts the classes, and what that means for the run. */
function verdict({ painted: { X, y }, run: { stands, errors, ended }, street }: Data): string {
  const corrections = stands.length - 1;
  if (new Set(y).size < 2)
    return `There is one class alone: ${times(corrections, "correction")} put all of it on its side.`;
  if (street === undefined)
    return `The hulls of both classes meet, so no line parts them: ${corrections} corrections are made in ${errors.length} passes, and no pass is without an error.`;
  const most = `no more than ${mostCorrections(street, X)} corrections can be needed from zero weights`;
  return ended
    ? `A line parts the classes, with a street of ${fixed(street.width, 2)}: ${most}. It takes ${corrections}, and pass ${errors.length} is without an error.`
    : `A line parts the classes, but the street is only ${fixed(street.width, 2)} wide: ${most}, and after ${corrections} there is still an error.`;
}

export const fig15 = defineFigure({
  id: "fig15",
  title: "Classes that a line parts, and others",
  question:
    "Press Play: the perceptron corrects its line until a pass has no error. Now paint a cross among the dots. Can it still end? Which single example do you have to take away, so that it does?",
  controls,
  compute({ points, hulls }): Data {
    const painted = paintedOf(points);
    const of = (label: 0 | 1): readonly Point[] => painted.X.filter((_, i) => painted.y[i] === label);
    return {
      painted,
      run: runOf(painted),
      street: streetBetween(of(1), of(0)),
      still: planeStill(painted, hulls),
    };
  },
  draw({ painted, run, street, still }, { correction, brush, paints }) {
    const now = run.stands[correction] as Stand;
    return [
      planePanel(painted, still, now, { brush: brushAt(brush), paints }),
      errorsPanel(run, street, correction),
    ];
  },
  says(data, { correction }) {
    const { painted, run } = data;
    const n = painted.X.length;
    if (n === 0)
      return "Nothing is painted yet. Press a place of the plane, or move the brush and press there.";
    const { pass, wrong, w, b, by } = run.stands[correction] as Stand;
    const now =
      by === undefined
        ? `At zero weights everything is class 1, and ${wrong} of ${n} examples are wrong.`
        : `Correction ${correction}, in pass ${pass}, is for a missed class ${painted.y[by]}: w = (${brief(w[0])}, ${brief(w[1])}), b = ${brief(b)}, and ${wrong} of ${n} are wrong now.`;
    const full = n < MOST_EXAMPLES ? "" : ` More than ${n} examples find no room.`;
    return `${now} ${verdict(data)}${full}`;
  },
  table({ painted, run }, { correction }) {
    const first = Math.max(0, correction - 20);
    return {
      caption: "The last corrections: the example, and the weights that it leaves",
      head: ["correction", "pass", "x₁", "x₂", "class", "w₁", "w₂", "b", "wrong"],
      rows: run.stands.slice(first, correction + 1).map(({ w, b, by, pass, wrong }, k) => {
        const x = by === undefined ? undefined : painted.X[by];
        return [
          String(first + k),
          pass === 0 ? "–" : String(pass),
          x === undefined ? "–" : brief(x[0]),
          x === undefined ? "–" : brief(x[1]),
          by === undefined ? "–" : String(painted.y[by]),
          ...[...w, b, wrong].map(brief),
        ];
      }),
    };
  },
  animation: { control: "correction", last: ({ run }) => run.stands.length - 1, perSecond: 4 },
  views: ["paints", "brush"],
  still: { state: { correction: 4 } },
  presets: [
    { label: "A narrow street", state: { points: SETS.narrow } },
    { label: "Two on the wrong side", state: { points: SETS.wrong } },
    { label: "One inside the other", state: { points: SETS.ring } },
    { label: "Four corners", state: { points: SETS.corners } },
    { label: "An empty plane", state: { points: [] } },
  ],
  drag: (_, place) => ({ brush: placeFrom(place) }),
  press: (_, { points, brush, paints }, __, at) => ({
    points: pressedAt(points, at === undefined ? brushAt(brush) : placeFrom(at), paints === "one"),
    // The last correction, however many there are: what is painted shows at once what becomes of it.
    correction: MOST,
  }),
});
