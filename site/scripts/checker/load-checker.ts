import type { Page } from "../../../grader/derivation/page.ts";
import type { Checker } from "./protocol.ts";

declare const chainruleChecker: (page: Page) => Checker;

let loading: Promise<Checker> | undefined;

/** The checker of this page; it is loaded when it is first asked for. */
export function loadChecker(): Promise<Checker> {
  loading ??= new Promise<Checker>((done, failed) => {
    const script = document.createElement("script");
    script.src = "assets/checker.js";
    script.addEventListener("load", () => {
      const data = document.querySelector("#derivation-data")?.textContent ?? "";
      try {
        done(chainruleChecker(JSON.parse(data) as Page));
      } catch (error) {
        failed(error);
      }
    });
    script.addEventListener("error", () => {
      script.remove();
      loading = undefined;
      failed(new Error("the checker did not load"));
    });
    document.body.append(script);
  });
  return loading;
}
