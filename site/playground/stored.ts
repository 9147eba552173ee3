/**
 * What the browser keeps between visits, by key. Where it keeps nothing, as in some private windows, everything works
 * until the page is left.
 */

/** The text under a key; undefined where there is none or the browser does not tell. */
export function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets it where it is undefined; false where the browser does not keep it. */
export function store(key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
