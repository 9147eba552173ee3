import { withoutSecrets } from "../../verdict/without-secrets.ts";
import { isRunByNpm } from "../npm/user-folder.ts";

/** The command as it can be typed again, with the credentials of a queue left out. */
export function again(): string {
  const words = process.argv.slice(2).map(withoutSecrets);
  const quoted = words.map((word) =>
    /^[\w./:=,%+@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  const [command, ...rest] = quoted;
  return isRunByNpm(process.env)
    ? `npm run ${command} -- ${rest.join(" ")}`
    : `chainrule ${quoted.join(" ")}`;
}
