/** The ways of the weights in three runs, over lines of equal loss. */
import { lift } from "../../../reference/numbers/tracked.ts";
import { centred, covarianceMatrix } from "../../../reference/unsupervised/covariance.ts";
import { eigenSymmetric } from "../../../reference/unsupervised/eigen.ts";
import { axes, clip } from "../frame/axes.ts";
import { remembered } from "../frame/remembered.ts";
import { linear } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, rounded } from "../frame/scene.ts";
import { near } from "../near.ts";
import { bestFor, twoClouds } from "../two-clouds.ts";
import { COUNT, type Run } from "./run.ts";

export const SIZE = { width: 360, height: 326 };
/** One unit for both weights, so that directions are what they are. */
const W1 = linear([-0.1, 0.2], [44, 350]);
const W2 = linear([-0.15, 0.103], [288, 30]);
/** How each run is drawn: all examples a step, a few, one. */
export const LOOKS = [
  { colour: "data", line: "line" },
  { colour: "reference", line: "line" },
  { colour: "error", line: "line thin" },
] as const;

interface Bowl {
  readonly rings: Mark;
  readonly best: Mark;
}

/** Lines of equal loss around the best weights, each with the bias that is best for it. */
const bowlMarks = remembered((): Bowl => {
  const data = twoClouds();
  const { w } = bestFor(data);
  const X = lift(data.X.map((x) => [...x]));
  const { values, vectors } = eigenSymmetric(
    covarianceMatrix(centred(X)).map((row) => row.map(({ value }) => (value * (COUNT - 1)) / COUNT)),
  );
  const rings = [0.02, 0.08, 0.2, 0.4].map((more) =>
    pathThrough(
      Array.from({ length: 73 }, (_, k) => {
        const turn = (Math.PI * k) / 36;
        const along = [Math.cos(turn), Math.sin(turn)].map(
          (c, j) => c * Math.sqrt(more / (values[j] as number)),
        );
        const at = (i: 0 | 1): number =>
          (w[i] as number) + along.reduce((sum, a, j) => sum + a * (vectors[i]?.[j] as number), 0);
        return [near(W1.to(at(0))), near(W2.to(at(1)))] as const;
      }),
    ),
  );
  const [x, y] = [W1.to(w[0] as number), W2.to(w[1] as number)];
  return {
    rings: mark("path", { class: "thin soft faint", d: rings.join("") }),
    best: mark("path", { class: "line ink", d: `M${rounded(x - 6)} ${rounded(y)}h12m-6 -6v12` }),
  };
});

/** @param online weights after one step more, where it is asked for */
export function ways(
  runs: readonly Run[],
  pass: number,
  online: { readonly w: readonly number[] } | undefined,
): Panel {
  const bowl = bowlMarks();
  return {
    name: "ways",
    title: "The ways of both weights",
    description:
      "The ways of the weights w₁ and w₂ in three runs, from pass to pass and through the last one in full, with lines of equal loss around the best weights, which are a cross.",
    ...SIZE,
    marks: [
      clip("fig24-ways", W1, W2),
      axes({ x: W1, y: W2, xName: "weight w₁", yName: "w₂", zeros: false }),
      mark(
        "g",
        { "clip-path": "url(#fig24-ways)" },
        bowl.rings,
        ...[2, 1, 0].map((k) => wayOf(runs[k] as Run, k, pass)),
        ...[2, 1, 0].flatMap((k) => dotOf(runs[k]?.stands[pass], `dot ${LOOKS[k]?.colour}`)),
        bowl.best,
        ...(online === undefined ? [] : dotOf(online, "hollow error")),
      ),
    ],
  };
}

/** Where each pass has ended, and every turn of the last one: all of a long run would cover the picture. */
function wayOf({ stands }: Run, k: number, pass: number): Mark {
  const ends = stands.slice(0, pass).map(({ w }) => [w[0] as number, w[1] as number] as const);
  const { colour, line } = LOOKS[k] as (typeof LOOKS)[number];
  return mark("path", {
    class: `${line} ${colour}`,
    d: pathThrough(
      [...ends, ...(stands[pass]?.way ?? [])].map(([w1, w2]) => [near(W1.to(w1)), near(W2.to(w2))] as const),
    ),
  });
}

function dotOf(place: { readonly w: readonly number[] } | undefined, className: string): readonly Mark[] {
  if (place === undefined) return [];
  const [x, y] = [near(W1.to(place.w[0] as number)), near(W2.to(place.w[1] as number))];
  return [mark("circle", { class: className, cx: x, cy: y, r: 4.5 })];
}
