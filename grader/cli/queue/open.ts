/** All of the queue that `report` and `erase` need, loaded only where one is asked for. */
export { addressOf } from "../../class/queue/address.ts";
export { eraseFromQueue } from "../../class/queue/erase-from-queue.ts";
export { Link } from "../../class/queue/link.ts";
export { mannerOf, openQueue } from "../../class/queue/open-queue.ts";
export { hideSecrets } from "./hide-secrets.ts";
