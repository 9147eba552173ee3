/**
 * The edge check: cases written out by the author, each with what it asks for.
 */
import type { Box, CallOutcome } from "../box/box.ts";
import type { Relation } from "../exercise/relations.ts";
import type { Finding } from "../verdict/verdict.ts";
import type { Answer } from "./answer.ts";
import { edgeWords } from "./edge-words.ts";
import type { Fault } from "./examine.ts";
import { findingOf, type Setting, sidesOf } from "./finding.ts";
import type { Judged } from "./judged.ts";
import { loadCauses } from "./load-causes.ts";
import { asText } from "./measured.ts";
import type { EdgeCase, Plan } from "./plan.ts";
import { isOfValue, type ShortOfEdge, shortOfEdge } from "./short-of-edge.ts";

/** Judges the edge cases; every one is executed, the first that falls short is shown. */
export async function judgeEdges(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  outcomes: readonly CallOutcome[],
  answers: readonly Answer[],
  edges: () => readonly Answer[],
): Promise<Judged> {
  const executed = plan.edges.flatMap((given, i) => {
    const outcome = outcomes[i] ?? { kind: "not-run" };
    return outcome.kind === "not-run" ? [] : [{ given, outcome }];
  });
  const broken = executed.flatMap(({ given, outcome }): BrokenEdge[] => {
    const short = shortOfEdge(plan, given, outcome);
    return short === undefined ? [] : [{ given, outcome, short }];
  });
  const [first] = broken;
  if (first === undefined) return { kind: "edge", status: "pass", cases: executed.length };
  const found = await edgeFinding(setting, box, plan, seed, first, answers, edges);
  const parted = partedByName(broken.length, answers.length, executed.length);
  return {
    kind: "edge",
    status: "fail",
    cases: executed.length,
    ...(found && { finding: withEdgeCause(found, parted) }),
  };
}

interface BrokenEdge {
  readonly given: EdgeCase;
  readonly outcome: CallOutcome;
  readonly short: ShortOfEdge;
}

/**
 * What parts wrong inputs from right ones is what an author has named: all drawn inputs are right, or edge cases were
 * not judged.
 */
interface Parted {
  readonly says: string;
  readonly of: number;
}

function partedByName(broken: number, drawn: number, edges: number): Parted {
  const which =
    broken === 1
      ? "wrong only at this edge case"
      : broken < edges
        ? `wrong at ${broken} of ${edges} edge cases`
        : `wrong at all ${edges} edge cases`;
  return { says: `Right on all ${drawn} drawn inputs, ${which}.`, of: drawn + edges };
}

/** The finding with the edge case as its cause, where nothing says more and its author has words for it. */
function withEdgeCause({ finding, words }: Found, { says, of }: Parted): Finding {
  if (words === "" || finding.code !== "wrong-edge" || finding.cause !== undefined) return finding;
  const message = `${finding.message} ${says}`;
  return {
    ...finding,
    message,
    cause: { id: "edge-case", kind: "feature", says: words, matched: of, of },
    matched: { count: of, of },
  };
}

interface Found {
  readonly finding: Finding;
  /** What the case's author says of such an answer. */
  readonly words: string;
}

async function edgeFinding(
  setting: Setting,
  box: Box,
  plan: Plan,
  seed: number,
  { given, outcome, short: { answer, fault, broken } }: BrokenEdge,
  answers: readonly Answer[],
  edges: () => readonly Answer[],
): Promise<Found | undefined> {
  const words = edgeWords(given.edge, outcome, answer);
  const extra = { name: given.name, says: words };
  if (broken !== undefined)
    return { finding: brokenFinding(setting, plan, given, fault, broken, extra), words };
  if (fault === undefined) return undefined;
  const causes = isOfValue(fault) && answer !== undefined ? await loadCauses() : undefined;
  const run = { exercise: setting.exercise, soFar: setting.soFar, box, plan, seed };
  const diagnosis = answer && (await causes?.edgeDiagnosis(run, answers, answer, edges));
  const code = isOfValue(fault) ? { code: "wrong-edge" as const } : {};
  return { finding: findingOf(setting, plan, given, fault, diagnosis, { ...extra, ...code }), words };
}

function brokenFinding(
  setting: Setting,
  plan: Plan,
  given: EdgeCase,
  fault: Fault | undefined,
  broken: Relation,
  extra: { readonly name: string; readonly says: string },
): Finding {
  const shown = { code: "wrong-edge", message: fault?.code === "not-finite" ? fault.message : "" } as const;
  const { expected: _, ...base } = findingOf(setting, plan, given, shown, undefined, extra);
  const message = [base.message, asText(broken)].filter(Boolean).join(" ");
  return { ...base, ...sidesOf(broken.left, broken.right), message };
}
