import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import type { OpenedPane } from "../host/web/open-pane";

/** What hinders access on the page as it stands, and whether what it shows is too wide; nothing when all is well. */
export async function hindrances(page: Page, shown: Frame | Page = page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  const overflow = await shown.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return overflow > 0 ? [...found, `the page is ${overflow} px too wide`] : found;
}

/** Closes a pane, which must have called nothing that Excel does not have, and where nothing may have failed nor left. */
export async function closePane(pane: OpenedPane): Promise<void> {
  await pane.close();
  pane.host.assertNothingUnknown();
  expect(pane.errors).toEqual([]);
  // The pane’s own files, and Microsoft’s library.
  expect(pane.foreign).toEqual([]);
}
