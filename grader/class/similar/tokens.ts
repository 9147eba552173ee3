/**
 * A program as the kinds of its syntax tree, in the order of the text. Names that a student chooses are all the same,
 * so that renaming hides nothing; names of the language (`Math`, `reduce`, `length`) stay. Types, comments,
 * semicolons and brackets are left out, so that neither annotating nor formatting hides anything.
 */
import { typescriptLanguage } from "@codemirror/lang-javascript";

export interface Token {
  readonly kind: string;
  /** Where it begins in the text. */
  readonly from: number;
}

/** Honest answers have a few hundred; what is longer is read up to here. */
const MOST = 4000;
/** One error in so many tokens is a slip; more of them are no program. */
const TOKENS_PER_ERROR = 20;

/** Nodes that say nothing of how a task was solved. */
const skipped = new Set([
  "TypeAnnotation",
  "TypeAliasDeclaration",
  "InterfaceDeclaration",
  "TypeArgList",
  "TypeParamList",
  "LineComment",
  "BlockComment",
  "ImportDeclaration",
]);
/** Nodes that stand for nothing but how the text is laid out. */
const transparent = new Set([
  "Script",
  "ExportDeclaration",
  "export",
  "ExpressionStatement",
  "ParenthesizedExpression",
  "PostfixExpression",
  "let",
  "const",
  "var",
  "function",
  "return",
  "if",
  "for",
  "while",
  "Equals",
  "Arrow",
  "ForSpec",
  "ArgList",
]);
const definitions = new Set(["VariableDefinition", "PropertyDefinition"]);

/** Names that the language gives to everybody: variables such as `Math` and `NaN`, properties such as `reduce`. */
const globals: ReadonlySet<string> = new Set([
  "undefined",
  ...Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name)),
]);
const properties: ReadonlySet<string> = new Set(
  [Array, Array.prototype, Math, Number, Object, String.prototype, Map.prototype, Set.prototype].flatMap(
    (owner) => Object.getOwnPropertyNames(owner),
  ),
);

/** The mark of TypeScript that says "this is there". It computes nothing, and the parser trips over `a! += 1`. */
const assertion = /([\w\])])!(?!=)/g;

/** The tokens of a source; undefined for what is no program. */
export function tokensOf(source: string): readonly Token[] | undefined {
  const cursor = typescriptLanguage.parser.parse(source.replace(assertion, "$1 ")).cursor();
  const tokens: Token[] = [];
  let errors = 0;
  let more = true;
  while (more && tokens.length < MOST) {
    const { name, from, to, type } = cursor;
    if (type.isError) errors++;
    const isSkipped = skipped.has(name);
    if (!isSkipped && !type.isError) {
      const kind = kindOf(name, source.slice(from, Math.min(to, from + 40)));
      if (kind !== undefined) tokens.push({ kind, from });
    }
    more = cursor.next(!isSkipped);
  }
  return errors * TOKENS_PER_ERROR > tokens.length ? undefined : tokens;
}

function kindOf(name: string, text: string): string | undefined {
  if (name === "VariableName") return globals.has(text) ? text : "name";
  if (name === "PropertyName") return properties.has(text) ? text : "name";
  if (definitions.has(name)) return "name";
  if (transparent.has(name) || !/^\w/.test(name)) return undefined;
  if (name.endsWith("Op")) return text;
  return name === "Number" ? `number ${Number(text.replaceAll("_", ""))}` : name;
}
