/** All edits of a model answer that a student could make in their place, and where its turns are counted. */
import { Node } from "ts-morph";
import type { Exercise } from "../../exercise/exercise.ts";
import { parse } from "../cut.ts";
import type { Edit, Made } from "./edit.ts";
import { arithmetic } from "./kinds/arithmetic.ts";
import { assignments } from "./kinds/assignments.ts";
import { brackets } from "./kinds/brackets.ts";
import { calls } from "./kinds/calls.ts";
import { conditions } from "./kinds/conditions.ts";
import { entries, isAssigned } from "./kinds/entries.ts";
import { loops } from "./kinds/loops.ts";
import { names } from "./kinds/names.ts";
import { numbers } from "./kinds/numbers.ts";
import { statements } from "./kinds/statements.ts";
import { Nouns } from "./nouns.ts";

export interface Edits {
  readonly edits: readonly Edit[];
  /** Where turns and calls are counted: conditions of loops and bodies, by start and end. */
  readonly ticks: readonly (readonly [start: number, end: number])[];
}

/** @throws SyntaxError */
export function editsOf(text: string, exercise: Exercise): Edits {
  const file = parse(text);
  const nouns = new Nouns(exercise);
  const kinds = [
    arithmetic,
    brackets,
    numbers,
    assignments,
    loops(exercise.symbols),
    entries,
    conditions,
    calls,
    names,
    statements,
  ];
  const edits: Edit[] = [];
  const ticks: (readonly [number, number])[] = [];
  const seen = new Set<string>();
  let pairedUpTo = 0;
  const visit = (node: Node): void => {
    if (Node.isTypeNode(node) || Node.isThrowStatement(node) || Node.isInterfaceDeclaration(node)) return;
    const tick = tickOf(node);
    if (tick !== undefined) ticks.push([tick.getStart(), tick.getEnd()]);
    for (const kind of kinds)
      for (const made of kind(node, nouns)) {
        const edit = editOf(made, nouns);
        const key = `${edit.start} ${edit.end} ${edit.text.replaceAll(/\s/g, "")}`;
        if (seen.has(key) || !fits(made)) continue;
        // Pieces lie in each other or apart: of pairs of statements every second one is left.
        if (made.until !== undefined) {
          if (edit.start < pairedUpTo) continue;
          pairedUpTo = edit.end;
        }
        seen.add(key);
        edits.push(edit);
      }
    node.forEachChild(visit);
  };
  visit(file);
  return { edits, ticks };
}

/** Where the turns and calls of a text are counted. */
export function ticksOf(text: string): Edits["ticks"] {
  const ticks: (readonly [number, number])[] = [];
  const visit = (node: Node): void => {
    const tick = tickOf(node);
    if (tick !== undefined) ticks.push([tick.getStart(), tick.getEnd()]);
    node.forEachChild(visit);
  };
  visit(parse(text));
  return ticks;
}

/** What is written to is no value, and a declaration's name is none. */
const fits = ({ node }: Made): boolean => Node.isStatement(node) || !isAssigned(node);

function editOf({ node, until = node, text, kind, about, says }: Made, nouns: Nouns): Edit {
  const { place, within } = nouns.placeOf(node);
  return {
    start: node.getStart(),
    end: until.getEnd(),
    text,
    isStatement: Node.isStatement(node),
    kind,
    about: about ?? place ?? "",
    // A number stands in many places.
    named:
      about !== undefined && !/^[\d.]+$/.test(about)
        ? "itself"
        : place !== undefined && place !== within
          ? "its part"
          : "not",
    line: node.getStartLineNumber(),
    says: place === undefined && about === undefined ? undefined : says,
    within,
    place,
  };
}

/** The condition or the body at which a turn or a call is counted: `for (;;)` has no condition, and ends by an edit never. */
function tickOf(node: Node): Node | undefined {
  if (Node.isForStatement(node)) return node.getCondition() ?? blockOf(node.getStatement());
  if (Node.isWhileStatement(node) || Node.isDoStatement(node)) return node.getExpression();
  if (Node.isForOfStatement(node)) return blockOf(node.getStatement());
  if (Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node)) return node.getBody();
  return undefined;
}

const blockOf = (body: Node): Node | undefined => (Node.isBlock(body) ? body : undefined);
