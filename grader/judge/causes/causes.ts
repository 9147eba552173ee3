/** All that says why an answer is wrong, and where. Loaded once one is: see load-causes.ts. */
export { edgeDiagnosis } from "./edge-diagnosis.ts";
export { explained } from "./explained.ts";
export { ofFailure, ofMissing } from "./language/not-called.ts";
export { ofFile } from "./of-file.ts";
