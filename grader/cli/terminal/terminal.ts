import { homeFolder, ownCourse, writtenPlace } from "../../course/own.ts";
import { pagesAddress } from "../../course/pages.ts";
import { shownPath } from "../../course/root.ts";
import type { LookOptions } from "../../verdict/look.ts";
import { isLive } from "./is-live.ts";
import { knowsLinks } from "./knows-links.ts";

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the terminal behind a stream can show: width, colours, Unicode, links; and where links lead. */
export function terminalOf(stream: Stream, env: NodeJS.ProcessEnv = process.env): LookOptions {
  const pages = pagesAddress();
  return {
    ...(pages === undefined ? {} : { pages }),
    ...(ownCourse() === undefined ? {} : { placed }),
    links: knowsLinks(stream, env),
    columns: stream.columns || Number(env.COLUMNS) || 80,
    color: hasColor(stream, env),
    unicode: hasUnicode(env),
  };
}

function hasColor(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isLive(stream, env);
}

function hasUnicode(env: NodeJS.ProcessEnv): boolean {
  if (env.TERM === "dumb" || env.TERM === "linux") return false;
  if (process.platform === "win32") return env.WT_SESSION !== undefined || env.TERM_PROGRAM !== undefined;
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || "");
}

/** In a course of one's own the files lie in its folder, or where the course is installed. */
const placed = (file: string): string => shownPath(writtenPlace(file), homeFolder());
