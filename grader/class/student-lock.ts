/**
 * The lock file of a student's repository: the course's own, cut down to what a student needs.
 */
interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** @param courseLock the course's package-lock.json */
export function studentLock(courseLock: string, version: string, esbuild: string): string {
  const { lockfileVersion, packages } = JSON.parse(courseLock) as Lock;
  const kept = Object.entries(packages).filter(([path]) =>
    /^node_modules\/(?:@esbuild\/|esbuild$)/.test(path),
  );
  const own = {
    name: "chainrule-exercises",
    version,
    dependencies: { esbuild },
    engines: { node: ">=20.19" },
  };
  const lock = {
    name: own.name,
    version,
    lockfileVersion,
    requires: true,
    // Where a package came from is the business of the machine that installs it.
    packages: {
      "": own,
      ...Object.fromEntries(kept.map(([path, { resolved: _, dev: __, ...rest }]) => [path, rest])),
    },
  };
  return `${JSON.stringify(lock, null, 2)}\n`;
}
