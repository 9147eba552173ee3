/** All of the queue that `report` needs, loaded only where one is asked for. */
export { addressOf } from "../../class/queue/address.ts";
export { mannerOf, openQueue } from "../../class/queue/open-queue.ts";
export { hideSecrets } from "./hide-secrets.ts";
export { keepSecondsOf } from "./keep-seconds.ts";
