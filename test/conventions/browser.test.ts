import { type Machine, installedBrowsers, launchBrowser, noBrowser } from "../support/browser";

const EDGE_X86 = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
const CHROME_MAC = "/Volumes/claire/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

describe("the browser of the tests", () => {
  test.each<[string, NodeJS.Platform, Machine["env"], readonly string[], readonly string[]]>([
    ["Edge where Windows puts it", "win32", { "ProgramFiles(x86)": "C:\\Program Files (x86)" }, [EDGE_X86], [EDGE_X86]],
    [
      "one only the PATH of Windows knows",
      "win32",
      { Path: "D:\\Outils;D:\\Web" },
      ["D:\\Web\\chrome.exe"],
      ["D:\\Web\\chrome.exe"],
    ],
    ["one of a Mac session", "darwin", { HOME: "/Volumes/claire" }, [CHROME_MAC], [CHROME_MAC]],
    [
      "Debian’s, once though the PATH names it too",
      "linux",
      { PATH: "/usr/bin" },
      ["/usr/bin/chromium"],
      ["/usr/bin/chromium"],
    ],
    [
      "one only the PATH knows",
      "linux",
      { PATH: "/bin:/opt/web" },
      ["/opt/web/google-chrome"],
      ["/opt/web/google-chrome"],
    ],
    [
      "Edge before Chromium",
      "linux",
      {},
      ["/usr/bin/chromium", "/usr/bin/microsoft-edge"],
      ["/usr/bin/microsoft-edge", "/usr/bin/chromium"],
    ],
    ["none", "linux", { PATH: "/bin" }, [], []],
  ])("finds %s", (_, platform, env, present, expected) => {
    expect(installedBrowsers({ platform, env, exists: (path) => present.includes(path) })).toEqual(expected);
  });

  test("starts and runs a page", async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent("<p>Rétro-planning</p>");
      const width = await page.locator("p").evaluate((p) => {
        const range = document.createRange();
        range.selectNodeContents(p);
        return range.getBoundingClientRect().width;
      });
      expect(width).toBeGreaterThan(50);
    } finally {
      await browser.close();
    }
  });

  test("fails, and says what to install, when CPOM_BROWSER is wrong", async () => {
    const before = process.env.CPOM_BROWSER;
    process.env.CPOM_BROWSER = "/nowhere/chromium";
    try {
      await expect(launchBrowser()).rejects.toThrow(
        /apt-get install chromium[\s\S]*Installez[\s\S]*\/nowhere\/chromium/,
      );
    } finally {
      if (before === undefined) delete process.env.CPOM_BROWSER;
      else process.env.CPOM_BROWSER = before;
    }
  });

  test("names each browser that did not start", () => {
    expect(noBrowser(["/usr/bin/chromium: boom"])).toContain("- /usr/bin/chromium: boom");
  });
});
