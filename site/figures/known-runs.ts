/** Runs that take several frames to work out, each once: going back and forth between settings costs nothing. */
export interface KnownRuns<Settings, Run> {
  /** The run, with rests on the way if it is not known yet. */
  steps(settings: Settings): Generator<undefined, Run>;
  /** The run at once. */
  of(settings: Settings): Run;
}

/**
 * @param names the settings that a run depends on
 * @param most runs that are kept; the one that was asked for longest ago is forgotten first
 * @param work out a run, with rests
 */
export function knownRuns<Settings extends object, Run>(
  names: readonly (keyof Settings & string)[],
  most: number,
  work: (settings: Settings) => Generator<undefined, Run>,
): KnownRuns<Settings, Run> {
  const known = new Map<string, Run>();
  function* steps(settings: Settings): Generator<undefined, Run> {
    const key = JSON.stringify(names.map((name) => settings[name]));
    const run = known.get(key) ?? (yield* work(settings));
    known.delete(key);
    known.set(key, run);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return run;
  }
  return { steps, of: (settings) => atOnce(steps(settings)) };
}

/** What comes of work without its rests. */
export function atOnce<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
