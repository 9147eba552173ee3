/** What `report --queue` opens: loaded by it alone. */
import { derivationSlugs, slugs } from "../../course/exercises.ts";
import { distFolder } from "../../course/home.ts";
import { courseDigests } from "../run/course-digest.ts";
import type { Runner, Terms } from "../run/job.ts";
import type { Address } from "./address.ts";
import { Link } from "./link.ts";
import type { Manner } from "./names.ts";
import { QueueRunner, type QueueTerms } from "./queue-runner.ts";

/** With the digests of all exercises and derivations: producer and worker have the same build, or other queues. */
export const mannerOf = ({
  limits,
  isolation,
  layers,
}: Pick<Terms, "limits" | "isolation" | "layers">): Manner => ({
  course: courseDigests(distFolder(), [...slugs(), ...derivationSlugs()]),
  limits,
  isolation,
  layers,
});

/** @throws Unusable if the queue's server cannot be used */
export async function openQueue(address: Address, terms: QueueTerms): Promise<Runner> {
  return new QueueRunner(await Link.open(address, terms.say), terms);
}
