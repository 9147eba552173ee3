/** Parts of a capstone as panels of a figure. */
import { goesByLogarithm, short } from "../../../grader/capstone/numbers.ts";
import type { Colour, Layer, Part, Picture, Plot, Point, Series } from "../../../grader/capstone/picture.ts";
import { axes, clip } from "../../figures/frame/axes.ts";
import { linear, logarithmic, type Scale } from "../../figures/frame/scale.ts";
import { crosses, dots, type Mark, mark, type Panel, pathThrough, text } from "../../figures/frame/scene.ts";

const LOOKS = ["line prediction", "line error dashed", "line reference", "line gradient guide"] as const;
/** Units of a plot that has the row for itself, and of one of two in a row: words are as large in both. */
const WHOLE = { width: 560, height: 320 } as const;
const HALF = { width: 360, height: 250 } as const;
const MARGIN = { left: 46, right: 12, top: 24, bottom: 42 } as const;
/** Units for the names of lines, and for the pieces of line before them. */
const NAMES = { words: 130, sample: 18 } as const;

/** The panels of a part; none for a paragraph or a table. */
export function panelsOf(part: Part, id: string): readonly Panel[] {
  switch (part.kind) {
    case "plot":
      return [{ ...plotPanel(part, id, WHOLE), title: legendOf(part.layers), wide: true }];
    case "plots":
      return part.plots.map((plot, k) => plotPanel(plot, `${id}-${k}`, HALF));
    case "series":
      return [seriesPanel(part, id)];
    case "pictures":
      return part.pictures.map((picture, k) => picturePanel(picture, `${id}-${k}`));
    default:
      return [];
  }
}

/** What the marks of layers mean, in words. */
export const legendOf = (layers: readonly Layer[]): string =>
  layers.map((layer) => `${formOf(layer)}: ${layer.name}`).join("; ");

function formOf(layer: Layer): string {
  if (layer.kind !== "points") return layer.kind;
  return layer.class === "own" ? "ring" : layer.class === 0 ? "dots" : "crosses";
}

function plotPanel(
  plot: Plot,
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): Panel {
  const { left, right, top, bottom } = MARGIN;
  const x = linear(plot.x.span, [left, width - right]);
  const y = linear(plot.y.span, [height - bottom, top]);
  const region = `${name}-region`;
  return {
    name,
    title: plot.title,
    description: `${plot.title}. ${legendOf(plot.layers)}. ${plot.x.label} from ${short(plot.x.span[0])} to ${short(plot.x.span[1])}, ${plot.y.label} from ${short(plot.y.span[0])} to ${short(plot.y.span[1])}.`,
    width,
    height,
    marks: [
      clip(region, x, y),
      axes({ x, y, xName: plot.x.label, yName: plot.y.label }),
      mark(
        "g",
        { "clip-path": `url(#${region})` },
        ...plot.layers.flatMap((layer) => marksOf(layer, plot, x, y)),
      ),
    ],
  };
}

function marksOf(layer: Layer, plot: Plot, x: Scale, y: Scale): readonly Mark[] {
  const place = ([a, b]: Point): Point => [x.to(a), y.to(b)];
  if (layer.kind === "curve")
    return runsOf(layer.points, plot).map((run) =>
      mark("path", { class: "line prediction", d: pathThrough(run.map(place)) }),
    );
  if (layer.kind === "line") {
    const ends = endsOf(layer.across, plot);
    return ends === undefined
      ? []
      : [mark("path", { class: "line reference", d: pathThrough(ends.map(place)) })];
  }
  if (layer.kind === "area") return [areaMark(layer, plot, x, y)];
  const seen = layer.points.filter((point) => point.every(Number.isFinite)).map(place);
  if (layer.class === 0) return [mark("path", { class: "dots data", d: dots(seen) })];
  if (layer.class === 1) return [mark("path", { class: "crosses prediction", d: crosses(seen) })];
  return seen.map(([cx, cy]) => mark("circle", { class: "line error", cx, cy, r: 6 }));
}

/** Cells beside each other are one rectangle, and all of them one shape, so that no seam is darker. */
function areaMark({ cells, width }: Extract<Layer, { kind: "area" }>, plot: Plot, x: Scale, y: Scale): Mark {
  const height = cells.length / width;
  const [left, right] = plot.x.span.map(x.to) as [number, number];
  const [bottom, top] = plot.y.span.map(y.to) as [number, number];
  const [wide, high] = [(right - left) / width, (bottom - top) / height];
  let d = "";
  for (let row = 0; row < height; row++)
    for (let from = 0; from < width; from++) {
      let to = from;
      while (to < width && cells[row * width + to] === true) to++;
      if (to > from)
        d += `M${left + from * wide} ${top + row * high}h${(to - from) * wide}v${high}h${(from - to) * wide}z`;
      from = to;
    }
  return mark("path", { class: "area prediction", d, "shape-rendering": "crispEdges" });
}

/** The stretches of a curve that have values and do not leap across the picture, as at a pole. */
function runsOf(points: readonly Point[], { y }: Plot): Point[][] {
  const height = y.span[1] - y.span[0];
  const runs: Point[][] = [[]];
  for (const point of points) {
    const last = runs.at(-1)?.at(-1);
    const isFar = Math.abs(point[1] - (y.span[0] + y.span[1]) / 2) > 3 * height;
    if (!Number.isFinite(point[1]) || isFar) runs.push([]);
    else if (last !== undefined && Math.abs(last[1] - point[1]) > height) runs.push([point]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 1);
}

/** Where a line enters and leaves the plot, or somewhat beyond. */
function endsOf([a, b, c]: readonly [number, number, number], { x, y }: Plot): readonly Point[] | undefined {
  if (![a, b, c].every(Number.isFinite)) return undefined;
  const isSteep = Math.abs(b) * (y.span[1] - y.span[0]) < Math.abs(a) * (x.span[1] - x.span[0]);
  if (isSteep) return y.span.map((v) => [-(b * v + c) / a, v] as const);
  return b === 0 ? undefined : x.span.map((u) => [u, -(a * u + c) / b] as const);
}

/** All lines on one scale, each with its name at its end. */
function seriesPanel({ title, step, lines }: Series, name: string): Panel {
  const { left, top, bottom } = MARGIN;
  const { height } = WHOLE;
  const width = WHOLE.width - NAMES.words;
  const finite = lines.flatMap(({ values }) => values.filter(Number.isFinite));
  const isLog = goesByLogarithm(finite);
  const scale = isLog ? logarithmic : linear;
  const [low, high] = [isLog ? Math.min(...finite) : Math.min(0, ...finite), Math.max(...finite, 1e-9)];
  const steps = Math.max(1, ...lines.map(({ values }) => values.length - 1));
  const x = linear([0, steps], [left, width]);
  const y = scale([low, high], [height - bottom, top]);
  const ends = spread(
    lines.map(({ values }) => y.to(values.at(-1) ?? 0)),
    15,
  );
  return {
    name,
    title: `${lines.length === 1 ? (lines[0]?.name ?? "") : "all on one scale"}${isLog ? ", a logarithmic one" : ""}`,
    description: `${title}: ${lines.map((one) => `${one.name} from ${short(one.values[0] ?? Number.NaN)} to ${short(one.values.at(-1) ?? Number.NaN)}`).join(", ")}.`,
    width: WHOLE.width,
    height,
    wide: true,
    marks: [
      axes({ x, y, xName: step, yName: "" }),
      ...lines.map(({ values }, k) =>
        mark("path", {
          class: LOOKS[k % LOOKS.length] as string,
          d: pathThrough(values.flatMap((v, i) => (Number.isFinite(v) ? [[x.to(i), y.to(v)] as const] : []))),
        }),
      ),
      ...lines.flatMap((one, k) => [
        mark("path", {
          class: LOOKS[k % LOOKS.length] as string,
          d: pathThrough([
            [width + 6, ends[k] ?? 0],
            [width + 6 + NAMES.sample, ends[k] ?? 0],
          ]),
        }),
        text(width + 10 + NAMES.sample, (ends[k] ?? 0) + 4, one.name, { class: "small" }),
      ]),
    ],
  };
}

/** Heights as they are, moved apart upwards where they are closer than a line of text. */
function spread(heights: readonly number[], gap: number): readonly number[] {
  const placed: number[] = [...heights];
  const order = heights.map((_, k) => k).sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0));
  order.forEach((k, i) => {
    const below = order[i - 1];
    if (below !== undefined) placed[k] = Math.min(placed[k] ?? 0, (placed[below] ?? 0) - gap);
  });
  return placed;
}

/** A pixel a unit; pixels of one colour beside each other are one rectangle. */
function picturePanel({ title, width, pixels }: Picture, name: string): Panel {
  const height = Math.ceil(pixels.length / width);
  const marks: Mark[] = [];
  for (let from = 0; from < pixels.length; ) {
    const colour = colourText(pixels[from] as Colour);
    const end = (Math.floor(from / width) + 1) * width;
    let to = from + 1;
    while (to < end && to < pixels.length && colourText(pixels[to] as Colour) === colour) to++;
    // As a style: a picture's colours are data, and the page's own would win over an attribute.
    marks.push(
      mark("rect", {
        x: from % width,
        y: Math.floor(from / width),
        width: to - from,
        height: 1,
        style: `fill:${colour}`,
        "shape-rendering": "crispEdges",
      }),
    );
    from = to;
  }
  return { name, title, description: `The picture ${title}.`, width, height, narrow: true, marks };
}

const colourText = (colour: Colour): string =>
  `#${colour
    .map((channel) =>
      Math.round(255 * channel)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
