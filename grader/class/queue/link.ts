/** The connections to a queue: opened with one clear line where that fails, and kept through its absences. */
import { isIP } from "node:net";
import { Redis, type RedisOptions } from "ioredis";
import { Unusable } from "../usage.ts";
import type { Address } from "./address.ts";

export type Say = (line: string) => void;

/** How long the first answer is waited for, unless told. */
const FIRST_MS = 8000;
/** An absence shorter than this is not worth a line. */
const AWAY_MS = 3000;

export class Link {
  /** For everything but waiting. */
  readonly redis: Redis;
  readonly address: Address;
  isClosed = false;
  private readonly open = new Set<() => void>();
  private readonly say: Say;
  private away: NodeJS.Timeout | undefined;
  private isAway = false;

  private constructor(address: Address, say: Say) {
    this.address = address;
    this.say = say;
    this.redis = new Redis(optionsOf(address));
    this.redis.on("close", () => this.lost()).on("ready", () => this.found());
    // What a command meets, whoever sent it is told; a connection that is lost comes back or is said to be away.
    this.redis.on("error", () => {});
  }

  /** @throws Unusable if nobody answers, or if whoever answers refuses */
  static async open(address: Address, say: Say, patienceMs = FIRST_MS): Promise<Link> {
    await tryFirst(address, patienceMs);
    return new Link(address, say);
  }

  /** A connection of its own, for what waits for messages. */
  another(): Redis {
    const redis = this.redis.duplicate();
    redis.on("error", () => {});
    return redis;
  }

  /** The answer. @throws once this is closed: what is asked of a server that is away is never answered then */
  async whileOpen<T>(ask: () => Promise<T>): Promise<T> {
    let end = (): void => {};
    const closed = new Promise<never>((_, reject) => {
      end = () => reject(new Error("Connection is closed."));
    });
    this.open.add(end);
    try {
      return await Promise.race([ask(), closed]);
    } finally {
      this.open.delete(end);
    }
  }

  /** Closes as soon as the server does not answer. */
  closeOnceAway(): void {
    if (this.redis.status !== "ready") this.close();
    else this.redis.once("close", () => this.close());
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.away);
    this.redis.disconnect();
    for (const end of this.open) end();
  }

  private lost(): void {
    if (this.isClosed || this.away !== undefined || this.isAway) return;
    this.away = setTimeout(() => {
      this.isAway = true;
      this.say(`The queue at ${this.address.shown} is away; this waits until it is back.`);
    }, AWAY_MS);
  }

  private found(): void {
    clearTimeout(this.away);
    this.away = undefined;
    if (this.isAway) this.say("The queue is back.");
    this.isAway = false;
  }
}

const optionsOf = ({ host, port, database, user, password, isEncrypted }: Address): RedisOptions => ({
  host,
  port,
  db: database,
  ...(user === undefined ? {} : { username: user }),
  ...(password === undefined ? {} : { password }),
  // Certificates are checked; NODE_EXTRA_CA_CERTS names an authority of one's own.
  ...(isEncrypted ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
  // A queue that is away comes back: what was asked meanwhile is asked again.
  maxRetriesPerRequest: null,
  retryStrategy: (times) => Math.min(100 * times, 2000),
});

async function tryFirst(address: Address, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const refusal = await refusalOf(address);
    if (refusal === undefined) return;
    if (!refusal.mayPass || performance.now() > until)
      throw new Unusable(`--queue: ${address.shown} ${refusal.says}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

interface Refusal {
  readonly says: string;
  /** Whether trying again may help. */
  readonly mayPass: boolean;
}

async function refusalOf(address: Address): Promise<Refusal | undefined> {
  const redis = new Redis({
    ...optionsOf(address),
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: 5000,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  let first: Error | undefined;
  redis.on("error", (error) => {
    first ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
    return undefined;
  } catch (error) {
    return refusalFrom(first ?? (error as Error), address);
  } finally {
    redis.disconnect();
  }
}

function refusalFrom(error: Error, { isEncrypted }: Address): Refusal {
  const { code } = error as NodeJS.ErrnoException;
  const text = `${code ?? ""} ${error.message}`;
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password|without any password/i.test(text))
    return {
      says: "refuses these credentials; give them in the URL of CHAINRULE_QUEUE and say --queue env, or in CHAINRULE_QUEUE_USER and CHAINRULE_QUEUE_PASSWORD",
      mayPass: false,
    };
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(text))
    return {
      says: `has a certificate that this machine does not trust (${code}); name its authority's file in NODE_EXTRA_CA_CERTS`,
      mayPass: false,
    };
  if (/LOADING|BUSY/.test(text)) return { says: "is still loading its data; try again", mayPass: true };
  if (/ENOTFOUND|EAI_AGAIN/.test(text)) return { says: `is unknown by name (${code})`, mayPass: false };
  if (isEncrypted && /EPROTO|SSL|wrong version|ECONNRESET|closed/i.test(text))
    return { says: "does not speak TLS; redis:// is for a server on this machine", mayPass: false };
  if (code === undefined && !isEncrypted && /closed/i.test(text))
    return { says: "closes the connection; if it speaks TLS only, use rediss://", mayPass: true };
  return {
    says: `does not answer (${code ?? error.message}); start it, or mend host and port`,
    mayPass: true,
  };
}
