/** What everything is called in the queue's server. */
import { createHash } from "node:crypto";
import { keyOf, type Terms } from "../run/job.ts";

/** Before every name, so that a server can hold other things, too. */
export const PREFIX = "chainrule";

/** What makes two builds come to the same verdict, whatever submission and seed: all but what a ticket says. */
export type Manner = Omit<Terms, "seed" | "points">;

/**
 * A queue for each manner of grading: a worker with another course, another engine or a weaker box is never even asked.
 *
 * @param manner with the digests of all exercises
 */
export const queueOf = ({ course, limits, isolation, layers }: Manner): string =>
  `course-${digestOf(["ticket@2", Object.entries(course).sort(), limits, isolation, layers])}`;

/** Whose a file is, without a name: it keeps a submission's files together, and finds them again to erase them. */
export const ownerOf = (folder: string): string => digestOf(["owner", folder]);

const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** The name of a job: the same for the same file under the same terms, however often it is asked for. */
export const jobIdOf = (key: string): string => `file-${key}`;

export const names = {
  /** What is to be graded. Beside the job, so that the server itself forgets it in time. */
  source: (key: string): string => `${PREFIX}:source:${key}`,
  result: (key: string): string => `${PREFIX}:result:${key}`,
  /** Who began to grade a file and has not come to a result. */
  begun: (key: string): string => `${PREFIX}:begun:${key}`,
  /** Which files are somebody's. */
  owner: (owner: string): string => `${PREFIX}:owner:${owner}`,
  /** Which workers there are, by the time of their last sign of life. */
  workers: `${PREFIX}:workers`,
  /** Where workers tell which results there are. */
  done: (queue: string): string => `${PREFIX}:done:${queue}`,
};

export { keyOf };
