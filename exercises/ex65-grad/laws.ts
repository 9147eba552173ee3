/** What holds for every function. */
import { row } from "../../grader/exercise/expressions.ts";
import { claim, equal, type Laws } from "../../grader/exercise/form.ts";
import { num } from "../../reference/numbers/num.ts";
import { followed, type ManyPlaces, type OnePlace, type TwoPlaces, valueAt } from "./args.ts";

const tanh = [row("tanh", 1)];

export const gradLaws: Laws<OnePlace, number> = {
  "the derivative of the sigmoid is the sigmoidPrime of ex14, σ(x)·(1 − σ(x))": (f, { x }) => {
    const s = num(x).sigmoid();
    return equal(f({ program: [row("sigmoid", 1)] }), s.times(num(1).minus(s)));
  },
  "a sum has the sum of the derivatives": (f, { program }) => {
    const together = followed(
      program,
      () => row("tanh", 1),
      (last) => row("add", last - 1, last),
    );
    const [whole, first, second] = [f({ program: together }), f(), f({ program: tanh })];
    return equal(whole, first.plus(second));
  },
  "a product has the first derivative times the second value, and the other way round": (f, given) => {
    const { x, program } = given;
    const together = followed(
      program,
      () => row("tanh", 1),
      (last) => row("mul", last - 1, last),
    );
    const [whole, first, second] = [f({ program: together }), f(), f({ program: tanh })];
    return equal(whole, first.times(num(x).tanh()).plus(second.times(valueAt(given, num(x)))));
  },
  "a function of a function has the product of both derivatives, as in ex04": (f, given) => {
    const [whole, inner] = [f({ program: followed(given.program, (last) => row("tanh", last)) }), f()];
    const t = valueAt(given, num(given.x)).tanh();
    return equal(whole, num(1).minus(t.squared()).times(inner));
  },
  "a constant has derivative 0, and x itself has 1": (f) => [
    equal(f({ program: [row("neg", 0)] }), 0),
    equal(f({ program: [] }), 1),
  ],
};

export const egradLaws: Laws<ManyPlaces, number[]> = {
  "each entry is on its own: another last entry leaves the others as they are": (f, { x }) => {
    const [before, after] = [f(), f({ x: [...x.slice(0, -1), x[0]!] })];
    return equal(after, [...before.slice(0, -1), before[0]!]);
  },
  "entries in another order have their derivatives in that order": (f, { x }) => {
    const before = f();
    return equal(f({ x: [...x].reverse() }), [...before].reverse());
  },
  "of the sigmoid it is σ(xᵢ)·(1 − σ(xᵢ))": (f, { x }) =>
    equal(
      f({ program: [row("sigmoid", 1)] }),
      x.map((xi) => {
        const s = num(xi).sigmoid();
        return s.times(num(1).minus(s));
      }),
    ),
};

export const thriceLaws: Laws<TwoPlaces, number[]> = {
  "the same place has the same derivative, whatever was asked in between": (f) => {
    const [first, , third] = f();
    return claim(first!.value === third!.value, "the first and the third are the same", [
      first!.value,
      third!.value,
    ]);
  },
  "exchanged places have exchanged derivatives": (f, { x, next }) => {
    const [[a, b], [c, d]] = [f(), f({ x: next, next: x })];
    return equal([a!, b!], [d!, c!]);
  },
};
