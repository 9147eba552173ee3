/** The name of an exercise's file without its ending: the slug without its number. */
export const stemOf = (slug: string): string => slug.replace(/^(?:ex|d)\d+-/, "");
