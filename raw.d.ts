/** A file's text, taken in at build time. */
declare module "*?raw" {
  const text: string;
  export default text;
}

/** A module and all that it imports as the text of one classic script that sets `inside`. */
declare module "*?bundle" {
  const text: string;
  export default text;
}

/** A handlebars template, compiled at build time; what its context lacks is an error. */
declare module "*.hbs" {
  export default function render(context: object): string;
}
