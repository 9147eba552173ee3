/** Why a result is another one than before, in words. */
import { stateWords } from "../../outputs/summary/state.ts";
import type { SnapshotHead } from "../snapshot/snapshot.ts";
import type { Pair } from "./pair.ts";

/** Checks that are named; the others are counted. */
const MOST = 3;

/** Reasons, what was done by hand first. */
export function whyChanged(before: SnapshotHead, now: SnapshotHead, pair: Pair): readonly string[] {
  const { was, is } = pair;
  if (is.state === "excused" || was.state === "excused")
    return [is.state === "excused" ? "excused now" : "no longer excused"];
  const why: string[] = [];
  if (is.isByHand) why.push(was.isByHand ? "set by hand to another score" : "set by hand");
  else if (was.isByHand) why.push("no longer set by hand");
  if (is.isKept !== was.isKept) why.push(is.isKept ? "kept as published" : "no longer kept as published");
  if (was.file !== is.file) why.push(filesOf(pair));
  else if (was.file !== "" && was.signs !== is.signs) why.push(...judgedAnew(before, now, pair));
  else if (was.state !== is.state) why.push(`${stateWords[was.state]} before, now ${stateWords[is.state]}`);
  if (was.off !== is.off)
    why.push(
      is.off === 0
        ? `${was.off} no longer off for lateness`
        : `${is.off} off for lateness, before ${was.off}`,
    );
  // Checks may be the same and their points others.
  return why.length > 0 ? why : ["its checks are worth other points"];
}

function filesOf({ was, is }: Pair): string {
  if (was.file === "") return `${stateWords[was.state]} before`;
  return is.file === "" ? `${stateWords[is.state]} now` : "other work was handed in";
}

/** The same file, another verdict: the course changed, or the inputs did. */
function judgedAnew(before: SnapshotHead, now: SnapshotHead, pair: Pair): readonly string[] {
  const { was, is, known, exercise } = pair;
  const old = new Map(known.checks.map((id, i) => [id, was.signs[i] ?? "-"]));
  const fresh = new Map(exercise.checks.map((id, i) => [id, is.signs[i] ?? "-"]));
  const ids = [...new Set([...fresh.keys(), ...old.keys()])];
  const passes = ids.filter((id) => fresh.get(id) === "p" && (old.get(id) ?? "-") !== "p");
  const falls = ids.filter((id) => fresh.has(id) && fresh.get(id) !== "p" && old.get(id) === "p");
  const added = ids.filter((id) => !old.has(id) && fresh.get(id) !== "p");
  const gone = ids.filter((id) => !fresh.has(id));
  const reason =
    before.digest !== now.digest ? "the course changed" : before.seed !== now.seed ? "other inputs" : "";
  const parts = [
    listed(passes, "passes now", "pass now"),
    listed(falls, "no longer passes", "no longer pass"),
    listed(added, "is new", "are new"),
    listed(gone, "is no longer asked", "are no longer asked"),
  ].filter((part) => part !== "");
  const what = parts.length === 0 ? "the same file, judged anew" : `the same file: ${parts.join("; ")}`;
  return [reason === "" ? what : `${what} (${reason})`];
}

function listed(ids: readonly string[], one: string, many: string): string {
  if (ids.length === 0) return "";
  const more = ids.length > MOST ? ` and ${ids.length - MOST} more` : "";
  return `${ids.slice(0, MOST).join(", ")}${more} ${ids.length === 1 ? one : many}`;
}
