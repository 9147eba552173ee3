/** What a worker thread of job-hands.ts runs: pieces of the reference's jobs. */
import { parentPort } from "node:worker_threads";
import { answering, type Message } from "../../../reference/jobs/hands.ts";

const answer = answering();
parentPort?.on("message", (message: Message) => {
  try {
    parentPort?.postMessage({ value: answer(message) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
