/**
 * The nearest thing that would be true: what one side has to be multiplied by, transposed to, or moved by.
 */
import { agree } from "./agree.ts";
import type { Tensor } from "./tensor.ts";

/** Both sides of a relation at one draw, with the sizes of that draw. */
export interface SizedSides {
  readonly left: Tensor;
  readonly right: Tensor;
  readonly sizes: ReadonlyMap<string, number>;
}

/** A sentence, or nothing where no simple repair fits at every draw. */
export function nearestTruth(draws: readonly SizedSides[]): string | undefined {
  const shapes = draws.every(({ left, right }) => left.rows === right.cols && left.cols === right.rows);
  const turned = draws.every(({ left, right }) => left.at.length > 1 && agree(left.at, turn(right)));
  if (shapes && turned) return "it would hold with one side transposed";
  for (const [says, factor] of factors(draws)) {
    const holds = draws.every((draw) => {
      const by = factor(draw.sizes);
      return agree(
        draw.left.at,
        draw.right.at.map((x) => x * by),
      );
    });
    if (holds) return `it would hold with the right side ${says}`;
  }
  const ratios = draws.flatMap(({ left, right }) => left.at.map((x, i) => x / (right.at[i] as number)));
  const [ratio = Number.NaN] = ratios;
  if (
    Number.isFinite(ratio) &&
    ratio !== 0 &&
    ratios.every((r) => Math.abs(r - ratio) < 1e-6 * Math.abs(ratio))
  )
    return `it would hold with the right side times ${Number(ratio.toPrecision(6))}`;
  const gaps = draws.flatMap(({ left, right }) => left.at.map((x, i) => x - (right.at[i] as number)));
  const [gap = Number.NaN] = gaps;
  if (Number.isFinite(gap) && gaps.every((g) => Math.abs(g - gap) < 1e-6 * Math.abs(gap)))
    return `it would hold with ${Number(gap.toPrecision(6))} added to the right side`;
  return undefined;
}

type Sizes = ReadonlyMap<string, number>;

function factors(draws: readonly SizedSides[]): [string, (sizes: Sizes) => number][] {
  const names = [...(draws[0]?.sizes.keys() ?? [])];
  const of = (name: string, sizes: Sizes): number => sizes.get(name) ?? Number.NaN;
  const plain: [string, number][] = [
    ["negated", -1],
    ["doubled", 2],
    ["halved", 0.5],
    ["times −2", -2],
    ["times −1/2", -0.5],
  ];
  return [
    ...plain.map(([says, by]): [string, () => number] => [says, () => by]),
    ...names.flatMap((n): [string, (sizes: Sizes) => number][] => [
      [`times ${n}`, (sizes) => of(n, sizes)],
      [`divided by ${n}`, (sizes) => 1 / of(n, sizes)],
      [`times −${n}`, (sizes) => -of(n, sizes)],
      [`divided by −${n}`, (sizes) => -1 / of(n, sizes)],
      [`times 2/${n}`, (sizes) => 2 / of(n, sizes)],
      [`times ${n}/2`, (sizes) => of(n, sizes) / 2],
      [`times ${n} − 1`, (sizes) => of(n, sizes) - 1],
      [`divided by ${n} − 1`, (sizes) => 1 / (of(n, sizes) - 1)],
    ]),
    ...names.flatMap((n, i) =>
      names.slice(i + 1).flatMap((m): [string, (sizes: Sizes) => number][] => [
        [`times ${n}·${m}`, (sizes) => of(n, sizes) * of(m, sizes)],
        [`divided by ${n}·${m}`, (sizes) => 1 / (of(n, sizes) * of(m, sizes))],
      ]),
    ),
  ];
}

const turn = ({ rows, cols, at }: Tensor): number[] =>
  Array.from({ length: at.length }, (_, k) => at[(k % rows) * cols + Math.floor(k / rows)] as number);
