/** What an assignment does with what was there before. */
import { type BinaryExpression, Node } from "ts-morph";
import { bracketed, type Made } from "../edit.ts";
import { bare, type Nouns } from "../nouns.ts";

const WORDS: Readonly<Record<string, string>> = {
  "+=": "added",
  "-=": "subtracted",
  "*=": "multiplied",
  "/=": "divided",
};

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "+=": ["-=", "*="],
  "-=": ["+="],
  "*=": ["+=", "/="],
  "/=": ["*="],
};

export function assignments(node: Node, nouns: Nouns): readonly Made[] {
  if (!Node.isBinaryExpression(node)) return [];
  const operator = node.getOperatorToken().getText();
  const others = OTHERS[operator];
  return others === undefined ? [] : compound(node, operator, others, nouns);
}

function compound(node: BinaryExpression, operator: string, others: readonly string[], nouns: Nouns): Made[] {
  const [to, value] = [node.getLeft(), node.getRight()];
  const target = nouns.of(to) ?? (/^(sum|total|s)$/.test(bare(to).getText()) ? "the sum" : undefined);
  const what = nouns.of(value) ?? "what each turn brings";
  return [
    {
      node,
      text: `${to.getText()} = ${value.getText()}`,
      kind: "overwritten",
      about: target,
      says: `each turn overwrote ${target ?? "what was there"}, so that only the last one counts (= in place of ${operator})`,
    },
    ...others.map(
      (other): Made => ({
        node,
        text: `${to.getText()} ${other} ${value.getText()}`,
        kind: other === "-=" || operator === "-=" ? "sign" : "operator",
        about: target,
        says: `${what} were ${WORDS[other]}, not ${WORDS[operator]}${target === undefined ? "" : `, in ${target}`}`,
      }),
    ),
    ...(operator === "+=" || operator === "-="
      ? [
          {
            node,
            text: `${to.getText()} = ${operator === "+=" ? "" : "-"}${to.getText()} + ${bracketed(value)}`,
            kind: "sign",
            about: target,
            says: `${target ?? "the sum"} changed its sign each turn`,
          } as const,
          {
            node,
            text: `${to.getText()} ${operator} Math.abs(${value.getText()})`,
            kind: "other-function",
            about: target,
            says: `absolute values were ${WORDS[operator]}`,
          } as const,
        ].filter(({ text }) => operator !== "+=" || !text.includes(" = "))
      : []),
  ];
}
