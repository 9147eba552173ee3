/** The length of a loader. */
import { args, claim, curedBy, equal, record, scalar } from "../../grader/exercise/form.ts";
import { dropLast } from "./args.ts";
import { model, saying } from "./loaders.ts";
import { shrinking } from "./mistakes.ts";
import * as played from "./scenarios.ts";

const counted = args({
  n: scalar("number of examples", { domain: "integer", draw: (draw) => draw.integer(5, 40) }),
  batchSize: scalar("examples of a batch, s", { domain: "integer", draw: (draw) => draw.integer(2, 9) }),
  dropLast,
});

export const count = counted.answer({
  says: "the length of a loader of n examples, before a pass and after it",
  scenario: played.count,
  model,
  returns: record(
    {
      before: scalar("before a pass", { domain: "integer" }),
      after: scalar("after it", { domain: "integer" }),
    },
    "the number of batches of a pass, asked twice",
  ),
  show: ({ n, batchSize, dropLast }) =>
    [
      "const X = Array.from({ length: n }, () => []), y = Array(n).fill(0);"
        .replaceAll("n }", `${n} }`)
        .replace("Array(n)", `Array(${n})`),
      `const loader = new DataLoader(X, y, ${batchSize}, { shuffle: false, dropLast: ${dropLast} });`,
      "const before = loader.length;",
      "for (const batch of loader) {}",
      "{ before, after: loader.length }",
    ].join("\n"),
  edges: {
    "670 examples, 100 a batch": {
      given: { n: 670, batchSize: 100, dropLast: false },
      says: "Six batches are whole, and the seventh has 70 examples.",
    },
    "670 examples, 100 a batch, with dropLast": {
      given: { n: 670, batchSize: 100, dropLast: true },
      says: "Six batches are whole; 70 examples stay unused.",
    },
    "670 examples, 20 a batch": {
      given: { n: 670, batchSize: 20, dropLast: false },
      says: "33 batches are whole, and the last has 10 examples.",
    },
    "a size that divides n": {
      given: { n: 12, batchSize: 4, dropLast: true },
      says: "Twelve examples are three batches of four.",
    },
    "no example": { given: { n: 0, batchSize: 4, dropLast: false }, says: "There is no batch." },
  },
  laws: {
    "one pass changes nothing": (f) => {
      const { before, after } = f();
      return equal(after, before);
    },
    "dropLast takes one batch away exactly where a short one is": (f, { n, batchSize }) => {
      const [all, whole] = [f({ dropLast: false }), f({ dropLast: true })];
      return equal(all.before.minus(whole.before), n % batchSize === 0 ? 0 : 1);
    },
    "twice the examples in batches of twice the size are as many": (f, { n, batchSize }) => {
      const [here, there] = [f(), f({ n: 2 * n, batchSize: 2 * batchSize })];
      return claim(here.before.value === there.before.value, "as many", [
        here.before.value,
        there.before.value,
      ]);
    },
  },
  mistakes: curedBy(2, {
    "examples-counted": {
      with: saying((n) => n),
      says: "length is the number of examples. It is the number of batches of a pass.",
    },
    "short-batch-not-counted": {
      with: saying((n, size) => Math.floor(n / size)),
      says: "The short batch is never counted. It counts unless dropLast is true: ⌈n/s⌉ and ⌊n/s⌋.",
    },
    "short-batch-always-counted": {
      with: saying((n, size) => Math.ceil(n / size)),
      says: "The short batch is counted where dropLast leaves it out: ⌈n/s⌉ and ⌊n/s⌋.",
    },
    "not-whole": {
      with: saying((n, size) => n / size),
      says: "n/s is a whole number only where s divides n. Round up, with dropLast down.",
    },
    shrinking,
  }),
});
