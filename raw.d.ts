/** A file's text, taken in at build time. */
declare module "*?raw" {
  const text: string;
  export default text;
}
