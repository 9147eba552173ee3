/** What the judge asks its page for once an answer was wrong. A worker made of a text can load nothing itself. */
import type { FromJudge, ToJudge, Wanted } from "./messages.ts";

type Brought = Extract<ToJudge, { readonly kind: Wanted }>;

const waiting = new Map<Wanted, (brought: Brought["brought"]) => void>();

/** Asks the page. */
export const ask = <Kind extends Wanted>(
  wants: Kind,
): Promise<Extract<Brought, { readonly kind: Kind }>["brought"]> =>
  new Promise((resolve) => {
    waiting.set(wants, resolve as (brought: Brought["brought"]) => void);
    postMessage({ wants } satisfies FromJudge);
  });

/** What came, or nothing. */
export const bring = ({ kind, brought }: Brought): void => waiting.get(kind)?.(brought);

declare function importScripts(url: string): void;

/** A page's policy lets no text become a function, but a script that is made of one. */
export function run(script: string): void {
  const url = URL.createObjectURL(new Blob([script]));
  importScripts(url);
  URL.revokeObjectURL(url);
}
