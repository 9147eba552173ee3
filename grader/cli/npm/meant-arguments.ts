/**
 * `npm run grade ex04 --watch` without `--`: npm keeps the flag for itself and leaves a variable behind,
 * `npm_config_watch=true`. The value of `--seed 7` is left among the arguments.
 */

import { UsageError } from "../../usage-error.ts";
import { isRunByNpm } from "./user-folder.ts";

const switches = [
  "watch",
  "deep",
  "look",
  "json",
  "official",
  "allow-weak-box",
  "again",
  "reset",
  "check",
  "serve",
];
/** Flags with a value, and how that value is known among the arguments; the file is what is left. */
const valued: readonly (readonly [name: string, isValue: (argument: string) => boolean])[] = [
  ["oracle", (argument) => ["auto", "cpu", "webgpu"].includes(argument)],
  ["seed", (argument) => /^-?\d+$/.test(argument)],
  ["path", (argument) => /^\w+\/\w+:[\d:x]+$/.test(argument)],
  ["file", (argument) => /[./\\]/.test(argument)],
];

/** The arguments as they were meant, command first. */
export function meantArguments(argv: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
  const [command, ...given] = argv;
  if (command === undefined || !isRunByNpm(env)) return argv;
  const rest = [...given];
  const added: string[] = [];
  for (const name of switches) {
    if (env[variable(name)] === "true" && !given.includes(`--${name}`)) added.push(`--${name}`);
  }
  for (const [name, isValue] of valued) {
    const value = env[variable(name)];
    if (value === undefined || value === "" || given.includes(`--${name}`)) continue;
    if (value !== "true") added.push(`--${name}`, value);
    else added.push(`--${name}`, taken(rest, isValue, name, command));
  }
  return [command, ...rest, ...added];
}

/** Takes the last argument that can be the flag's value out of the rest: the exercise comes first. */
function taken(
  rest: string[],
  isValue: (argument: string) => boolean,
  name: string,
  command: string,
): string {
  const index = rest.findLastIndex(isValue);
  const [value] = index < 0 ? [] : rest.splice(index, 1);
  if (value !== undefined) return value;
  throw new UsageError(
    `--${name}: npm kept its value; write \`npm run ${command} -- ${[...rest, `--${name}`].join(" ")} …\``,
  );
}

const variable = (name: string): string => `npm_config_${name.replaceAll("-", "_")}`;
