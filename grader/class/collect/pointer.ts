/** Texts that stand for a file which is kept elsewhere: what would be judged is the pointer, not the work. */
const POINTERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d/, "a pointer of Git LFS"],
  [/^\s*(?:(?:\.\.\/)*\.git)?\/annex\/objects\/\S+\s*$/, "a pointer of git-annex"],
  [/^\[InternetShortcut\]\s/i, "a link of Windows"],
  // Where git may make no link it writes a file with the link's target, without a line end.
  [/^(?:[\w.-]+\/)*[\w.-]+\.ts$/, "a link that git wrote as a text"],
];

/** What it is in place of the work; undefined for the work itself. */
export const pointerIn = (source: string): string | undefined =>
  source.length > 4096 ? undefined : POINTERS.find(([pattern]) => pattern.test(source))?.[1];
