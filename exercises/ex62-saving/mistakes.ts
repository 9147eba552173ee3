/** Wrong ways of saving and loading. */
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { stateOf, stateText } from "../../reference/data/state-dict.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { eachNumber, type Params, type Tensor } from "./args.ts";

type Saved = { readonly params: Params };
type Loading = { readonly own: Params; readonly json: string };
type Trip = { readonly params: Params; readonly own: Params };
type Both = { loaded: Params; again: Params };

const each = (params: Params, change: (tensor: Tensor, name: string) => Tensor): Params =>
  Object.fromEntries(Object.entries(params).map(([name, tensor]) => [name, change(tensor, name)]));
const isMatrix = (tensor: Tensor): tensor is number[][] => Array.isArray(tensor[0]);
const isBias = (name: string): boolean => !name.endsWith("weight");
const rounded = (params: Params): Params => eachNumber(params, (x) => Number(x.toFixed(3)));
const flattened = (params: Params): Params =>
  each(params, (tensor) => (isMatrix(tensor) ? tensor.flat() : tensor));
const turned = (params: Params): Params =>
  each(params, (tensor) => (isMatrix(tensor) ? transpose(tensor) : tensor));
const weightsOf = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !isBias(name)));
const single = (params: Params): Params => eachNumber(params, Math.fround);

const texts = {
  rounded:
    "The numbers are rounded to three decimals. Write all digits: then a program that reads the text gets the same numbers, to the last bit.",
  digits:
    "The numbers have lost their last digits. A number that JSON.stringify writes comes back to the last bit; one that is cut by toFixed or toPrecision does not.",
  flattened:
    "A matrix becomes one long list, row after row. Its rows stay lists: a matrix is loaded in the shape that it was saved in.",
  biases: "Only weights are kept. Biases are parameters, too, and so is every vector under another name.",
  single:
    "The numbers have lost half their bits: they were rounded to single precision. Parameters are kept with all digits.",
  zero: '−0 has come out as 0: JSON.stringify writes it so. JSON has a −0: write "-0" where Object.is(x, -0).',
};

export const savedMistakes: Mistakes<Saved, string> = curedBy(10, {
  "sign-of-zero-lost": { is: ({ params }) => JSON.stringify(params), says: texts.zero },
  rounded: { is: ({ params }) => stateText(rounded(params)), says: texts.rounded },
  "six-decimals": {
    is: ({ params }) => stateText(eachNumber(params, (x) => Number(x.toFixed(6)))),
    says: texts.digits,
  },
  "fifteen-digits": {
    is: ({ params }) => stateText(eachNumber(params, (x) => Number(x.toPrecision(15)))),
    says: texts.digits,
  },
  "rounded-without-sign": { is: ({ params }) => JSON.stringify(rounded(params)), says: texts.rounded },
  flattened: { is: ({ params }) => JSON.stringify(flattened(params)), says: texts.flattened },
  "biases-left-out": { is: ({ params }) => JSON.stringify(weightsOf(params)), says: texts.biases },
  "no-text-of-numbers": {
    is: ({ params }) => `${params}`,
    says: "This is what an object is called, and no number is in it. JSON has names, lists and numbers: build that text.",
  },
  "numbers-alone": {
    is: ({ params }) => JSON.stringify(Object.values(params)),
    says: "The names are not in the text. Parameters are loaded by name.",
  },
});

export const loadingMistakes: Mistakes<Loading, Params> = curedBy(10, {
  "own-returned": {
    is: ({ own }) => own,
    says: "The network's own parameters come back: nothing was loaded. own gives names and shapes, the numbers come from the text.",
  },
  rounded: { is: ({ json }) => rounded(stateOf(json) as Params), says: texts.rounded },
  flattened: { is: ({ json }) => flattened(stateOf(json) as Params), says: texts.flattened },
  "biases-left-out": { is: ({ json }) => weightsOf(stateOf(json) as Params), says: texts.biases },
  "biases-kept": {
    is: ({ own, json }) =>
      each(own, (tensor, name) => (isBias(name) ? tensor : (stateOf(json)[name] as Tensor))),
    says: "Only weights are loaded, and all else stays as it was. Biases are parameters, too, and so is every vector under another name.",
  },
  transposed: {
    is: ({ json }) => turned(stateOf(json) as Params),
    says: "Rows and columns of the matrices are exchanged. A matrix is loaded as it was saved.",
  },
  single: { is: ({ json }) => single(stateOf(json) as Params), says: texts.single },
  "numbers-of-both-added": {
    is: ({ own, json }) =>
      each(own, (tensor, name) => {
        const other = (stateOf(json)[name] as Tensor).flat();
        let at = 0;
        return eachNumber({ tensor }, (x) => x + other[at++]!).tensor!;
      }),
    says: "The loaded numbers are added to those that were there. They take their place.",
  },
});

const bothTimes =
  (change: (given: Trip) => Params) =>
  (given: Trip): Both => ({ loaded: change(given), again: change(given) });

export const tripMistakes: Mistakes<Trip, Both> = curedBy(10, {
  "own-returned": {
    is: bothTimes(({ own }) => own),
    says: "The network's own parameters come back: nothing was loaded. own gives names and shapes, the numbers come from the text.",
  },
  rounded: { is: bothTimes(({ params }) => rounded(params)), says: texts.rounded },
  single: { is: bothTimes(({ params }) => single(params)), says: texts.single },
  "lists-shared": {
    is: ({ params }) => ({ loaded: params, again: eachNumber(params, (x) => x + 1) }),
    says: "Whoever changes the loaded parameters changes what is loaded next. Something is kept between two calls: make new lists with each.",
  },
});

export type Named = { missing: number; unexpected: number };
/** How many names are missing in the text, and how many are one too many. */
export const namesOf = ({ own, json }: Loading): Named => {
  const found = stateOf(json);
  const without = (these: object, those: object): number =>
    Object.keys(these).filter((name) => !Object.hasOwn(those, name)).length;
  return { missing: without(own, found), unexpected: without(found, own) };
};

export const complaintMistakes: Mistakes<Loading, Named> = curedBy(10, {
  "no-names": {
    is: () => ({ missing: 0, unexpected: 0 }),
    says: "The exception names none of the parameters that do not fit. Whoever reads it wants to know which names are missing and which are unexpected.",
  },
  "missing-not-listed": {
    is: ({ right }) => ({ ...right, missing: 0 }),
    says: "The exception lists the unexpected names and not the missing ones, or the missing ones are not looked for.",
  },
  "unexpected-not-listed": {
    is: ({ right }) => ({ ...right, unexpected: 0 }),
    says: "The exception lists the missing names and not the unexpected ones, or these are not looked for.",
  },
  "first-name-alone": {
    is: ({ right: { missing, unexpected } }) =>
      missing > 0 ? { missing: 1, unexpected: 0 } : { missing, unexpected: Math.min(1, unexpected) },
    says: "The exception names one parameter that does not fit, and there are more. Look at all names first, and throw once.",
  },
});
