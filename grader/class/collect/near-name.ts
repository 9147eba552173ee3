/**
 * Names that are nearly the right one: what browsers, systems and mail make of `mse.ts` when they copy it
 * (`mse (1).ts`, `Kopie von mse.ts`, `mse.ts.txt`), what students make of it (`mse_final.ts`), other languages
 * (`mse.js`), and what stands for a file that is elsewhere (`.mse.ts.icloud`).
 */

/** `likely` is the file itself under another name: everybody would take it. `doubtful` is not. */
export type Near = "likely" | "doubtful";

const COPY = "copy|copie|copia|cópia|kopie|kopia|kopi|kopio|копия|副本|拷贝|コピー|복사본";
const before = new RegExp(
  `^(?:copy(?: \\(?\\d+\\)?)? of|copie(?: \\(\\d+\\))? de|c[oó]pia(?: \\(\\d+\\))? de|kopie(?: \\(\\d+\\))? von|kopi av|(?:${COPY}))[\\s_-]+`,
  "u",
);
const numbered = /[\s_-]*\(\d{1,3}\)$|[\s_-]+\d{1,3}$/;
const after = new RegExp(
  `[\\s_.-]*(?:の|的)?\\(?(?:(?:another|\\d+(?:st|nd|rd|th|\\.)?)\\s+)?(?:${COPY})(?:[\\s_-]*\\(?\\d{1,3}\\)?)?\\)?$`,
  "u",
);
/** What Canvas, Moodle and ILIAS put before the name of an uploaded file. */
const byPlatform =
  /^20\d{12}_|^[\p{L}\p{N}-]+_(?:late_)?\d{2,}_(?:question_\d+_)?\d{2,}_|^.+_assignsubmission_file_/u;
const version =
  /[\s_.-]+(?:final|finale|last|new|newest|neu|old|alt|backup|bak|fixed|fix|done|fertig|solution|loesung|lösung|draft|entwurf|updated?|korrigiert|v|version)[\s_-]?\d{0,3}$/u;
const endings =
  /(?:\.(?:[cm]?[jt]sx?|txt|text|md|rtf|docx?|odt|pdf|html?|bak|orig|old|tmp|save|download|part|crdownload|icloud|sw[op]|url|lnk|webloc|rej|zip|gz)|~)+$/;
const asTypeScript = /^\.ts(?:\.ts|\.txt)?$/;

/** Letters and digits only: `mse_gradients` and `mseGradients` are `mse-gradients`. */
export const squashed = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * How near a file's name is to that of an exercise's file; undefined where it is another's.
 *
 * @param stem the right name without `.ts`
 */
export function nearness(name: string, stem: string): Near | undefined {
  // Beside each file on a foreign disk, macOS keeps one of its own.
  if (name.startsWith("._")) return undefined;
  const composed = name.normalize("NFC");
  const plain = composed.normalize("NFKC").toLowerCase();
  // A download that is there already may get its number behind the ending: `mse.ts (1)`.
  const unnumbered = endings.test(plain) ? plain : plain.replace(numbered, "");
  const [ending = ""] = endings.exec(unnumbered) ?? [];
  const bare = unnumbered.slice(0, unnumbered.length - ending.length).trim();
  const marked = bare.replace(/^(?:\.|~\$|#)/, "");
  // Where an archive of Windows was unpacked badly, the name is a whole path.
  let rest = marked.replace(/^.*\\/, "").replace(byPlatform, "").replace(before, "");
  for (let next = rest; ; rest = next) {
    next = next.replace(after, "");
    if (squashed(next) !== squashed(stem)) next = next.replace(numbered, "");
    if (next === rest) break;
  }
  const isVersion = version.test(rest);
  while (version.test(rest)) rest = rest.replace(version, "").replace(numbered, "");
  if (squashed(rest) !== squashed(stem)) return undefined;
  const isItself =
    asTypeScript.test(ending) &&
    marked === bare &&
    !bare.includes("\\") &&
    !isVersion &&
    // Letters that only look the same are a trick, or an accident that somebody should see.
    plain === composed.toLowerCase();
  return isItself ? "likely" : "doubtful";
}
