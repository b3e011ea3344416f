// Draws assets/icon-*.png from the SVG beside it: `CPOM_BROWSER=/path/to/chromium node assets/draw-icons.mjs`, once after
// each change of the drawing. The PNG files are kept in the repository, so the build needs no browser.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** At 16 pixels the strokes of the large drawing would blur: it has its own. */
const DRAWINGS = [
  { svg: "icon-16.svg", sizes: [16] },
  { svg: "icon.svg", sizes: [32, 64, 80, 128] },
];

const executablePath = process.env.CPOM_BROWSER;
const browser = await chromium.launch(
  executablePath ? { executablePath, args: ["--no-sandbox"] } : { channel: "chrome" },
);
for (const { svg, sizes } of DRAWINGS) {
  const source = readFileSync(new URL(svg, import.meta.url)).toString("base64");
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}img{display:block}</style><img width="${size}" src="data:image/svg+xml;base64,${source}" alt="">`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`icon-${size}.png`, import.meta.url), png);
    await page.close();
  }
}
await browser.close();
