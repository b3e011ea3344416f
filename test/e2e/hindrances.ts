import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import type { OpenedPane } from "../host/web/open-pane";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/**
 * What hinders access on the page as it stands: words that forced colours make unreadable, and whether what it shows is too wide. Nothing when
 * all is well.
 */
export async function hindrances(page: Page, shown: Frame | Page = page): Promise<readonly string[]> {
  // In the frame itself: asked of the page around it, axe passes over a frame that takes more than a second to answer.
  await shown.evaluate(axe.source);
  const { violations } = await shown.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  const overflow = await shown.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const kept = await coloursKept(page, shown);
  return [...found, ...kept, ...(overflow > 0 ? [`the page is ${overflow} px too wide`] : [])];
}

/**
 * Under forced colours a button takes ground and words of its own while it is pointed at, and nothing inside is forced any more: what keeps
 * another colour there may not be read. One button of each look is pointed at.
 */
async function coloursKept(page: Page, shown: Frame | Page): Promise<readonly string[]> {
  if (!(await shown.evaluate(() => matchMedia("(forced-colors: active)").matches))) return [];
  const buttons = shown.locator("button:visible:enabled");
  const looks = await buttons.evaluateAll((all) =>
    all.map((one) => [one, ...one.querySelectorAll("*")].map((part) => part.getAttribute("class")).join("|")),
  );
  const kept: string[] = [];
  for (const [rank, look] of looks.entries()) {
    if (looks.indexOf(look) < rank) continue;
    const button = buttons.nth(rank);
    await button.hover({ force: true });
    const words = await button.evaluate((one) => {
      const { forcedColorAdjust, color } = getComputedStyle(one);
      if (forcedColorAdjust !== "none") return [];
      const parts = [...one.querySelectorAll("*")].filter((part) => getComputedStyle(part).color !== color);
      return parts.flatMap(({ childNodes }) =>
        [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent),
      );
    });
    if (words.length > 0) kept.push(`colours kept in a button: ${words.join(", ")}`);
  }
  await page.mouse.move(0, 0);
  return kept;
}

/** Closes a pane, which must have called nothing that Excel does not have, and where nothing may have failed nor left. */
export async function closePane(pane: OpenedPane): Promise<void> {
  await pane.close();
  pane.host.assertNothingUnknown();
  expect(pane.errors).toEqual([]);
  // The pane’s own files, and Microsoft’s library.
  expect(pane.foreign).toEqual([]);
}
