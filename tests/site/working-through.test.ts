/** Working through a derivation: its lines asked for, its example with other numbers, its symbols lit up. */
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser } from "./browser.ts";
import { open, openedSite, page } from "./opened-site.ts";

describe.skipIf(!hasBrowser)(`working through a page${browserNote}`, () => {
  openedSite();

  /** Lines that are not covered; what has no formula goes with the line above it. */
  const visibleGroups = () =>
    page
      .locator(".step .group:has(.formula)")
      .evaluateAll((groups) => groups.filter((group) => getComputedStyle(group).display !== "none").length);

  /** The options of the line that is asked for: the right ones first. */
  const options = async () => {
    await page.waitForSelector(".option");
    const all = page.locator(".option");
    const right = await all.evaluateAll((items) => {
      const covered = document.querySelector<HTMLElement>(".group.covered .formula")?.dataset.tex;
      return items.findIndex((item) => item.querySelector("annotation")?.textContent === covered);
    });
    const count = await all.count();
    expect(count).toBeGreaterThan(1);
    const others = Array.from({ length: count }, (_, k) => k).filter((k) => k !== right);
    return { right: all.nth(right).getByRole("button"), wrong: all.nth(others[0] ?? 0) };
  };

  it("asks for the next line, answers a wrong one with its mistake and a number, and keeps what was found", async () => {
    await open("mse-line.html");
    const all = await visibleGroups();
    const derive = page.getByRole("button", { name: "Derive it yourself" });
    await derive.focus();
    await page.keyboard.press("Space");
    const { right, wrong } = await options();
    expect(await visibleGroups()).toBe(1);
    await wrong.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await wrong.locator(".slip").textContent()).toMatch(/missing|squared.*this line gives/);
    await right.click();
    expect(await page.locator("#step-2 .formula").isVisible()).toBe(true);
    expect(await page.locator(".found-count").textContent()).toMatch(/^1 of \d+ lines found out$/);
    await page.reload();
    await derive.click();
    await options();
    expect(await visibleGroups()).toBe(2);
    await page.locator(".type-it summary").click();
    const field = page.locator(".type-it input");
    for (const [typed, answer] of [
      ["x_i", /does not give the same numbers/],
      ["q_i", /cannot be checked/],
      ["∂/∂w (y_i − (w x_i + b))", /left side again/],
    ] as const) {
      await field.fill(typed);
      await field.press("Enter");
      expect(await page.locator(".type-it .slip").textContent()).toMatch(answer);
    }
    await field.fill("-x_i");
    await field.press("Enter");
    expect(await page.locator("#step-3 .formula").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Show the next line" }).click();
    expect(await page.locator("#step-4 .formula").isVisible()).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await visibleGroups()).toBe(all);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => {
      location.hash = "#step-6";
    });
    await page.waitForFunction(() => document.querySelector("#step-6 .covered") === null);
    await page.keyboard.press("Escape");
    expect(await visibleGroups()).toBe(all);
    expect(await page.locator(".ask").count()).toBe(0);
  });

  it("works the example out anew for other numbers, and folds it away", async () => {
    await open("mse-line.html");
    const numbers = page.locator("#step-1 .at-example");
    expect(await numbers.locator("annotation").textContent()).toMatch(/= 6\.5$/);
    await page.getByRole("button", { name: "Change the numbers" }).click();
    const form = page.getByRole("group", { name: "The numbers" });
    await form.getByLabel("w").fill("2");
    await form.getByLabel("b").fill("1");
    await expect.poll(() => numbers.locator("annotation").textContent()).toMatch(/= 0$/);
    await form.getByLabel("x").fill("[1, 2, 3]");
    await expect.poll(() => form.getByRole("status").textContent()).toMatch(/y has 2 entries/);
    await form.getByRole("button", { name: "The page’s own numbers" }).click();
    await expect.poll(() => numbers.locator("annotation").textContent()).toMatch(/= 6\.5$/);
    await page.getByRole("button", { name: /^Hide the numbers/ }).click();
    expect(await page.locator(".at-example:visible").count()).toBe(0);
    await page.reload();
    expect(await page.locator(".at-example:visible").count()).toBe(0);
  });

  it("lets the figure follow the numbers of the example, and says what it cannot show", async () => {
    await open("two-inputs.html");
    const figure = page.locator("#fig04");
    await figure.locator("#fig04-x").waitFor();
    const sentence = figure.locator(".says");
    const before = await sentence.textContent();
    await page.getByRole("button", { name: "Change the numbers" }).click();
    const form = page.getByRole("group", { name: "The numbers" });
    await form.getByLabel("x", { exact: true }).fill("-1");
    await expect.poll(() => figure.locator("#fig04-x").inputValue()).toBe("-1");
    await expect.poll(() => sentence.textContent()).not.toBe(before);
    await form.getByLabel("x", { exact: true }).fill("1000");
    await expect
      .poll(() => figure.locator(".note").textContent())
      .toMatch(/^The picture cannot show all .*: .*x/);
    await form.getByRole("button", { name: "The page’s own numbers" }).click();
    await expect.poll(() => sentence.textContent()).toBe(before);
    expect(await figure.locator(".note").textContent()).toBe("");
  });

  it("gives a symbol one look in text, formula, example and figure, and lights all of them at once", async () => {
    await open("mse-line.html");
    await page.waitForSelector(".figure [data-symbol='w'][data-look]");
    const places = [".lede i", ".formula .katex-html span", ".at-example span", ".figure label i"];
    const looks = await page.evaluate(
      (all) =>
        all.map((place) => {
          const number = document.querySelector<HTMLElement>(".figure [data-symbol='w']")?.dataset.s;
          const found = document.querySelector(`${place}[data-s="${number}"]`);
          const style = found === null ? undefined : getComputedStyle(found);
          return `${style?.color} ${style?.backgroundImage}`;
        }),
      places,
    );
    expect(looks[0]).toMatch(/^rgb.*gradient/);
    expect(new Set(looks).size).toBe(1);
    await page.locator(".figure label i[data-symbol='w']").hover();
    for (const place of [".lede i.lit", ".formula .lit", ".at-example .lit", ".figure svg tspan.lit"])
      expect(await page.locator(place).count(), place).toBeGreaterThan(0);
    await page.locator("h1").hover();
    expect(await page.locator(".lit").count()).toBe(0);
    // From within a drawing as well; its line has the form that the symbol has everywhere.
    const drawn = page.locator("#fig08 svg tspan[data-look]", { hasText: "w" }).first();
    await drawn.hover();
    expect(await page.locator(".formula .lit").count()).toBeGreaterThan(0);
    const [color, fill, line] = await drawn.evaluate((one) => {
      const { color, fill, textDecorationLine } = getComputedStyle(one);
      return [color, fill, textDecorationLine];
    });
    expect([fill, line]).toEqual([color, "underline"]);
    // The sentence is written anew with each frame.
    const sentence = page.locator("#fig08 .says");
    const before = await sentence.textContent();
    await page.locator("#fig08-frame").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => sentence.textContent()).not.toBe(before);
    expect(await sentence.locator("i[data-look]").allTextContents()).toContain("b");
  });

  it("lights up a symbol in every formula while its button is pressed, until Escape", async () => {
    await open("mse-line.html");
    const button = page.locator(".symbols-here button.symbol").first();
    await button.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".formula .lit").count()).toBeGreaterThan(4);
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await page.locator(".lit").count()).toBe(0);
  });

  it("lights up the symbols of an exercise in its code, too", async () => {
    await open("ex10-mse-gradients.html");
    await page.locator("summary", { hasText: "Its symbols" }).click();
    await page.getByRole("button", { name: "x: show all places" }).click();
    expect(await page.locator(".bench pre .lit").count()).toBeGreaterThan(1);
  });
});
