import type { CiMeta } from "../../verdict/ci/index.ts";

/** The facts of a run that the formats of `--ci` ask for, from the variables that a workflow sets. */
export const ciMeta = (env: NodeJS.ProcessEnv): CiMeta => ({
  now: new Date().toISOString(),
  classroom: env.CHAINRULE_CLASSROOM,
  assignment: env.CHAINRULE_ASSIGNMENT,
  owner: env.CHAINRULE_STUDENT ?? env.GITHUB_REPOSITORY_OWNER,
  commit: env.CHAINRULE_COMMIT ?? env.GITHUB_SHA,
  submission: env.CHAINRULE_SUBMISSION,
  release: env.CHAINRULE_RELEASE,
  review: env.CHAINRULE_REVIEW,
});
