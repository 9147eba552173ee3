/** Loops that start late, end early, run too far, or over something else; and those of `map` and `reduce`. */
import { Node } from "ts-morph";
import type { Made } from "../edit.ts";
import { bare, type Nouns } from "../nouns.ts";

type Symbols = Readonly<Record<string, string>>;

export const loops =
  (symbols: Symbols) =>
  (node: Node, nouns: Nouns): readonly Made[] => {
    if (Node.isForStatement(node)) return counted(node, nouns, symbols);
    if (Node.isForOfStatement(node)) return walked(node.getExpression(), nouns, symbols);
    if (!Node.isCallExpression(node)) return [];
    const callee = node.getExpression();
    if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== "reduce") return [];
    const [step, start] = node.getArguments();
    if (step === undefined || start === undefined) return [];
    const list = callee.getExpression();
    const about = nouns.entries(nouns.size(list), symbols);
    return [
      {
        node,
        text: `${callee.getText()}(${step.getText()})`,
        kind: "start-value",
        about,
        says: "reduce began with the first entry itself: its second argument, the start value, were missing",
      },
      ...(Node.isNumericLiteral(start)
        ? []
        : [
            {
              node: start,
              text: "0",
              kind: "start-value",
              about: nouns.of(start),
              says: `the sum began at 0, not at ${nouns.of(start) ?? "its start value"}`,
            } as const,
          ]),
      ...walked(list, nouns, symbols),
    ];
  };

/** "the loop over the examples", or what there is to say of it. */
const loopOver = (entries: string | undefined): string =>
  entries === undefined ? "a loop" : `the loop over ${entries}`;

/** `for (… of list)` and `list.reduce`. */
function walked(list: Node, nouns: Nouns, symbols: Symbols): Made[] {
  const entries = nouns.entries(nouns.size(list), symbols);
  const text = `[...${list.getText()}]`;
  const cut = (by: string, kind: Made["kind"], says: string): Made => ({
    node: list,
    text: `${text}.slice(${by})`,
    kind,
    about: entries,
    says,
  });
  const one = entries?.replace(/^the /, "").replace(/s$/, "") ?? "entry";
  return [
    cut("1", "loop-start", `${loopOver(entries)} began at the second ${one}`),
    cut("0, -1", "loop-end", `${loopOver(entries)} ended one ${one} too early`),
    cut("0, 1", "first-only", `only the first ${one} were taken, as where a loop ends after one turn`),
    cut("-1", "last-only", `only the last ${one} were taken`),
  ];
}

function counted(node: Node, nouns: Nouns, symbols: Symbols): Made[] {
  if (!Node.isForStatement(node)) return [];
  const condition = node.getCondition();
  const initializer = node.getInitializer();
  if (!Node.isBinaryExpression(condition) || !Node.isVariableDeclarationList(initializer)) return [];
  const start = initializer.getDeclarations()[0]?.getInitializer();
  const operator = condition.getOperatorToken().getText();
  if (start === undefined || !/^[<>]=?$/.test(operator)) return [];
  const [counter, bound] = [condition.getLeft().getText(), condition.getRight()];
  const size = nouns.of(bound);
  const entries = nouns.entries(size, symbols) ?? (size === undefined ? undefined : `its ${size} turns`);
  const over = loopOver(entries?.startsWith("its") ? undefined : entries);
  const one =
    entries === undefined || entries.startsWith("its")
      ? "turn"
      : entries.replace(/^the /, "").replace(/s$/, "");
  const isUp = operator.startsWith("<");
  const made: Made[] = [
    {
      node: start,
      text: isUp ? `${start.getText()} + 1` : `${start.getText()} - 1`,
      kind: "loop-start",
      about: entries,
      says: `${over} began at the second ${one}`,
    },
    {
      node: bound,
      text: isUp ? `${bound.getText()} - 1` : `${bound.getText()} + 1`,
      kind: "loop-end",
      about: entries,
      says: `${over} ended one turn too early`,
    },
    {
      node: condition,
      text: `${counter} ${isUp ? "<=" : ">="} ${bound.getText()}`,
      kind: "loop-end",
      about: entries,
      says: `${over} ran one turn too far${operator.length === 1 ? ` (${operator}= in place of ${operator})` : ""}`,
    },
    {
      node: condition,
      text: `(${condition.getText()}) && ${counter} === (${start.getText()})`,
      kind: "first-only",
      about: entries,
      says: `only the first ${one} were taken, as where a loop ends after one turn`,
    },
  ];
  if (isUp)
    made.push(
      {
        node: start,
        text: `Math.max(${start.getText()}, (${bound.getText()}) - 1)`,
        kind: "last-only",
        about: entries,
        says: `only the last ${one} were taken`,
      },
      {
        node: start,
        text: `${start.getText()} - 1`,
        kind: "loop-start",
        about: entries,
        says: `${over} began one turn too early`,
      },
    );
  const step = node.getIncrementor();
  if (step !== undefined && /^\w+\+\+$/.test(step.getText()))
    made.push({
      node: step,
      text: `${counter} += 2`,
      kind: "operator",
      about: entries,
      says: `${over} left out every second turn`,
    });
  return made.filter(({ node: at }) => bare(at) !== undefined);
}
