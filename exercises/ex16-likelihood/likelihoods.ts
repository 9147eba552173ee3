/** How probable the model finds the labels that came. */
import { args, curedBy, equal, scalar, times, vector } from "../../grader/exercise/form.ts";
import {
  likelihood as likelihoodOf,
  logLikelihood as logLikelihoodOf,
} from "../../reference/linear-models/likelihood.ts";
import { logit } from "../../reference/linear-models/logistic.ts";
import { num, sum } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { chance, each, firstAs, labels, logChance, mirrored, product, sizes } from "./args.ts";

const p = vector("n", "probabilities of class 1", { domain: "probability" });
const data = args({ y: labels, p }, { sizes }).shared<number>({
  example: { y: [1, 1, 0], p: [0.5, 0.75, 0.25] },
  laws: {
    "both classes exchanged, 1 − y and 1 − p, change nothing": (f, { y, p }) =>
      equal(f({ y: mirrored(y), p: mirrored(p) }), f()),
  },
});

const TINY = { y: [1, 1], p: [1e-200, 1e-170] };
/** All lists of three labels. */
const OUTCOMES = Array.from({ length: 8 }, (_, k) => [k & 1, (k >> 1) & 1, k >> 2]);

export const likelihood = data.answer({
  says: "The probability that the model gives to all the labels together. The likelihood of no labels is 1.",
  formula: String.raw`\prod_i p_i^{y_i} \cdot (1 - p_i)^{1 - y_i}`,
  returns: scalar("the likelihood, from 0 to 1"),
  is: ({ y, p }) => likelihoodOf(y, p),
  edges: {
    "one example": { given: { y: [0], p: [0.25] }, says: "A label 0 had the probability 1 − 0.25." },
    "certain and right": {
      given: { y: [1, 0], p: [1, 0] },
      expected: 1,
      says: "Both labels had the probability 1.",
    },
    "certain and wrong": {
      given: { y: [1, 0, 0], p: [0.75, 1, 0.5] },
      expected: 0,
      says: "What the model calls impossible has come: the whole product is 0.",
    },
    "soft labels": {
      given: { y: [0.5, 0.25], p: [0.25, 0.0625] },
      says: "A share is an exponent like 0 and 1: the first factor is √(0.25·0.75).",
      ifNumber: "To choose p or 1 − p by the label, or to mix them, is right for the labels 0 and 1 alone.",
    },
    "below the smallest number": {
      given: TINY,
      expected: 0,
      says: "The product, 1e-370, is below the smallest number: it is 0.",
    },
    "no examples": { given: { y: [], p: [] }, expected: 1, says: "A product of no factors is 1." },
  },
  laws: {
    "the likelihoods of all eight lists of three labels add up to 1": (f, { p }) => {
      if (p.length < 3) return false;
      const three = { p: p.slice(0, 3) };
      return equal(sum(OUTCOMES.map((y) => f({ ...three, y }))), 1);
    },
    "a first label of 1 has the likelihood of a first label of 0, times the odds p/(1 − p)": (
      f,
      { y, p: [first = 0.5] },
    ) => equal(f({ y: firstAs(1, y) }), f({ y: firstAs(0, y) }).times(num(first).over(num(1).minus(first)))),
    "data written down twice have the square of the likelihood": (f, { y, p }) =>
      equal(f({ y: [...y, ...y], p: [...p, ...p] }), f().squared()),
  },
  mistakes: curedBy(1, {
    "sum-for-product": {
      is: ({ y, p }) => total(each(y, p, chance)),
      step: 2,
      says: "The probabilities are added. The probability of all labels together is the product of theirs.",
    },
    "labels-ignored": {
      is: ({ p }) => product(p),
      says: "This is the product of all p, as if every label were 1. A label 0 has the probability 1 − p.",
    },
    "zeros-do-not-count": {
      is: ({ y, p }) => product(each(y, p, (yi, pi) => pi ** yi)),
      says: "The factor (1 − p)^(1−y) is missing: an example of class 0 counts as certain, whatever was predicted.",
    },
    "labels-exchanged": {
      is: ({ y, p }) => product(each(mirrored(y), p, chance)),
      says: "The exponents have changed places. A label 1 has the probability p, a label 0 has 1 − p.",
    },
    "mean-of-the-factors": {
      is: ({ y, p }) => total(each(y, p, chance)) / y.length,
      step: 2,
      says: "This is the mean probability of a label. That all of them come together has the product.",
    },
  }),
});

export const logLikelihood = data.answer({
  says: "The logarithm of the likelihood, finite where the likelihood itself is too small for a number. A term with the weight 0 is 0.",
  formula: String.raw`\sum_i [y_i \ln p_i + (1 - y_i) \ln(1 - p_i)]`,
  returns: scalar("the log-likelihood, at most 0"),
  is: ({ y, p }) => logLikelihoodOf(y, p),
  edges: {
    "one example": { given: { y: [0], p: [0.25] }, says: "A label 0 had the probability 1 − 0.25." },
    "certain and right": {
      given: { y: [1, 0, 1], p: [1, 0, 0.5] },
      says: "A label that was certain adds nothing. Only ln 0.5 is left.",
      ifNaN: "0·ln 0 is 0·(−Infinity), and that is NaN: leave out a term with the weight 0.",
      ifNumber: "Probabilities are taken as they are here. It is bce that clips them.",
    },
    "certain and wrong": {
      given: { y: [1, 0], p: [0.75, 1] },
      expected: Number.NEGATIVE_INFINITY,
      says: "What the model calls impossible has come: ln 0 = −Infinity is right here.",
      ifNaN: "0·ln 1 is 0, but 0·ln 0 is NaN: leave out a term with the weight 0.",
      ifNumber: "Probabilities are taken as they are here. It is bce that clips them.",
    },
    "soft labels": {
      given: { y: [0.5, 0.25], p: [0.25, 0.0625] },
      says: "A share weighs both logarithms.",
      ifNumber: "To choose one logarithm by the label is right for the labels 0 and 1 alone.",
    },
    "likelihood below the smallest number": {
      given: TINY,
      says: "The likelihood, 1e-370, is 0 as a number. Its logarithm is about −852.",
      ifInfinite: "The logarithm of the product is ln 0 here. Add the logarithms instead.",
    },
    "no examples": { given: { y: [], p: [] }, expected: 0, says: "A sum of no terms is 0, which is ln 1." },
  },
  laws: {
    "e to the log-likelihood is the likelihood": (f, given, { ask }) =>
      equal(f().exp(), ask(likelihood, given)),
    "a first label of 1 in place of 0 adds ln(p/(1 − p))": (f, { y, p: [first = 0.5] }) =>
      equal(f({ y: firstAs(1, y) }).minus(f({ y: firstAs(0, y) })), logit(num(first))),
    "data written down twice have twice the log-likelihood": (f, { y, p }) =>
      equal(f({ y: [...y, ...y], p: [...p, ...p] }), f().times(2)),
  },
  mistakes: curedBy(4, {
    "sign-flipped": {
      is: times(-1),
      step: 5,
      says: "The sign is flipped. The logarithm of a probability is negative; its minus belongs to the loss.",
    },
    "mean-for-sum": {
      is: times("1/n"),
      says: "This is divided by n. The logarithm of the product is the sum; the mean comes with the loss.",
    },
    "logarithm-of-the-sum": {
      is: ({ y, p }) => Math.log(total(each(y, p, chance))),
      step: 3,
      says: "The logarithm is taken of a sum of probabilities. It is the logarithm of their product, and that is the sum of the logarithms.",
    },
    "zeros-do-not-count": {
      is: ({ y, p }) => total(each(y, p, (yi, pi) => yi * Math.log(pi))),
      says: "The term (1 − y) ln(1 − p) is missing, so that examples of class 0 do not count.",
    },
    "labels-exchanged": {
      is: ({ y, p }) => total(each(mirrored(y), p, logChance)),
      says: "The labels have changed places. A label 1 weighs ln p, a label 0 weighs ln(1 − p).",
    },
    "base-2": {
      is: times(Math.LOG2E),
      step: 3,
      says: "The logarithm has the base 2. This one is natural, with the base e: Math.log.",
    },
  }),
});
