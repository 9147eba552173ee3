/** What a submission can do to the workbench: run for ever, be saved, look around. Nothing of it reaches anything. */
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser } from "./browser.ts";
import {
  button,
  endless,
  forgive,
  grade,
  isResponsive,
  open,
  page,
  right,
  site,
  status,
  stub,
  text,
  workbench,
} from "./opened-workbench.ts";

describe.skipIf(!hasBrowser)(`the fence of the workbench${browserNote}`, () => {
  workbench();

  it("ends an endless loop at the deadline, and the page stays usable", async () => {
    await open({ work: endless });
    await button("Grade").click();
    await page.waitForSelector("[data-running]");
    expect(await isResponsive()).toBe(true);
    await page.getByText("Grading. Stop ends it.").waitFor();
    await page.waitForSelector(".wb-score");
    expect(await page.textContent(".wb-finding")).toContain("No answer within 2000 ms.");
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  /** The judge is there when the page has nothing else to do, and the worker that runs submissions is not. */
  const nothingRuns = async (): Promise<void> => {
    await page.locator("iframe[title='Where submissions run']").waitFor({ state: "attached" });
    expect(await page.locator("[data-running]").count()).toBe(0);
    expect(page.workers().length, "only the judge").toBeLessThanOrEqual(1);
  };

  it("never runs what was saved, and gives the stub back after it", async () => {
    await open({ work: endless });
    expect(await status()).toBe("Your text from last time is back. Nothing runs until you grade it.");
    await nothingRuns();
    await button("Grade").click();
    await page.waitForSelector("[data-running]");
    await page.reload();
    await page.waitForSelector(".cm-content");
    await nothingRuns();
    await button("Grade").click();
    await page.waitForSelector("[data-running]");
    await button("Reset to stub").click();
    await page.waitForSelector(".workbench:not([data-running])");
    expect(await text()).toBe(stub);
    expect(await status()).toBe("The stub is back. Your text is put aside.");
    expect(await grade()).toBe("0 of 20");
  });

  it("stops when it is told to, and grades the next text", async () => {
    await open({ work: endless });
    await button("Grade").click();
    await button("Stop").click();
    await page.waitForSelector(".workbench:not([data-running])");
    expect(await status()).toBe("Stopped. Nothing was graded.");
    expect(await page.locator("iframe").count()).toBe(0);
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  it("stops at once also while the judge still starts", async () => {
    await open({ work: endless });
    const left = await page.evaluate(() => {
      for (const name of ["Grade", "Stop"])
        for (const button of document.querySelectorAll("button"))
          if (button.textContent === name) button.click();
      return document.querySelectorAll("iframe").length;
    });
    expect(left, "the frame is gone before anything of it was loaded").toBe(0);
    await page.waitForSelector(".workbench:not([data-running])");
    expect(await status()).toBe("Stopped. Nothing was graded.");
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  it("lets a submission reach nothing: no network, no store, no other worker, no page", async () => {
    const names = [
      ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "Worker", "SharedWorker"],
      ...[
        "indexedDB",
        "caches",
        "BroadcastChannel",
        "navigator",
        "WebTransport",
        "RTCPeerConnection",
        "FontFace",
      ],
      ...[
        "self",
        "postMessage",
        "close",
        "onmessage",
        "addEventListener",
        "location",
        "crypto",
        "performance",
      ],
      ...["setTimeout", "queueMicrotask", "Blob", "URL", "MessageChannel", "eval", "WebAssembly", "Event"],
    ];
    const probe = `
      const found = ${JSON.stringify(names)}.filter((name) => {
        for (let at = globalThis; at !== null; at = Object.getPrototypeOf(at))
          if (Object.getOwnPropertyDescriptor(at, name) !== undefined) return true;
        return false;
      });
      const plain = ["console", "globalThis", "undefined", "isFinite", "isNaN", "parseFloat", "parseInt",
        "encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent"];
      const more = Object.getOwnPropertyNames(globalThis).filter((n) => /^[a-z]/.test(n) && !plain.includes(n));
      let made = "made";
      try { new Function("return 1")(); } catch (error) { made = error.name; }
      let asked = "asked";
      try { fetch("${site.origin}/play/editor.js"); } catch (error) { asked = error.message; }
      console.log("seen: found " + found + "; more " + more + "; " + made + "; " + asked);
      export const mseLossDw = () => 0;`;
    await open({ work: probe });
    await grade();
    expect(await page.textContent(".wb-output")).toContain(
      "seen: found ; more ; EvalError; fetch is not defined",
    );
  });

  it("has a policy that holds where a name is found again", async () => {
    await open();
    await page.evaluate(async () => {
      const folder = new URL("../play/", location.href).href;
      await (await chainrulePlayground.grader("ex10-mse-gradients", folder)).grade("", 1);
    });
    const fence = page.frames().find((frame) => frame.parentFrame() !== null);
    const tried = await fence?.evaluate(async (address) => {
      const script = `onmessage = async ({ data }) => {
        const tries = {
          fetch: () => fetch(data), script: () => importScripts(data),
          socket: () => new Promise((ok, no) => { const s = new WebSocket(data.replace("http", "ws")); s.onopen = ok; s.onerror = () => no(new Error("refused")); }),
          store: () => indexedDB.open("x"), caches: () => caches.open("x"),
        };
        const got = {};
        for (const [name, go] of Object.entries(tries)) try { await go(); got[name] = "reached"; } catch { got[name] = "refused"; }
        postMessage(got);
      }`;
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      const answer = new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
      worker.postMessage(address);
      return answer;
    }, `${site.origin}/play/editor.js`);
    const refused = "refused";
    expect(tried).toEqual({
      fetch: refused,
      script: refused,
      socket: refused,
      store: refused,
      caches: refused,
    });
    // The browser reports what its policy refused; that is what was asked of it.
    forgive(/Content Security Policy|WebSocket/);
  });
});
