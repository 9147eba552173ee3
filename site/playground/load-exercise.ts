/** An exercise's script, loaded when somebody works on it. By a script element, since a page from disk fetches nothing. */

export interface PlayExercise {
  readonly title: string;
  /** The derivation that it belongs to, by name. */
  readonly derivation: string;
  readonly hints: readonly string[];
  /** The file that the text would be in. */
  readonly file: string;
  readonly stub: string;
  /** Runs in the judge's worker only, as text: registers the exercise. */
  judge(): void;
}

declare global {
  var chainruleExercises: Readonly<Record<string, PlayExercise>> | undefined;
}

/** Where the scripts are: beside the one that runs now. To be asked for while it runs first. */
export const folderOf = (script: HTMLOrSVGScriptElement | null): string =>
  new URL(".", script instanceof HTMLScriptElement ? script.src : location.href).href;

const loading = new Map<string, Promise<PlayExercise>>();

/** @throws Error if there is no exercise of this name */
export function loadExercise(slug: string, folder: string): Promise<PlayExercise> {
  const begun = loading.get(slug) ?? load(slug, folder);
  loading.set(slug, begun);
  return begun;
}

function load(slug: string, folder: string): Promise<PlayExercise> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = (): void =>
      reject(new Error(`${slug}: an exercise of this site, but there is none of this name`));
    if (!/^[\w-]+$/.test(slug)) return fail();
    script.src = `${folder}${slug}.js`;
    script.charset = "utf-8";
    script.onerror = fail;
    script.onload = () => {
      const loaded = globalThis.chainruleExercises?.[slug];
      if (loaded === undefined) fail();
      else resolve(loaded);
    };
    document.head.append(script);
  });
}

/** The text that registers an exercise with the judge. */
export const judgeTextOf = ({ judge }: PlayExercise): string => `({ ${judge.toString()} }).judge();`;
