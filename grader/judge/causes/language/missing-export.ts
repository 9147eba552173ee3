/** Why a submission does not export what is asked for, and what it exports instead. */
import type { Exercise } from "../../../exercise/exercise.ts";
import { wantedOf } from "../../../exercise/wanted.ts";
import type { Exported, Missing } from "../../exports.ts";
import { typingErrors } from "../../typing-errors.ts";
import { declaredIn } from "./declared-in.ts";
import { declaredIn as functionsIn } from "./outline.ts";
import { placed, type Slip } from "./slip.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Why an export is missing, in one sentence. */
export function missingSlip(
  exercise: Exercise,
  { name, kind, type }: Missing,
  exported: readonly Exported[],
  source: string,
): Slip {
  return type === undefined
    ? notExported(exercise, name, kind, exported, source)
    : notCallable(name, kind, type, source);
}

function notExported(
  exercise: Exercise,
  name: string,
  kind: "class" | "function",
  exported: readonly Exported[],
  source: string,
): Slip {
  if (source.trim() === "" && exported.length === 0)
    return { id: "file-empty", says: "The file is empty. `git checkout` brings its stub back." };
  const tokens = tokensOf(source);
  const declared = declaredIn(source, name);
  const isDefault = declared?.isDefault ?? exported.every((one) => one.name === "default");
  const rightly = `\`export ${declared?.keyword ?? kind} ${name}\``;
  if (isDefault && exported.length > 0)
    return {
      id: "export-default",
      says: `${declared === undefined ? "What the file exports" : name} is exported as default: write ${rightly}, without \`default\`.`,
      ...placed(
        source,
        tokens.find(({ text }, i) => text === "default" && tokens[i - 1]?.text === "export"),
      ),
    };
  if (declared !== undefined)
    return {
      id: "export-missing",
      says: `${name} is there, without \`export\`: write ${rightly}.`,
      ...placed(
        source,
        tokens.find(
          ({ text }, i) =>
            text === name && /^(?:function|class|const|let|var)$/.test(tokens[i - 1]?.text ?? ""),
        ),
      ),
    };
  const within = withinSlip(source, tokens, name);
  if (within !== undefined) return within;
  const taken = new Set(wantedOf(exercise).map(([other]) => other));
  const mine = [...exported.map((one) => one.name), ...outermostNames(tokens)];
  const near = nearestTo(
    name,
    mine.filter((other) => !taken.has(other)),
  );
  const isExported = exported.some((one) => one.name === near);
  if (near !== undefined)
    return {
      id: "other-name",
      says: `The file does not export ${name}; ${isExported ? "you export" : "it has"} ${near}${plain(near) === plain(name) ? ": write the name as the task does" : ""}.`,
      ...placed(
        source,
        tokens.find(({ text }) => text === near),
      ),
    };
  const names = exported.map((one) => one.name).slice(0, 8);
  const instead = names.length === 0 ? "It exports nothing." : `It exports ${names.join(", ")}.`;
  return { id: "export-missing", says: `The file does not export the ${kind} ${name}. ${instead}` };
}

/** What is exported under the name, but is no function. */
function notCallable(name: string, kind: string, type: string, source: string): Slip {
  const tokens = tokensOf(source);
  const at = tokens.find(
    ({ text }, i) => text === name && /^(?:const|let|var)$/.test(tokens[i - 1]?.text ?? ""),
  );
  const mend =
    type === "number" && kind === "function"
      ? ` The value is worked out anew for each call: write export function ${name}(…) { … }.`
      : "";
  return {
    id: "no-function",
    says: `${name} is exported as ${article(type)}; expected a ${kind}.${mend}`,
    ...placed(source, at),
  };
}

/** A function of that name within another, or within a class. */
function withinSlip(source: string, tokens: readonly Token[], name: string): Slip | undefined {
  const inner = functionsIn(tokens).find((one) => one.name === name && one.depth > 0);
  if (inner !== undefined) {
    const outer = functionsIn(tokens).find(
      ({ depth, body: [from, to] }) => depth === 0 && inner.at > from && inner.at < to,
    );
    const where = outer === undefined ? "inside other braces" : `inside ${outer.name}`;
    return {
      id: "function-inside-another",
      says: `${name} stands ${where}: is a } missing above it? Write it outside, as export function ${name}.`,
      ...placed(source, tokens[inner.at]),
    };
  }
  const method = tokens.find(
    ({ text, kind }, i) =>
      kind === "name" &&
      text === name &&
      tokens[i + 1]?.text === "(" &&
      /^(?:[{};]|static|public|private|async)$/.test(tokens[i - 1]?.text ?? ""),
  );
  const isInClass = method !== undefined && tokens.some(({ text, at }) => text === "class" && at < method.at);
  return isInClass
    ? {
        id: "method-for-function",
        says: `${name} is a method of a class: write it outside, as export function ${name}.`,
        ...placed(source, method),
      }
    : undefined;
}

const outermostNames = (tokens: readonly Token[]): readonly string[] =>
  functionsIn(tokens)
    .filter(({ depth }) => depth === 0)
    .map(({ name }) => name);

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The name that is the fewest edits away, two at most; case and signs do not count. */
function nearestTo(name: string, others: readonly string[]): string | undefined {
  const far = (other: string): number => typingErrors(plain(other).slice(0, 64), plain(name).slice(0, 64));
  return others
    .map((other) => ({ other, edits: far(other) }))
    .filter(({ edits }) => edits <= 2)
    .sort((a, b) => a.edits - b.edits)[0]?.other;
}
