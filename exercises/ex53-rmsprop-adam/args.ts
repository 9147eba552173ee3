/** What the arguments of ex53 share. */
import { optional, scalar, vector } from "../../grader/exercise/form.ts";

export const p = vector("n", "parameters");
export const g = vector("n", "gradient at p");
export const squares = vector(
  "n",
  "running mean of the squares of the gradients; 0 where there was no slope yet",
  { domain: "positive" },
);

export const lr = (standard: number) =>
  optional(
    scalar("learning rate η", {
      domain: "positive",
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 0.75]) : draw.between(0.02, 0.9)),
    }),
    standard,
  );

/** Not ½, where a weight and the other are one. */
export const decay = (says: string, standard: number, after: string) =>
  optional(
    scalar(says, {
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.75]) : draw.between(0.6, 0.95)),
    }),
    standard,
    after,
  );

/** Large beside its usual 1e-8, so that its place in the formula shows. */
export const eps = (after: string) =>
  optional(
    scalar("keeps the divisor off 0, ε", {
      domain: "positive",
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5]) : draw.between(0.05, 0.9)),
    }),
    1e-8,
    after,
  );

export const sizes = { n: [2, 4] } as const;

/** β·a + (1 − β)·x, entry by entry. */
export const meanOf = (a: readonly number[], x: readonly number[], beta: number): number[] =>
  a.map((ai, i) => beta * ai + (1 - beta) * x[i]!);
export const squaresOf = (x: readonly number[]): number[] => x.map((xi) => xi * xi);
export const scaled = (x: readonly number[], by: number): number[] => x.map((xi) => by * xi);

/** Where sign descent leads: p − ηg/(|g| + ε). */
export const bySigns = (p: number[], g: number[], lr: number, eps: number): number[] =>
  p.map((x, i) => x - (lr * g[i]!) / (Math.abs(g[i]!) + eps));
