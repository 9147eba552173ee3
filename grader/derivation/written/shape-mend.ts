/** What does not fit in size, with what was probably meant. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:matrix|vector).* (?:times|plus|minus|⊙) /,
    "These sizes do not fit: is a transpose missing, or one too many?",
  ],
  [/^entry .* of /, "That lies beyond its end: are two indices the wrong way round?"],
];

export function withMend(says: string): string {
  const mend = MENDS.find(([pattern]) => pattern.test(says))?.[1];
  return mend === undefined ? says : `${says.replace(/^[a-z]/, (first) => first.toUpperCase())}. ${mend}`;
}
