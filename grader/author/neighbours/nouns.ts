/**
 * What the places of a model answer are called, in words that a student knows: arguments by their names, all else by
 * the nouns that the exercise declares.
 */
import { Node, type SourceFile } from "ts-morph";
import type { Exercise } from "../../exercise/exercise.ts";
import { axes, type Type } from "../../exercise/types.ts";

/** Longest formula that stands in a sentence: more would show the answer. */
const LONGEST = 18;

/** Methods that hand the entries of a list to a function, by which of its arguments they are. */
const WALKS: Readonly<Record<string, number>> = {
  map: 0,
  forEach: 0,
  filter: 0,
  some: 0,
  every: 0,
  flatMap: 0,
  findIndex: 0,
  reduce: 1,
};

/** Names of variables that say what they hold, in every exercise. */
const USUAL: Readonly<Record<string, string>> = {
  sum: "the sum",
  total: "the total",
  product: "the product",
  mean: "the mean",
  count: "the count",
  largest: "the largest",
  squares: "the sum of squares",
  residual: "the residual",
};

/** Functions of Math as formulas write them. */
const WRITTEN: Readonly<Record<string, string>> = { exp: "exp", log: "ln", sqrt: "√", abs: "abs" };

export class Nouns {
  private readonly own: Readonly<Record<string, string>>;
  private readonly symbols: ReadonlySet<string>;
  private readonly types: ReadonlyMap<string, Type>;
  private readonly exported: ReadonlySet<string>;

  constructor({ symbols, functions, nouns = {}, exports = {} }: Exercise) {
    this.own = { ...USUAL, ...nouns };
    this.symbols = new Set(Object.keys(symbols));
    this.exported = new Set([...Object.keys(functions), ...Object.keys(exports)]);
    this.types = new Map(
      Object.values(functions).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([name, { type }]) => [
          [name, type] as const,
          ...(type.kind === "record" ? Object.entries(type.fields) : []),
        ]),
      ),
    );
  }

  /** A short name for the value of an expression: "b", "x[i]", "1 − a", "the net input". */
  of(node: Node): string | undefined {
    const text = this.formula(bare(node));
    return text !== undefined && text.length > LONGEST && !/^(the|a|each) /.test(text) ? undefined : text;
  }

  /** What the number of entries of a list is called: a size's name. */
  size(list: Node): string | undefined {
    const [type, depth] = this.typeOf(bare(list));
    return type?.kind === "tensor" ? axes(type.shape)[depth] : undefined;
  }

  /** What the number of columns of a matrix is called. */
  columns(list: Node): string | undefined {
    const [type, depth] = this.typeOf(bare(list));
    return type?.kind === "tensor" ? axes(type.shape)[depth + 1] : undefined;
  }

  /** The noun of a name, wherever it stands. */
  word(name: string): string | undefined {
    return this.own[name] ?? (this.symbols.has(name) || this.types.has(name) ? name : undefined);
  }

  /** What a loop runs over: "the examples" for a size that is declared as "number of examples". */
  entries(size: string | undefined, symbols: Readonly<Record<string, string>>): string | undefined {
    if (size === undefined) return undefined;
    const counted = /^(?:the )?number of ([a-zû-ž ]+)$/i.exec(symbols[size] ?? "")?.[1];
    return counted === undefined ? undefined : `the ${counted}`;
  }

  /** The noun of the part of the program that a node lies in, and the exported function that it lies in. */
  placeOf(node: Node): { readonly place: string | undefined; readonly within: string | undefined } {
    let place: string | undefined;
    let within: string | undefined;
    for (const at of node.getAncestors()) {
      const name = nameOf(at);
      if (name === undefined) continue;
      if (isTop(at) && this.exported.has(name)) {
        within = name;
        place ??= this.own[name] ?? name;
      } else if (Node.isMethodDeclaration(at)) {
        const method = this.own[name] ?? `${name}()`;
        place = place === undefined ? method : `${place} of ${method}`;
      } else place ??= this.own[name];
    }
    return { place, within };
  }

  private formula(node: Node): string | undefined {
    if (Node.isNumericLiteral(node)) return node.getText();
    if (Node.isIdentifier(node)) return this.named(node);
    if (Node.isElementAccessExpression(node)) return this.entry(node);
    if (Node.isPropertyAccessExpression(node)) return this.property(node);
    if (Node.isPrefixUnaryExpression(node) && node.getText().startsWith("-"))
      return around("−", this.tight(node.getOperand()));
    if (Node.isCallExpression(node)) return this.called(node);
    if (Node.isBinaryExpression(node)) return this.binary(node);
    return undefined;
  }

  private named(node: Node): string | undefined {
    const name = node.getText();
    if (Object.hasOwn(this.own, name)) return this.own[name];
    const list = listOf(node);
    if (list !== undefined) {
      const base = this.formula(bare(list.list));
      return base !== undefined && !/[ (]/.test(base) ? `${base}[${list.index}]` : undefined;
    }
    return this.symbols.has(name) || this.types.has(name) ? name : undefined;
  }

  private entry(node: Node): string | undefined {
    if (!Node.isElementAccessExpression(node)) return undefined;
    const base = this.formula(bare(node.getExpression()));
    const index = node.getArgumentExpression()?.getText() ?? "";
    if (base === undefined || base.includes("(") || !/^\w+( [+-] 1)?$/.test(index)) return undefined;
    // A noun stands for its entries.
    return base.includes(" ") ? base : `${base}[${index}]`;
  }

  private property(node: Node): string | undefined {
    if (!Node.isPropertyAccessExpression(node)) return undefined;
    const name = node.getName().replace(/^#/, "");
    if (name === "length") return this.size(node.getExpression());
    if (Object.hasOwn(this.own, name)) return this.own[name];
    const base = node.getExpression();
    if (Node.isThisExpression(base)) return this.symbols.has(name) ? name : undefined;
    const of = this.formula(bare(base));
    return of === undefined || of.includes(" ") ? undefined : `${of}.${name}`;
  }

  private called(node: Node): string | undefined {
    if (!Node.isCallExpression(node)) return undefined;
    const callee = node.getExpression().getText();
    if (Object.hasOwn(this.own, callee)) return this.own[callee];
    const name = callee.startsWith("Math.") ? WRITTEN[callee.slice("Math.".length)] : callee;
    if (name === undefined || !/^[\w√σ]+$/.test(name)) return undefined;
    if (!callee.startsWith("Math.") && !this.exported.has(name) && !this.symbols.has(name)) return undefined;
    const args = node.getArguments().map((arg) => this.formula(bare(arg)));
    return args.every((arg) => arg !== undefined) ? `${name}(${args.join(", ")})` : undefined;
  }

  private binary(node: Node): string | undefined {
    if (!Node.isBinaryExpression(node)) return undefined;
    const operator = node.getOperatorToken().getText();
    const [a, b] = [node.getLeft(), node.getRight()];
    if (operator === "+" || operator === "-") {
      const [left, right] = [this.formula(bare(a)), operator === "-" ? this.tight(b) : this.formula(bare(b))];
      return joined(left, operator === "-" ? " − " : " + ", right);
    }
    const [left, right] = [this.tight(a), this.tight(b)];
    if (operator === "*") return joined(left, "·", right);
    if (operator === "/") return joined(left, "/", right);
    if (operator === "**") return right === "2" ? around(left, "²") : joined(left, "^", right);
    return undefined;
  }

  /** A part of a product: a sum stands in brackets. */
  private tight(node: Node): string | undefined {
    const text = this.formula(bare(node));
    return text !== undefined && / [+−] /.test(text) ? `(${text})` : text;
  }

  private typeOf(node: Node): readonly [type: Type | undefined, depth: number] {
    if (Node.isElementAccessExpression(node)) {
      const [type, depth] = this.typeOf(bare(node.getExpression()));
      return [type, depth + 1];
    }
    if (Node.isPropertyAccessExpression(node)) return [this.types.get(node.getName().replace(/^#/, "")), 0];
    if (!Node.isIdentifier(node)) return [undefined, 0];
    const list = listOf(node);
    if (list !== undefined) {
      const [type, depth] = this.typeOf(bare(list.list));
      return [type, depth + 1];
    }
    return [this.types.get(node.getText()), 0];
  }
}

const joined = (a: string | undefined, sign: string, b: string | undefined): string | undefined =>
  a === undefined || b === undefined || a.startsWith("the ") || b.startsWith("the ")
    ? undefined
    : `${a}${sign}${b}`;

const around = (a: string | undefined, b: string | undefined): string | undefined => joined(a, "", b);

/** A node without what changes no value: brackets, `!`, `as`. */
export function bare(node: Node): Node {
  return Node.isParenthesizedExpression(node) || Node.isNonNullExpression(node) || Node.isAsExpression(node)
    ? bare(node.getExpression())
    : node;
}

/** Whether a node is a declaration of the file itself. */
const isTop = (node: Node): boolean =>
  Node.isSourceFile(node.getParent()) ||
  (Node.isVariableDeclaration(node) && Node.isSourceFile(node.getVariableStatement()?.getParent()));

/** What a declaration or an assignment names. */
function nameOf(node: Node): string | undefined {
  if (Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node) || Node.isClassDeclaration(node))
    return node.getName()?.replace(/^#/, "");
  if (Node.isVariableDeclaration(node)) return node.getName();
  if (Node.isPropertyAssignment(node)) return node.getName();
  if (Node.isBinaryExpression(node) && /^[^=!<>]*=$/.test(node.getOperatorToken().getText()))
    return rootOf(bare(node.getLeft()));
  return undefined;
}

/** The variable that `a[i][j]` or `a` is of. */
export function rootOf(node: Node): string | undefined {
  if (Node.isElementAccessExpression(node)) return rootOf(bare(node.getExpression()));
  if (Node.isPropertyAccessExpression(node)) return node.getName().replace(/^#/, "");
  return Node.isIdentifier(node) ? node.getText() : undefined;
}

/** The list whose entries a name runs through, and the name of the place in it. */
function listOf(name: Node): { readonly list: Node; readonly index: string } | undefined {
  if (!Node.isIdentifier(name)) return undefined;
  const text = name.getText();
  for (const at of name.getAncestors()) {
    if (Node.isForOfStatement(at)) {
      const declared = at
        .getInitializer()
        .getText()
        .replace(/^(const|let) /, "");
      if (declared === text && name.getPos() > at.getExpression().getEnd())
        return { list: at.getExpression(), index: "i" };
    }
    if (!Node.isArrowFunction(at)) continue;
    const parameters = at.getParameters().map((parameter) => parameter.getName());
    const k = parameters.indexOf(text);
    if (k < 0) continue;
    const call = at.getParent();
    if (!Node.isCallExpression(call)) return undefined;
    const callee = call.getExpression();
    if (!Node.isPropertyAccessExpression(callee) || WALKS[callee.getName()] !== k) return undefined;
    return { list: callee.getExpression(), index: parameters[k + 1] ?? "i" };
  }
  return undefined;
}

/** Names that are declared by a file's functions, for authors who look for what has no noun. */
export const namesIn = (file: SourceFile): readonly string[] => [
  ...new Set(file.getDescendants().flatMap((node) => nameOf(node) ?? [])),
];
