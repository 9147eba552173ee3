/** A title in the middle of a sentence, unless it begins with a name such as PCA or k-means. */
export const lowered = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? (title[0] ?? "").toLowerCase() + title.slice(1) : title;
