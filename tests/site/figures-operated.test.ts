/** Figures under a keyboard, a pointer and a finger. */
import { afterAll, describe, expect, it } from "vitest";
import type { Control } from "../../site/figures/frame/controls.ts";
import { isLong } from "../is-long.ts";
import { browserNote, hasBrowser } from "./browser.ts";
import { closeBrowser, digest, drawn, entries, open } from "./opened-figures.ts";

afterAll(closeBrowser);

describe.skipIf(!hasBrowser)(`figures in Chromium${browserNote}`, () => {
  it.each(entries)(
    "%s is operated by keyboard alone: every control changes it, and the address",
    async (id, figure) => {
      const { page, complaints, close } = await open([id]);
      for (const [name, control] of Object.entries(figure.controls)) {
        await page.locator(`#${id} .presets button`).first().click();
        await drawn(page);
        const input = page.locator(`#${id}-${name}`);
        if (control.kind === "list" || (await input.isDisabled())) continue;
        await input.focus();
        for (const key of keysFor(control)) await page.keyboard.press(key);
        await page.waitForFunction((key) => location.search.includes(key), `${name}:`);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each(entries)("%s moves its handles by arrow keys and by pointer alike", async (id, figure) => {
    if (figure.drag === undefined) return;
    const { page, complaints, close } = await open([id]);
    const handles = await page
      .locator(`#${id} [data-handle]`)
      .evaluateAll((all) => all.map((each) => each.getAttribute("data-handle")));
    expect(handles.length).toBeGreaterThan(0);
    for (const name of handles) {
      const handle = page.locator(`#${id} [data-handle="${name}"]`);
      const before = await digest(page, id);
      await handle.focus();
      for (const key of ["ArrowLeft", "ArrowDown", "ArrowLeft", "ArrowDown"]) await page.keyboard.press(key);
      await drawn(page);
      expect(await digest(page, id), `${name} by arrow keys`).not.toBe(before);
      expect(
        await handle.evaluate((each) => each === document.activeElement),
        `${name} keeps the focus`,
      ).toBe(true);
      const byKeys = await digest(page, id);
      await handle.scrollIntoViewIfNeeded();
      const box = (await handle.locator(".knob").boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      // Where it came from: the keys may have brought it to its end on the left.
      await page.mouse.move(x + 30, y - 20, { steps: 3 });
      await page.mouse.up();
      await drawn(page);
      expect(await digest(page, id), `${name} by pointer`).not.toBe(byKeys);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  const byFinger = async (id: string) => {
    const opened = await open([id], {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const fingers = await opened.page.context().newCDPSession(opened.page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd",
      ...touchPoints: { x: number; y: number }[]
    ) => fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
    return { ...opened, touch };
  };

  it.each(entries.filter(([, { drag }]) => drag !== undefined))(
    "%s is moved by a finger at its handles, also upwards, and the page stays where it is",
    async (id) => {
      const { page, complaints, close, touch } = await byFinger(id);
      const handles = await page
        .locator(`#${id} [data-handle]`)
        .evaluateAll((all) => all.map((each) => each.getAttribute("data-handle")));
      // Of several handles of a figure, the first and the last.
      for (const name of isLong ? handles : new Set([handles.at(0), handles.at(-1)])) {
        const handle = page.locator(`#${id} [data-handle="${name}"]`);
        const { x, y } = await handle.locator(".knob").evaluate((knob) => {
          knob.scrollIntoView({ block: "center" });
          const { left, top, width, height } = knob.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        });
        const plot = () => handle.evaluate((each) => (each as SVGElement).ownerSVGElement!.innerHTML);
        const placeOfPlot = () =>
          handle.evaluate((each) => (each as SVGElement).ownerSVGElement!.getBoundingClientRect().top);
        const [before, place] = [await plot(), await placeOfPlot()];
        // Towards the middle of the page, so that a handle at the edge of its plot can go.
        const across = x > 180 ? -60 : 60;
        await touch("touchStart", { x, y });
        for (const part of [0.25, 0.5, 0.75, 1])
          await touch("touchMove", { x: x + part * across, y: y - part * 60 });
        await touch("touchEnd");
        await drawn(page);
        expect((await plot()) === before, `${name}: stays as it was`).toBe(false);
        expect(await placeOfPlot(), `${name}: the page`).toBeCloseTo(place, 0);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("fig15 paints where it is pressed, takes away what lies there, and paints at the brush by keys", async () => {
    const { page, complaints, close } = await open(["fig15"]);
    const said = async (): Promise<number> =>
      Number(/of (\d+)/.exec((await page.locator("#fig15 .says").textContent()) ?? "")?.[1]);
    const ground = page.locator('#fig15 [data-press="place"]');
    const counts = [await said()];
    for (const position of [
      { x: 30, y: 30 },
      { x: 32, y: 31 },
      { x: 60, y: 40 },
    ]) {
      await ground.click({ position });
      await drawn(page);
      counts.push(await said());
    }
    await ground.focus();
    await page.keyboard.press("Enter");
    await drawn(page);
    expect([...counts, await said()]).toEqual([12, 13, 12, 13, 14]);
    expect(await ground.getAttribute("aria-pressed")).toBe("true");
    expect(complaints).toEqual([]);
    await close();
  });

  it("leave the page its scrolling where they only turn sideways", async () => {
    const { page, complaints, close, touch } = await byFinger("fig27");
    const top = await page.evaluate(() => {
      document.querySelector("#fig27 .turning")!.scrollIntoView({ block: "center" });
      return scrollY;
    });
    await touch("touchStart", { x: 180, y: 370 });
    for (const y of [340, 300, 260]) await touch("touchMove", { x: 180, y });
    await touch("touchEnd");
    await page.waitForFunction((before) => scrollY > before + 40, top);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(entries)("%s answers Enter and Space on what can be pressed", async (id, figure) => {
    if (figure.press === undefined) return;
    const { page, complaints, close } = await open([id]);
    const mark = page.locator(`#${id} [data-press]`).last();
    for (const key of ["Enter", " "]) {
      const before = await digest(page, id);
      await mark.focus();
      await page.keyboard.press(key);
      await drawn(page);
      if (key === "Enter") expect(await digest(page, id)).not.toBe(before);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Keys that change a control from its start. */
function keysFor(control: Control): readonly string[] {
  switch (control.kind) {
    case "range":
      return control.value === control.max ? ["ArrowLeft"] : ["ArrowRight"];
    case "choice": {
      const options = Object.keys(control.options);
      return options.indexOf(control.value) === options.length - 1 ? ["ArrowUp"] : ["ArrowDown"];
    }
    case "toggle":
      return ["Space"];
    case "seed":
      return ["ArrowUp", "Enter", "Tab"];
    case "text":
      return ["End", "+", "1"];
    case "list":
      return [];
  }
}
