import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Logit, Output } from "./exercise.ts";

type AtLogit = MistakeCase<Logit, number>;
type AtOutput = MistakeCase<Output, number>;

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

export const mistakes = mistakesOf({
  sigmoid: {
    "exponent-misread": {
      is: ({ z }: AtLogit) => 1 / (1 + Math.exp(-1) * z),
      says: "This reads e^(−z) as e^(−1)·z. In some prints of the formula the z has slipped out of the exponent.",
      read: "sigmoid#step-1",
    },
    "denominator-unbracketed": {
      is: ({ z }: AtLogit) => 1 / 1 + Math.exp(-z),
      says: "1 / 1 + e^(−z) divides 1 by 1 and adds e^(−z). The denominator 1 + e^(−z) needs brackets.",
      read: "sigmoid#step-1",
    },
    "tanh-for-sigmoid": {
      is: ({ z }: AtLogit) => Math.tanh(z),
      says: "This is tanh(z), with values from −1 to 1. The sigmoid is (1 + tanh(z/2))/2, with values from 0 to 1.",
      read: "sigmoid#step-7",
    },
    "exponent-sign-lost": {
      is: ({ z }: AtLogit) => sigma(-z),
      says: "This is 1/(1 + e^z), which falls from 1 to 0. The exponent is −z.",
      read: "sigmoid#step-1",
    },
  },
  sigmoidPrime: {
    "sign-flipped": {
      is: ({ right }: AtLogit) => -right,
      says: "The sign is flipped. Two factors −1 meet, one from the power and one from the exponent −z, and cancel.",
      read: "sigmoid#step-4",
    },
    "z-for-sigma": {
      is: ({ z }: AtLogit) => z * (1 - z),
      says: "This is z(1 − z). The rule a(1 − a) holds for the value a = σ(z), not for z itself.",
      read: "sigmoid#step-6",
    },
    "sigma-applied-twice": {
      is: ({ z }: AtLogit) => sigma(sigma(z)) * (1 - sigma(sigma(z))),
      says: "The slope is taken at σ(z), so the sigmoid is applied twice. Asked for is the slope at z.",
      read: "sigmoid#step-6",
    },
    "tanh-rule": {
      is: ({ z }: AtLogit) => 1 - sigma(z) ** 2,
      says: "This is 1 − σ², the rule of tanh. The sigmoid has σ(1 − σ).",
      read: "sigmoid#step-7",
    },
    "square-forgotten": {
      is: ({ z }: AtLogit) => sigma(-z),
      says: "This is e^(−z)/(1 + e^(−z)), which is 1 − σ(z). The derivative of 1/u is −1/u², so the denominator is squared.",
      read: "sigmoid#step-3",
    },
    "square-on-the-exponential": {
      is: ({ z }: AtLogit) => Math.exp(-z) / (1 + Math.exp(-z) ** 2),
      says: "Only the exponential below is squared. The derivative of 1/u is −1/u², with the square on all of 1 + e^(−z).",
      read: "sigmoid#step-3",
    },
    "inner-derivative-forgotten": {
      is: ({ z }: AtLogit) => -(sigma(z) ** 2),
      says: "This is −1/(1 + e^(−z))², the outer derivative alone. The chain rule multiplies it by the derivative of 1 + e^(−z).",
      read: "sigmoid#step-4",
    },
  },
  sigmoidPrimeFromOutput: {
    "sigma-applied-again": {
      is: ({ a }: AtOutput) => sigma(a) * (1 - sigma(a)),
      says: "The sigmoid is applied to a. But a is σ(z) already: it goes into the formula as it is.",
      read: "sigmoid#step-6",
    },
    "tanh-rule": {
      is: ({ a }: AtOutput) => 1 - a * a,
      says: "This is 1 − a², the rule of tanh. The sigmoid has a(1 − a).",
      read: "sigmoid#step-7",
    },
    "sign-flipped": {
      is: ({ a }: AtOutput) => a * (a - 1),
      says: "This is a(a − 1), which is negative. The sigmoid rises everywhere: its slope is a(1 − a).",
      read: "sigmoid#step-6",
    },
    "plus-for-minus": {
      is: ({ a }: AtOutput) => a * (1 + a),
      says: "This is a(1 + a). The second factor is 1 − a: near a = 1 the sigmoid is flat.",
      read: "sigmoid#step-5",
    },
    "factor-a-forgotten": {
      is: ({ a }: AtOutput) => 1 - a,
      says: "This is 1 − a, one of two factors. The other one is a itself.",
      read: "sigmoid#step-5",
    },
  },
});
