import type { StoredNeighbourhood } from "../../grader/exercise/neighbourhood.ts";
import { unpacked } from "./unpacked.ts";

/** An exercise's script, loaded when somebody works on it. By a script element, since a page from disk fetches nothing. */

export interface PlayExercise {
  readonly title: string;
  /** The derivation that it belongs to, by name. */
  readonly derivation: string;
  /** The file that the text would be in. */
  readonly file: string;
  readonly stub: string;
  /** Runs in the judge's worker only, as text: registers the exercise. */
  judge(): void;
  /** What wrong answers are held against, loaded when one was given; nothing where it does not come. */
  neighbours(): Promise<StoredNeighbourhood | undefined>;
  /** The script that tells causes, for the judge's worker: loaded when a wrong answer was given. */
  causes(): Promise<string | undefined>;
}

declare global {
  var chainruleExercises: Readonly<Record<string, Omit<PlayExercise, "neighbours" | "causes">>> | undefined;
  /** Packed, by exercise. */
  var chainruleNeighbours: Readonly<Record<string, string>> | undefined;
  /** Runs in the judge's worker only, as text. */
  var chainruleCauses: { tell(): void } | undefined;
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

async function load(slug: string, folder: string): Promise<PlayExercise> {
  const none = new Error(`${slug}: an exercise of this site, but there is none of this name`);
  if (!/^[\w-]+$/.test(slug) || !(await loadScript(`${folder}${slug}.js`))) throw none;
  const loaded = globalThis.chainruleExercises?.[slug];
  if (loaded === undefined) throw none;
  return Object.assign(loaded, {
    async neighbours() {
      await loadScript(`${folder}neighbours/${slug}.js`);
      const packed = globalThis.chainruleNeighbours?.[slug];
      return packed && unpacked(packed).then(JSON.parse, () => undefined);
    },
    async causes() {
      await loadScript(`${folder}causes.js`);
      const { chainruleCauses: found } = globalThis;
      return found && `({ ${found.tell.toString()} }).tell();`;
    },
  });
}

/** Whether a script came. */
function loadScript(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = address;
    script.charset = "utf-8";
    script.onerror = () => resolve(false);
    script.onload = () => resolve(true);
    document.head.append(script);
  });
}

/** The text that registers an exercise with the judge. */
export const judgeTextOf = ({ judge }: PlayExercise): string => `({ ${judge.toString()} }).judge();`;
