/** Where a queue is, and who asks: from a URL, with what the environment says where the URL does not. */

import { withoutSecrets } from "../../verdict/without-secrets.ts";
import { Unusable } from "../usage.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly isEncrypted: boolean;
  readonly user?: string;
  readonly password?: string;
  /** The address without credentials, for messages. */
  readonly shown: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The value of `--queue` that stands for the URL in the environment. */
const FROM_ENVIRONMENT = "env";
const schemes: Readonly<Record<string, boolean>> = {
  "redis:": false,
  "valkey:": false,
  "rediss:": true,
  "valkeys:": true,
};

/** What an environment may say; to be taken out of it before another process inherits it. */
export const queueVariables = [
  "CHAINRULE_QUEUE",
  "CHAINRULE_QUEUE_USER",
  "CHAINRULE_QUEUE_PASSWORD",
] as const;

/**
 * @param typed a URL, or `env`
 * @throws Unusable without the credentials in its message
 */
export function addressOf(typed: string, environment: Environment, allowsPlain = false): Address {
  const isGiven = typed !== FROM_ENVIRONMENT;
  const text = isGiven ? typed : environment.CHAINRULE_QUEUE;
  const name = isGiven ? "--queue" : "CHAINRULE_QUEUE";
  const wanted = "rediss://HOST:PORT (or redis:// on this machine) expected";
  if (text === undefined || text === "")
    throw new Unusable(`--queue env: the variable CHAINRULE_QUEUE is not set; ${wanted} in it`);
  const url = urlOf(text);
  const isEncrypted = schemes[url?.protocol ?? ""];
  const database = Number(url?.pathname.slice(1) || "0");
  if (url === undefined || isEncrypted === undefined || url.hostname === "" || !Number.isInteger(database))
    throw new Unusable(`${name}: ${wanted}, got ${JSON.stringify(withoutSecrets(text))}`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!isEncrypted && !isHere(host) && !allowsPlain)
    throw new Unusable(
      `${name}: submissions would go to ${host} unencrypted; use rediss://, or say --allow-plain-queue where the network itself is encrypted`,
    );
  const user = decoded(url.username) || environment.CHAINRULE_QUEUE_USER;
  const password = decoded(url.password) || environment.CHAINRULE_QUEUE_PASSWORD;
  const port = Number(url.port || "6379");
  return {
    host,
    port,
    database,
    isEncrypted,
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    shown: `${url.protocol}//${url.hostname}:${port}`,
  };
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const isHere = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host);
