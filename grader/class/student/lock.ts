/**
 * The lock file of a student's repository: the course's own, cut down to what a student needs.
 */
interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Package>>;
}

export interface Needs {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * @param courseLock the course's package-lock.json
 * @throws Error if the course itself does not lock what is needed
 */
export function studentLock(courseLock: string, version: string, needs: Needs): string {
  const { lockfileVersion, packages } = JSON.parse(courseLock) as Lock;
  const needed = namesFrom(packages, Object.keys(needs.dependencies));
  const optional = namesFrom(packages, Object.keys(needs.optionalDependencies ?? {}));
  const own = { name: "chainrule-exercises", version, ...needs, engines: { node: ">=20.19" } };
  const kept = Object.keys(packages)
    .map((path) => path.slice("node_modules/".length))
    .filter((name) => needed.has(name) || optional.has(name))
    .map((name) => [`node_modules/${name}`, entryOf(packages, name, !needed.has(name))] as const);
  const lock = {
    name: own.name,
    version,
    lockfileVersion,
    requires: true,
    packages: { "": own, ...Object.fromEntries(kept) },
  };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** Packages and all that they depend on. */
function namesFrom(packages: Lock["packages"], roots: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (names.has(name)) continue;
    const found = packages[`node_modules/${name}`];
    if (found === undefined) throw new Error(`package-lock.json lacks ${name}: run \`npm install\``);
    names.add(name);
    waiting.push(...Object.keys({ ...found.dependencies, ...found.optionalDependencies }));
  }
  return names;
}

/** Where a package came from is the business of the machine that installs it. */
function entryOf(packages: Lock["packages"], name: string, isOptional: boolean): object {
  const { resolved: _, dev: __, devOptional: ___, ...rest } = packages[`node_modules/${name}`]!;
  return isOptional ? { ...rest, optional: true } : rest;
}
