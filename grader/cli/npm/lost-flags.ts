import { UsageError } from "../../usage-error.ts";
import { isRunByNpm } from "./user-folder.ts";

/**
 * npm keeps a flag that stands before `--` for itself; its value is then left among the arguments or lost.
 *
 * @param usage the command as it should be typed, up to the flag
 * @param given the command's flags with what arrived of them
 * @throws UsageError that says how to type it
 */
export function noneLost(usage: string, given: Readonly<Record<string, string | undefined>>): void {
  if (!isRunByNpm(process.env)) return;
  for (const [flag, value] of Object.entries(given)) {
    if (value === undefined && process.env[`npm_config_${flag.replaceAll("-", "_")}`] !== undefined)
      throw new UsageError(`--${flag}: npm kept it for itself; write \`npm run ${usage} --${flag} …\``);
  }
}

/** @throws UsageError if there are more arguments than the command takes */
export function noneMore(command: string, more: readonly string[]): void {
  if (more.length > 0)
    throw new UsageError(`${command}: ${JSON.stringify(more[0])} is one argument too many; leave it out`);
}
