/** Shared by the build, which fills the index, and the page, which looks into it. */
export const SEARCH = {
  fields: ["page", "part", "text"],
  storeFields: ["page", "part", "text"],
  searchOptions: { boost: { page: 3, part: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND" as const },
};
