/** Signs, operators, terms, factors and powers: what becomes of a sum, a product or a quotient. */
import { type BinaryExpression, Node } from "ts-morph";
import { bracketed, type Made } from "../edit.ts";
import { bare, type Nouns } from "../nouns.ts";

export function arithmetic(node: Node, nouns: Nouns): readonly Made[] {
  if (Node.isPrefixUnaryExpression(node) && node.getText().startsWith("-")) {
    const noun = nouns.of(node.getOperand());
    const before = noun === undefined ? "" : ` before ${noun}`;
    const says = `the minus${before} were missing`;
    return [{ node, text: node.getOperand().getText(), kind: "sign", about: noun, says }];
  }
  if (!Node.isBinaryExpression(node)) return [];
  switch (node.getOperatorToken().getText()) {
    case "+":
      return isText(node) ? [] : sum(node, nouns);
    case "-":
      return difference(node, nouns);
    case "*":
      return product(node, nouns);
    case "/":
      return quotient(node, nouns);
    case "**":
      return power(node, nouns);
    case "%":
      return [{ node, text: node.getLeft().getText(), kind: "operator", says: "there were no remainder, %" }];
    default:
      return [];
  }
}

const isText = (node: BinaryExpression): boolean =>
  [node.getLeft(), node.getRight()].some((side) => /["'`]/.test(side.getText()));

const sides = (node: BinaryExpression): readonly [Node, Node, string, string] => {
  const [a, b] = [node.getLeft(), node.getRight()];
  return [a, b, bracketed(a), bracketed(b)];
};

/** "the term b", or "a term" where there is no noun. */
const term = (noun: string | undefined): string => (noun === undefined ? "a term" : noun);
const factor = (noun: string | undefined): string =>
  noun === undefined ? "a factor" : noun.startsWith("the ") ? noun : `the factor ${noun}`;

function leftOut(node: Node, about: string | undefined, text: string): Made {
  return { node, text, kind: "term-left-out", about, says: `${term(about)} were left out` };
}

function sum(node: BinaryExpression, nouns: Nouns): Made[] {
  const [a, b, left, right] = sides(node);
  const [x, y] = [nouns.of(a), nouns.of(b)];
  return [
    { node, text: `${left}-${right}`, kind: "sign", about: y, says: `${term(y)} were subtracted, not added` },
    {
      node,
      text: `-${left}+${right}`,
      kind: "sign",
      about: x,
      says: `${term(x)} had the opposite sign`,
    },
    leftOut(node, y, left),
    leftOut(node, x, right),
    {
      node,
      text: `${left}*${right}`,
      kind: "operator",
      about: y,
      says: `${term(y)} were a factor, where it is added`,
    },
    twice(node, y, `${left}+2*${right}`),
    twice(node, x, `2*${left}+${right}`),
  ];
}

const twice = (node: Node, about: string | undefined, text: string): Made => ({
  node,
  text,
  kind: "doubled",
  about,
  says: `${term(about)} counted twice`,
});

function difference(node: BinaryExpression, nouns: Nouns): Made[] {
  const [a, b, left, right] = sides(node);
  const [x, y] = [nouns.of(a), nouns.of(b)];
  const whole = nouns.of(node);
  const swapped =
    x !== undefined && y !== undefined
      ? `${x} and ${y} had changed places around the minus`
      : whole === undefined
        ? "the two sides of a minus had changed places"
        : `the two sides of ${whole} had changed places`;
  return [
    { node, text: `${left}+${right}`, kind: "sign", about: y, says: `${term(y)} were added, not subtracted` },
    { node, text: `${right}-${left}`, kind: "exchanged", about: whole, says: swapped },
    { node, text: `-${left}-${right}`, kind: "sign", about: x, says: `${term(x)} had the opposite sign` },
    leftOut(node, y, left),
    leftOut(node, x, `-${right}`),
    { ...leftOut(node, x, right), says: `${term(x)} were left out, and the minus with it` },
    {
      node,
      text: `Math.abs(${left}-${right})`,
      kind: "other-function",
      about: whole,
      says: `the absolute value of ${whole ?? "a difference"} were taken`,
    },
    {
      node,
      text: `${left}*${right}`,
      kind: "operator",
      about: y,
      says: `${term(y)} were a factor, where it is subtracted`,
    },
    twice(node, y, `${left}-2*${right}`),
    twice(node, x, `2*${left}-${right}`),
  ];
}

function product(node: BinaryExpression, nouns: Nouns): Made[] {
  const [a, b, left, right] = sides(node);
  const [x, y] = [nouns.of(a), nouns.of(b)];
  const drop = (about: string | undefined, text: string): Made => ({
    node,
    text,
    kind: "factor-left-out",
    about,
    says: `${factor(about)} were left out`,
  });
  const again = (about: string | undefined, other: string): Made => ({
    node,
    text: `${left}*${right}*${other}`,
    kind: "doubled",
    about,
    says: `${factor(about)} stood there twice`,
  });
  return [
    drop(y, left),
    drop(x, right),
    { node, text: `-${left}*${right}`, kind: "sign", about: nouns.of(node), says: signOf(nouns.of(node)) },
    {
      node,
      text: `${left}/${right}`,
      kind: "operator",
      about: y,
      says: divided(y),
    },
    {
      node,
      text: `${right}/${left}`,
      kind: "operator",
      about: x,
      says: divided(x),
    },
    {
      node,
      text: `${left}+${right}`,
      kind: "operator",
      about: y,
      says: y === undefined ? "a product were a sum" : `${y} were added, where it is a factor`,
    },
    {
      node,
      text: `${left}-${right}`,
      kind: "operator",
      about: y,
      says: y === undefined ? "a product were a difference" : `${y} were subtracted, where it is a factor`,
    },
    again(y, right),
    again(x, left),
  ];
}

const divided = (noun: string | undefined): string =>
  noun === undefined ? "a product were a quotient" : `${noun} were divided by, where it is a factor`;

const signOf = (noun: string | undefined): string =>
  noun === undefined ? "a sign were flipped" : `the sign of ${noun} were flipped`;

function quotient(node: BinaryExpression, nouns: Nouns): Made[] {
  const [a, b, left, right] = sides(node);
  const [x, y] = [nouns.of(a), nouns.of(b)];
  const by = y === undefined ? "" : ` by ${y}`;
  return [
    { node, text: left, kind: "factor-left-out", about: y, says: `the division${by} were left out` },
    { node, text: `1/${right}`, kind: "factor-left-out", about: x, says: `${factor(x)} were left out` },
    {
      node,
      text: right,
      kind: "factor-left-out",
      about: x,
      says:
        y === undefined ? "of a quotient only its lower half were left" : `of a quotient only ${y} were left`,
    },
    { node, text: `-${left}/${right}`, kind: "sign", about: nouns.of(node), says: signOf(nouns.of(node)) },
    {
      node,
      text: `${left}*${right}`,
      kind: "operator",
      about: y,
      says: y === undefined ? "it were multiplied, not divided" : `it were multiplied by ${y}, not divided`,
    },
    {
      node,
      text: `${right}/${left}`,
      kind: "exchanged",
      about: y,
      says: "a fraction were upside down",
    },
    {
      node,
      text: `${left}/${right}/${right}`,
      kind: "doubled",
      about: y,
      says: `it were divided${by} twice`,
    },
    {
      node,
      text: `${left}-${right}`,
      kind: "operator",
      about: y,
      says: `${term(y)} were subtracted, where it divides`,
    },
  ];
}

function power(node: BinaryExpression, nouns: Nouns): Made[] {
  const [a, b, left, right] = sides(node);
  const noun = nouns.of(a);
  const it = noun ?? "what is raised to a power";
  const isSquare = bare(b).getText() === "2";
  const squared = noun === undefined ? "a square were left out" : `${noun} were not squared`;
  return [
    {
      node,
      text: left,
      kind: "power",
      about: noun,
      says: isSquare ? squared : `the exponent of ${it} were left out`,
    },
    {
      node,
      text: `${left}*${right}`,
      kind: "power",
      about: noun,
      says: isSquare ? `${it} were doubled, not squared` : `${it} were multiplied by its exponent`,
    },
    {
      node,
      text: `${left}^${right}`,
      kind: "operator",
      about: noun,
      says: "^ stood for a power, which is **",
    },
    {
      node,
      text: `Math.abs(${left})`,
      kind: "other-function",
      about: noun,
      says: `the absolute value of ${it} were taken, not its power`,
    },
    {
      node,
      text: `-${left}**${right}`.replace(/^-(.*)$/, "-($1)"),
      kind: "sign",
      about: noun,
      says: signOf(noun && `${noun} to its power`),
    },
    {
      node,
      text: `${right}**${left}`,
      kind: "exchanged",
      about: noun,
      says: "base and exponent had changed places",
    },
  ];
}
