/** The text of the judge's worker, put in by the build. */
declare module "playground:judge" {
  const text: string;
  export default text;
}

/** The text of a capstone's worker. */
declare module "playground:capstone" {
  const text: string;
  export default text;
}
