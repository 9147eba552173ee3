/** Texts, results and who began what, on the queue's server. Everything there has an end. */
import type { ChainableCommander, Redis } from "ioredis";
import { names } from "./names.ts";
import { MOST_CHARACTERS } from "./ticket.ts";

/** How long a result stays that a producer has taken: its journal has to reach the disk, and another may want the same. */
const TAKEN_SECONDS = 120;

export interface Stored {
  readonly source: string | undefined;
  readonly result: string | undefined;
  /** A line for each time that a worker began and did not end; twice if it could not know that it was noted. */
  readonly begun: readonly string[];
}

export interface Source {
  readonly key: string;
  readonly text: string;
  readonly owner: string;
  readonly keep: number;
}

export interface Result {
  readonly key: string;
  readonly text: string;
  readonly keep: number;
}

/** A line about who began to grade a file. */
export interface Begun {
  readonly key: string;
  readonly line: string;
  readonly keep: number;
}

const noteIn = (pipeline: ChainableCommander, { key, line, keep }: Begun): unknown =>
  pipeline.rpush(names.begun(key), line).expire(names.begun(key), keep);

export class Store {
  private readonly redis: Redis;

  constructor(redis: Redis) {
    this.redis = redis;
  }

  async putSources(sources: readonly Source[]): Promise<void> {
    await this.all((pipeline) => {
      for (const { key, text, owner, keep } of sources) {
        pipeline.set(names.source(key), text, "EX", keep);
        pipeline.sadd(names.owner(owner), key).expire(names.owner(owner), keep);
      }
    });
  }

  async look(keys: readonly string[]): Promise<readonly Stored[]> {
    const said = await this.all((pipeline) => {
      for (const key of keys) {
        pipeline.getrange(names.source(key), 0, MOST_CHARACTERS);
        pipeline.getrange(names.result(key), 0, MOST_CHARACTERS);
        pipeline.lrange(names.begun(key), 0, 9);
      }
    });
    return keys.map((_, i) => ({
      source: (said[3 * i] as string) || undefined,
      result: (said[3 * i + 1] as string) || undefined,
      begun: said[3 * i + 2] as string[],
    }));
  }

  /** @param taken results that a producer has meanwhile: they are kept no longer than need be */
  async results(
    keys: readonly string[],
    taken: readonly string[] = [],
  ): Promise<readonly (string | undefined)[]> {
    const said = await this.all((pipeline) => {
      for (const key of keys) pipeline.getrange(names.result(key), 0, MOST_CHARACTERS);
      for (const key of taken) pipeline.expire(names.result(key), TAKEN_SECONDS, "LT");
    });
    return keys.map((_, i) => (said[i] as string) || undefined);
  }

  /** Which of these files the server still has the text of. */
  async hasSources(keys: readonly string[]): Promise<readonly boolean[]> {
    const said = await this.all((pipeline) => {
      for (const key of keys) pipeline.exists(names.source(key));
    });
    return said.map((count) => count === 1);
  }

  /** The first result stays. What it was made from is needed no more, and whoever waits is told. */
  async putResult(queue: string, { key, text, keep }: Result, next?: Begun): Promise<void> {
    await this.all((pipeline) => {
      // First what makes room: the server may be full.
      pipeline.del(names.source(key), names.begun(key));
      pipeline.set(names.result(key), text, "EX", keep, "NX");
      pipeline.publish(names.done(queue), key);
      if (next !== undefined) noteIn(pipeline, next);
    });
  }

  /** How many results that were. */
  async forget(keys: readonly string[]): Promise<number> {
    const said = await this.all((pipeline) => {
      for (const key of keys) pipeline.del(names.result(key)).del(names.begun(key));
    });
    return keys.reduce((count, _, i) => count + (said[2 * i] as number), 0);
  }

  async noteBegun(begun: Begun): Promise<void> {
    await this.all((pipeline) => noteIn(pipeline, begun));
  }

  /** It was given back, which is no death. */
  async noteLeft(key: string, line: string): Promise<void> {
    await this.redis.lrem(names.begun(key), 0, line);
  }

  /** Erases what the server holds of an owner's files; how many texts and results that were. */
  async eraseOwner(owner: string): Promise<{ keys: readonly string[]; texts: number; results: number }> {
    const keys = await this.redis.smembers(names.owner(owner));
    const said = await this.all((pipeline) => {
      for (const key of keys) {
        pipeline.del(names.source(key)).del(names.result(key)).del(names.begun(key));
      }
      pipeline.del(names.owner(owner));
    });
    const sum = (which: number): number =>
      keys.reduce((count, _, i) => count + (said[3 * i + which] as number), 0);
    return { keys, texts: sum(0), results: sum(1) };
  }

  /** One way there and back. @throws the first refusal */
  private async all(fill: (pipeline: ChainableCommander) => unknown): Promise<readonly unknown[]> {
    const pipeline = this.redis.pipeline();
    fill(pipeline);
    if (pipeline.length === 0) return [];
    const said = (await pipeline.exec()) ?? [];
    return said.map(([error, value]) => {
      if (error !== null) throw error;
      return value;
    });
  }
}
