#!/usr/bin/env node
// The program is loaded from here, and not with this file, so that one that cannot be loaded is no answer that fell
// short: Node's own exit code for that is 1.
import("./main.ts").catch((error: Error) => {
  process.stderr.write(
    `The grader cannot be loaded (${error.message.split("\n")[0]}); \`npm ci\` builds it anew, and in a student's repository \`git checkout -- grader\` brings it back\n`,
  );
  process.exit(3);
});
