/** What the user is told of what went wrong. */
import { relative } from "node:path";
import { CommanderError } from "commander";
import { CannotJudge } from "../box/cannot-judge.ts";
import { UsageError } from "../usage-error.ts";
import { clean } from "../verdict/width.ts";
import { withoutSecrets } from "../verdict/without-secrets.ts";
import { exitCode } from "./exit-code.ts";

/** One clear line on stderr, in which no name that was typed steers the terminal; the exit code. */
export function explain(error: unknown, [command]: readonly string[]): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.pass;
  if (error instanceof CommanderError) {
    const what = clean(
      withoutSecrets(error.message)
        .replace(/^error: /, "")
        .replace(/\s*\n\s*/g, " "),
    ).replace(/\.$/, "");
    const isKnown = error.code !== "commander.unknownCommand" && /^\w/.test(command ?? "");
    const help = isKnown ? `npm run ${command} -- --help` : `node ${programPath()} --help`;
    process.stderr.write(`${what}; \`${help}\` lists what there is\n`);
    return exitCode.usage;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${clean(error.message)}\n`);
    return exitCode.usage;
  }
  if (error instanceof CannotJudge) {
    process.stderr.write(`${clean(error.message)}\n`);
    return exitCode.fault;
  }
  if (isShort(error)) {
    process.stderr.write(
      `The machine has no memory, files or processes left (${clean(error.message)}); close what takes them, then run the same command again\n`,
    );
    return exitCode.fault;
  }
  if (refusedBySystem(error)) {
    process.stderr.write(`${clean(error.message)}; choose a folder that can be written, or make room\n`);
    return exitCode.usage;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const detail = process.env.CHAINRULE_DEBUG === "1" ? (stack ?? message) : message.split("\n")[0];
  process.stderr.write(
    `A fault of ours, not yours: ${detail}\nPlease report it with what CHAINRULE_DEBUG=1 prints for the same command.\n`,
  );
  return exitCode.fault;
}

/** As it was called: a student's repository has it in another folder. */
const programPath = (): string => clean(relative(process.cwd(), process.argv[1] ?? ""));

/** True where the machine is short of what any program needs. */
const isShort = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(ENOMEM|EMFILE|ENFILE|EAGAIN)$/.test((error as NodeJS.ErrnoException).code ?? "");

/** True where a file could not be written for want of permission or room, which no program can mend. */
const refusedBySystem = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)$/.test((error as NodeJS.ErrnoException).code ?? "");
