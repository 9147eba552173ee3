/** What an archive says that it holds, as a tree. Nothing is ever unpacked onto the disk. */
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { type Submission, Unreadable } from "../../box/read.ts";
import { textOf } from "../../box/text.ts";
import type { Kind, Path, Tree } from "./tree.ts";

/** The largest file that is looked into. */
export const mostBytes = 65_536;

const MOST_LINES = 100;

interface Node {
  kind: Kind;
  readonly children: Map<string, Node>;
  /** The content of a small file. @throws Unreadable */
  content?: () => Uint8Array;
}

const nodeOf = (kind: Kind): Node => ({ kind, children: new Map() });

/** Grows as the entries of an archive are read. */
export class ArchiveTree implements Tree {
  private readonly root = nodeOf("folder");
  /** Entries that belong to nobody, one line each. */
  readonly ignored: string[] = [];

  /** The name in these bytes; an entry whose name is no text is noted, and counts for nothing. */
  nameFrom(bytes: Buffer): string | undefined {
    const isText = isUtf8(bytes);
    const name = bytes.toString(isText ? "utf8" : "latin1");
    if (isText && !name.includes("\ufffd")) return name;
    this.ignore(`${name.slice(0, 200)}: its name is no text in UTF-8`);
    return undefined;
  }

  /** Takes an entry in; what could leave the archive, or says two things, counts for nothing. */
  add(name: string, kind: Kind, content?: () => Uint8Array): void {
    const parts = partsOf(name);
    if (parts === undefined) {
      this.ignore(`${name.slice(0, 200)}: a path that leads elsewhere`);
      return;
    }
    const last = parts.pop();
    if (last === undefined) return;
    let folder = this.root;
    for (const part of parts) {
      const next = folder.children.get(part) ?? nodeOf("folder");
      folder.children.set(part, next);
      // A file cannot be a folder as well, and behind a link nothing is looked at.
      if (next.kind !== "folder") {
        if (next.kind === "file") next.kind = "name that is there twice";
        return;
      }
      folder = next;
    }
    const before = folder.children.get(last);
    if (before?.kind === "folder" && kind === "folder") return;
    const node = before ?? nodeOf(kind);
    folder.children.set(last, node);
    if (before !== undefined) node.kind = "name that is there twice";
    else if (content !== undefined) node.content = content;
  }

  private ignore(line: string): void {
    if (this.ignored.length < MOST_LINES) this.ignored.push(line);
  }

  list(path: Path): ReadonlyMap<string, Kind> | undefined {
    const node = this.at(path);
    if (node?.kind !== "folder") return undefined;
    return new Map([...node.children].map(([name, { kind }]) => [name, kind]));
  }

  read(path: Path): Submission {
    const bytes = this.contentOf(path);
    return {
      ...textOf(bytes),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      path: path.join("/"),
    };
  }

  bytes(path: Path, start: number, most: number): Uint8Array | undefined {
    try {
      return this.contentOf(path).subarray(start, start + most);
    } catch {
      return undefined;
    }
  }

  private contentOf(path: Path): Uint8Array {
    const node = this.at(path);
    if (node?.kind !== "file") throw new Unreadable(`${path.join("/")}: a plain file expected`);
    if (node.content === undefined) throw new Unreadable(`${path.join("/")}: at most 64 kB, got more`);
    return node.content();
  }

  private at(path: Path): Node | undefined {
    return path.reduce<Node | undefined>((node, part) => node?.children.get(part), this.root);
  }
}

/** The parts of a path that stays inside; none for the root itself. */
function partsOf(name: string): string[] | undefined {
  if (name.includes("\0") || name.includes("\\") || name.startsWith("/") || /^[a-z]:/i.test(name))
    return undefined;
  const parts = name
    .replace(/^(\.\/)+/, "")
    .replace(/\/$/, "")
    .split("/");
  if (parts.length > 64 || parts.some((part) => part === "..")) return undefined;
  if (parts.length === 1 && (parts[0] === "" || parts[0] === ".")) return [];
  return parts.some((part) => part === "" || part === ".") ? undefined : parts;
}
