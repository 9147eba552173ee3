/** What a day costs, and how that is said. */
export type Rate = { readonly points: number } | { readonly basisPoints: number };

export const shownShare = (basisPoints: number): string => `${basisPoints / 100} %`;

export const shownRate = (rate: Rate): string =>
  "points" in rate
    ? `${rate.points} ${rate.points === 1 ? "point" : "points"}`
    : shownShare(rate.basisPoints);
