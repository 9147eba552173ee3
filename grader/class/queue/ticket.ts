/** What a queue holds of a file to be graded: a ticket of a few bytes, and its text. Nothing of it is believed. */
import { createHash } from "node:crypto";
import type { Garbled } from "../../box/text.ts";
import type { JobFile, Terms } from "../run/job.ts";
import { jobIdOf, keyOf, type Manner } from "./names.ts";

export interface Ticket {
  readonly slug: string;
  readonly sha256: string;
  readonly seed: number;
  /** What the exercise is worth, where it is not the course's own. */
  readonly points?: number;
  /** Files of one submission have the same. */
  readonly owner: string;
  /** How many files of the same submission were put in right behind it: a hint, to take them together. */
  readonly following: number;
  /** Seconds after which the server forgets the text and the result. */
  readonly keep: number;
}

/** Most characters of a text or a result that are read. */
export const MOST_CHARACTERS = 4_000_000;
const MOST_FOLLOWING = 1000;
export const LONGEST_KEEP = 90 * 86_400;

export const ticketFor = (
  { slug, sha256 }: JobFile,
  { seed, points }: Pick<Terms, "seed" | "points">,
  more: Pick<Ticket, "owner" | "following" | "keep">,
): Ticket => ({
  slug,
  sha256,
  seed,
  ...(points[slug] === undefined ? {} : { points: points[slug] }),
  ...more,
});

/** The terms that a ticket is graded under. */
export const termsOf = ({ slug, seed, points }: Ticket, manner: Manner): Terms => ({
  ...manner,
  seed,
  points: points === undefined ? {} : { [slug]: points },
});

/** The key of a ticket's verdict. */
export const keyOfTicket = (ticket: Ticket, manner: Manner): string =>
  keyOf(ticket.slug, ticket.sha256, termsOf(ticket, manner));

const fields = new Set(["slug", "sha256", "seed", "points", "owner", "following", "keep"]);
const isCount = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

/**
 * A job's data as a ticket; undefined if it is none, or is not what its job's name says.
 *
 * @param manner how this worker grades: the ticket must be for an exercise of its course
 */
export function ticketFrom(data: unknown, jobId: string | undefined, manner: Manner): Ticket | undefined {
  if (typeof data !== "object" || data === null || Object.keys(data).some((name) => !fields.has(name)))
    return;
  const { slug, sha256, seed, points, owner, following, keep } = data as Record<string, unknown>;
  if (typeof slug !== "string" || !Object.hasOwn(manner.course, slug)) return;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return;
  if (typeof owner !== "string" || !/^[0-9a-f]{16}$/.test(owner)) return;
  if (!isCount(seed, Number.MAX_SAFE_INTEGER) || !isCount(keep, LONGEST_KEEP) || keep === 0) return;
  if (!isCount(following, MOST_FOLLOWING) || (points !== undefined && !isCount(points, 1e9))) return;
  const ticket: Ticket = {
    slug,
    sha256,
    seed,
    owner,
    following,
    keep,
    ...(points === undefined ? {} : { points }),
  };
  return jobId === jobIdOf(keyOfTicket(ticket, manner)) ? ticket : undefined;
}

export const textFor = ({ source, garbled }: JobFile): string =>
  JSON.stringify(garbled === undefined ? { source } : { source, garbled });

/** A ticket's text as the file to be graded; undefined if it is not the one that the ticket means. */
export function fileFrom(text: string, { slug, sha256 }: Ticket, key: string): JobFile | undefined {
  const read = parsed(text);
  if (typeof read !== "object" || read === null) return undefined;
  const { source, garbled } = read as Record<string, unknown>;
  if (typeof source !== "string") return undefined;
  if (garbled === undefined) return isDigest(source, sha256) ? { slug, sha256, key, source } : undefined;
  return isGarbled(garbled) && source === "" ? { slug, sha256, key, source, garbled } : undefined;
}

/** The digest is that of the file's bytes, which a byte order mark may begin. */
const isDigest = (source: string, sha256: string): boolean =>
  [source, `\ufeff${source}`].some((text) => createHash("sha256").update(text).digest("hex") === sha256);

function isGarbled(value: unknown): value is Garbled {
  if (typeof value !== "object" || value === null) return false;
  const { message, line, column, lineText, ...more } = value as Record<string, unknown>;
  const isPlace = (each: unknown): boolean => each === undefined || isCount(each, Number.MAX_SAFE_INTEGER);
  return (
    typeof message === "string" &&
    isPlace(line) &&
    isPlace(column) &&
    (lineText === undefined || typeof lineText === "string") &&
    Object.keys(more).length === 0
  );
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
