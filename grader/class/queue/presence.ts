/** Which workers there are, and whether one of them grades as is asked. */
import type { Redis } from "ioredis";
import { clean, cut } from "../../verdict/width.ts";
import { names } from "./names.ts";
import { parsed } from "./ticket.ts";

const ALIVE_SECONDS = 30;
const SIGN_MS = 10_000;

export interface Card {
  readonly id: string;
  readonly queue: string;
  readonly host: string;
  readonly node: string;
  readonly version: string;
  readonly lanes: number;
  /** Layers of the box that are not in force. */
  readonly missing: readonly string[];
}

const now = (): number => Math.floor(Date.now() / 1000);

/** Gives signs of life; the function ends them. */
export function showPresence(redis: Redis, card: Card): () => Promise<void> {
  const text = JSON.stringify(card);
  const sign = (): void => {
    redis
      .pipeline()
      .zadd(names.workers, now(), text)
      .zremrangebyscore(names.workers, 0, now() - 60 * ALIVE_SECONDS)
      .exec()
      .catch(() => {});
  };
  sign();
  const timer = setInterval(sign, SIGN_MS);
  return async () => {
    clearInterval(timer);
    await redis.zrem(names.workers, text);
  };
}

/** Why nobody here can do this work, in one line; undefined where somebody can. */
export async function absenceOf(
  redis: Redis,
  queue: string,
  { node, version }: Pick<Card, "node" | "version">,
): Promise<string | undefined> {
  const texts = await redis.zrangebyscore(names.workers, now() - ALIVE_SECONDS, "+inf", "LIMIT", 0, 1000);
  const cards = texts.flatMap((text) => cardFrom(text) ?? []);
  if (cards.some((card) => card.queue === queue)) return undefined;
  const start = "`chainrule worker --queue URL` starts one";
  const [other] = cards;
  if (other === undefined) return `No worker is at the queue: this waits for one; ${start}.`;
  const theirs = `${other.version} on Node ${other.node}${other.missing.length === 0 ? "" : `, without ${other.missing.join(", ")}`}`;
  return clean(
    cut(
      `${cards.length} at the queue, and none grades with this build (${version} on Node ${node}, the same layers of the box), such as ${other.host} with ${theirs}: this waits for one that does; ${start}.`,
      400,
    ),
  );
}

function cardFrom(text: string): Card | undefined {
  const card = parsed(text) as Partial<Record<keyof Card, unknown>> | null | undefined;
  const isText = (value: unknown): value is string => typeof value === "string" && value.length < 200;
  const isCard =
    typeof card === "object" &&
    card !== null &&
    [card.id, card.queue, card.host, card.node, card.version].every(isText) &&
    typeof card.lanes === "number" &&
    Array.isArray(card.missing) &&
    card.missing.length < 20 &&
    card.missing.every(isText);
  return isCard ? (card as Card) : undefined;
}
