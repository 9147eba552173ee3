/** A queue's server of a test's own: on 127.0.0.1, with a password, on a free port, ended with the test. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = ["valkey-server", "redis-server"].find(
  (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0,
);
/** Where the continuous integration runs, a server that is missing is a failure. */
export const hasServer = program !== undefined || process.env.CI === "true";
export const serverNote = hasServer ? "" : " (skipped: neither redis-server nor valkey-server is installed)";

const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

export class Server {
  readonly password = randomBytes(12).toString("hex");
  readonly port: number;
  private readonly folder = mkdtempSync(join(tmpdir(), "chainrule-queue-"));
  private readonly more: readonly string[];
  private readonly tls: Certificate | undefined;
  private child: ChildProcess | undefined;

  private constructor(port: number, more: readonly string[], tls?: Certificate) {
    this.port = port;
    this.more = more;
    this.tls = tls;
  }

  /** @param more further lines of its configuration */
  static async start(more: readonly string[] = [], tls?: Certificate): Promise<Server> {
    const server = new Server(await freePort(), more, tls);
    await server.start();
    return server;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get url(): string {
    return `${this.tls === undefined ? "redis" : "rediss"}://:${this.password}@127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again with what it kept on disk. */
  async start(): Promise<void> {
    if (program === undefined) throw new Error("redis-server expected: `apt-get install redis-server`");
    const child = spawn(program, ["-"], { cwd: this.folder, stdio: ["pipe", "ignore", "ignore"] });
    this.child = child;
    living.add(child);
    child.once("exit", () => living.delete(child));
    const ports =
      this.tls === undefined
        ? [`port ${this.port}`]
        : [
            "port 0",
            `tls-port ${this.port}`,
            `tls-cert-file ${this.tls.certificate}`,
            `tls-key-file ${this.tls.key}`,
            "tls-auth-clients no",
          ];
    const lines = ["bind 127.0.0.1", ...ports, `requirepass ${this.password}`, `dir ${this.folder}`];
    child.stdin.end(`${[...lines, "appendonly yes", 'save ""', ...this.more].join("\n")}\n`);
    for (let i = 0; i < 200 && !(await answers(this.port)); i++)
      await new Promise((resolve) => setTimeout(resolve, 25));
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", end(true)).once("error", end(false));
  });
}
