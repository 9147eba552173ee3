/** Functions that are called: left out, called twice, others of Math, arguments in another order. */
import { type CallExpression, Node } from "ts-morph";
import { bracketed, type Made } from "../edit.ts";
import type { Nouns } from "../nouns.ts";

/** Functions of Math that stand for each other. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  max: ["min"],
  min: ["max"],
  log: ["log2", "log10"],
  log1p: ["log"],
  sqrt: ["abs"],
  floor: ["ceil", "round"],
  ceil: ["floor", "round"],
  cos: ["sin"],
  sin: ["cos"],
  atan2: [],
  tanh: [],
  exp: [],
};

/** What gives true or false. */
const PREDICATE = /(?:^|\.)is[A-Z]\w*$/;

/** Methods that may be forgotten. */
const FORGOTTEN = ["slice", "sort", "reverse", "toReversed", "toSorted"];

export function calls(node: Node, nouns: Nouns): readonly Made[] {
  if (!Node.isCallExpression(node)) return [];
  const callee = node.getExpression();
  const args = node.getArguments();
  const name = callee.getText();
  if (Node.isPropertyAccessExpression(callee) && FORGOTTEN.includes(callee.getName()) && !isStatic(name)) {
    const says =
      callee.getName() === "slice"
        ? args.length === 0
          ? "a list were changed in place, not copied first"
          : "all of a list were taken, not a part of it"
        : "the order were left as it is";
    return [
      { node, text: callee.getExpression().getText(), kind: "call-left-out", about: callee.getName(), says },
    ];
  }
  if (Node.isPropertyAccessExpression(callee) && !isStatic(name) && !/^[A-Z#]/.test(name)) return [];
  const made: Made[] = [];
  const called = wordOf(node, nouns);
  const spread = args.some((arg) => Node.isSpreadElement(arg));
  if (args.length === 1 && !spread && !Node.isArrowFunction(args[0])) {
    const [arg] = args as [Node];
    made.push({
      node,
      text: arg.getText(),
      kind: "call-left-out",
      about: called,
      says: `${called} were left out`,
    });
    // Whether truth is a number nobody asks: what isNaN gives goes into a condition, which has edits of its own.
    if (!PREDICATE.test(name))
      made.push({
        node,
        text: `${name}(${node.getText()})`,
        kind: "applied-twice",
        about: called,
        says: `${called} were applied twice`,
      });
    if (name.startsWith("Math."))
      made.push(
        {
          node,
          text: `${name}(-${bracketed(arg)})`,
          kind: "sign",
          about: called,
          says: `the sign inside ${called} were flipped`,
        },
        {
          node,
          text: `-${node.getText()}`,
          kind: "sign",
          about: called,
          says: `the sign of ${called} were flipped`,
        },
      );
  }
  if (name === "Math.max" || name === "Math.min")
    for (const arg of spread ? [] : args)
      made.push({
        node,
        text: arg.getText(),
        kind: "call-left-out",
        about: nouns.of(arg),
        says: `there were no ${name.slice("Math.".length)}, only ${nouns.of(arg) ?? "one of its arguments"}`,
      });
  for (const other of OTHERS[name.replace("Math.", "")] ?? [])
    made.push({
      node,
      text: `Math.${other}(${args.map((arg) => arg.getText()).join(", ")})`,
      kind: "other-function",
      about: called,
      says: `${other === "abs" ? "an absolute value" : other} stood where ${name.replace("Math.", "")} belongs`,
    });
  made.push(...exchangedArguments(node, nouns, called));
  return made;
}

const isStatic = (name: string): boolean => name.startsWith("Math.");

/** "exp", "softmax", or the noun of what a helper computes. */
const wordOf = (node: CallExpression, nouns: Nouns): string => {
  const name = node.getExpression().getText();
  if (name.startsWith("Math.")) return name.slice("Math.".length);
  const noun = nouns.of(node.getExpression());
  return noun ?? nouns.of(node) ?? name.replace(/^.*[.#]/, "");
};

function exchangedArguments(node: CallExpression, nouns: Nouns, called: string): Made[] {
  const args = node.getArguments();
  if (/^Math\.(max|min|hypot)$/.test(node.getExpression().getText())) return [];
  const made: Made[] = [];
  for (let i = 0; i + 1 < args.length; i++) {
    const [a, b] = [args[i] as Node, args[i + 1] as Node];
    if ([a, b].some((arg) => Node.isArrowFunction(arg) || Node.isSpreadElement(arg))) continue;
    const order = args.map((arg) => arg.getText());
    [order[i], order[i + 1]] = [b.getText(), a.getText()];
    const [x, y] = [nouns.of(a), nouns.of(b)];
    made.push({
      node,
      text: `${node.getExpression().getText()}(${order.join(", ")})`,
      kind: "exchanged",
      about: called,
      says:
        x === undefined || y === undefined
          ? `two arguments had changed places${called === "" ? "" : ` in ${called}`}`
          : `${x} and ${y} had changed places${called === "" ? "" : ` in ${called}`}`,
    });
  }
  return made;
}
