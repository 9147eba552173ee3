/** Credentials stay with this process: in neither its name, as `ps` shows it, nor what its children inherit. */
import { queueVariables } from "../../class/queue/address.ts";
import { withoutSecrets } from "../../verdict/without-secrets.ts";

/** To be called as soon as they are read. */
export function hideSecrets(): void {
  for (const name of queueVariables) delete process.env[name];
  const typed = process.argv.join(" ");
  const shown = withoutSecrets(typed);
  if (shown !== typed) process.title = shown;
}
