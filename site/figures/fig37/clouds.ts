/** The data after every layer, each picture as wide as its own cloud, with the width written beside. */
import { digits, fixed, superscript } from "../frame/numbers.ts";
import { crosses, dots, group, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { isOdd } from "./network.ts";
import { cloudsOf, type Run, type Stand } from "./training.ts";

const SIZE = { width: 490, height: 204 };
const EDGE = { left: 4, top: 2, gap: 8, head: 20 };

/** As few columns as make the pictures as large as they can be. */
function tilesFor(count: number): { readonly columns: number; readonly side: number } {
  const sideWith = (columns: number): number =>
    Math.min(
      (SIZE.width - 2 * EDGE.left + EDGE.gap) / columns - EDGE.gap,
      (SIZE.height - EDGE.top) / Math.ceil(count / columns) - EDGE.head - EDGE.gap / 2,
    );
  const all = Array.from({ length: 7 }, (_, c) => ({ columns: c + 1, side: sideWith(c + 1) }));
  return all.reduce((best, each) => (each.side >= best.side ? each : best));
}

/** One digit, and of what is small the power of ten alone. */
const sizeOf = (width: number): string =>
  width > 0 && width < 1e-3 ? `10${superscript(Math.round(Math.log10(width)))}` : digits(width, 1);

type Place = readonly [number, number];

export function cloudsPanel(run: Run, frame: number): Panel {
  const { loss, accuracy } = run.stands[frame] as Stand;
  const clouds = cloudsOf(run, frame);
  const { columns, side } = tilesFor(clouds.length);
  const [odd, even]: [Place[], Place[]] = [[], []];
  const tiles = clouds.map((cloud, l) => {
    const left = EDGE.left + (l % columns) * (side + EDGE.gap);
    const top = EDGE.top + EDGE.head + Math.floor(l / columns) * (side + EDGE.head + EDGE.gap / 2);
    const [xs, ys] = [0, 1].map((k) => cloud.filter((_, at) => at % 2 === k)) as [Float64Array, Float64Array];
    const ends = [xs, ys].map((all) => [Math.min(...all), Math.max(...all)] as const);
    const width = Math.max(...ends.map(([low, high]) => high - low));
    const [midX, midY] = ends.map(([low, high]) => low / 2 + high / 2) as [number, number];
    const unit = width > 0 ? (side - 8) / width : 0;
    run.examples.forEach((example, i) => {
      const place = [
        left + side / 2 + (xs[i]! - midX) * unit,
        top + side / 2 - (ys[i]! - midY) * unit,
      ] as const;
      (isOdd(example) ? odd : even).push(place);
    });
    return { l, left, top, width };
  });
  return {
    name: "clouds",
    title: "The data as they come in, and after every layer",
    description: `The 100 points in the plane of each layer’s two outputs, those with exactly one input above ½ as dots, the others as crosses. Each picture is as wide as its cloud; the number says how wide that is. ${fixed(100 * accuracy, 0)} % are right, with a squared error of ${digits(loss, 3)}.`,
    ...SIZE,
    wide: true,
    marks: [
      mark("path", {
        class: "thin soft",
        d: tiles
          .map(
            ({ left, top }) =>
              `M${rounded(left)} ${rounded(top)}h${rounded(side)}v${rounded(side)}h${rounded(-side)}z`,
          )
          .join(""),
      }),
      mark("path", { class: "crosses thin data", d: crosses(even, 1.5) }),
      mark("path", { class: "dots small-dots prediction", d: dots(odd) }),
      group(
        "compact",
        ...tiles.flatMap(({ l, left, top, width }) => [
          text(left, top - 5, l === 0 ? "in" : String(l), { class: "strong" }),
          text(left + side, top - 5, sizeOf(width), { class: "end" }),
        ]),
      ),
    ],
  };
}
