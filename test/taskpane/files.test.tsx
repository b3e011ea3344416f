import { copyForWord } from "../../src/taskpane/files/copy-for-word";
import { exportFile, type FileToGive } from "../../src/taskpane/files/export-file";
import { clipboard } from "../support/clipboard";

const FICHIER: FileToGive = { nom: "Fiche é.docx", type: "application/zip", octets: new Uint8Array([80, 75, 0, 255]) };

interface Host {
  /** What the page asked the browser to follow. */
  readonly followed: { readonly href: string; readonly name: string }[];
  readonly written: Blob[];
}

/** A browser that has some of the ways of giving a file, as a pane may meet it. */
function host(ways: { picker?: "works" | "closed" | "refused"; blobs?: "work" | "refused" }): Host {
  const followed: { href: string; name: string }[] = [];
  const written: Blob[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    followed.push({ href: this.href, name: this.download });
  });
  const createObjectURL = () => {
    if (ways.blobs === "refused") throw new TypeError("Refused by this host.");
    return "blob:https://volet/1";
  };
  Object.assign(URL, {
    createObjectURL: ways.blobs === undefined ? undefined : createObjectURL,
    revokeObjectURL: () => undefined,
  });
  const showSaveFilePicker = () => {
    if (ways.picker === "closed") return Promise.reject(new DOMException("", "AbortError"));
    if (ways.picker === "refused") return Promise.reject(new DOMException("", "SecurityError"));
    const write = (data: Blob) => Promise.resolve(void written.push(data));
    return Promise.resolve({ createWritable: () => Promise.resolve({ write, close: () => Promise.resolve() }) });
  };
  if (ways.picker === undefined) Reflect.deleteProperty(window, "showSaveFilePicker");
  else Object.assign(window, { showSaveFilePicker });
  return { followed, written };
}

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(window, "showSaveFilePicker");
});

describe("giving a file", () => {
  test.each([
    ["by the window that asks where", { picker: "works", blobs: "work" }, "choisi", []],
    ["not at all once that window is closed", { picker: "closed", blobs: "work" }, "renonce", []],
    [
      "by a download where the window is refused",
      { picker: "refused", blobs: "work" },
      "telechargement",
      ["blob:https://volet/1"],
    ],
    ["by a download where there is no window", { blobs: "work" }, "telechargement", ["blob:https://volet/1"]],
    [
      "by an address where downloads are refused",
      { blobs: "refused" },
      "adresse",
      ["data:application/zip;base64,UEsA/w=="],
    ],
    ["by an address where there are none", {}, "adresse", ["data:application/zip;base64,UEsA/w=="]],
  ] as const)("%s", async (_, ways, tried, addresses) => {
    const { followed, written } = host(ways);
    expect(await exportFile(FICHIER)).toBe(tried);
    expect(followed).toEqual(addresses.map((href) => ({ href, name: "Fiche é.docx" })));
    expect(written.map(({ size, type }) => [size, type])).toEqual(tried === "choisi" ? [[4, "application/zip"]] : []);
    expect(document.querySelectorAll("a")).toHaveLength(0);
  });

  test("is said impossible when no way is left for its size", async () => {
    const { followed } = host({});
    expect(await exportFile({ ...FICHIER, octets: new Uint8Array(3_000_000) })).toBe("impossible");
    expect(followed).toEqual([]);
  });
});

describe("copying for Word", () => {
  const TEXTES = { html: "<h1>Fiche</h1>", texte: "Fiche" };

  afterEach(() => {
    Reflect.deleteProperty(globalThis, "ClipboardItem");
    Reflect.deleteProperty(navigator, "clipboard");
    Reflect.deleteProperty(document, "execCommand");
  });

  /** The old command, which sends the page an event to fill. */
  function oldCommand(): Map<string, string> {
    const taken = new Map<string, string>();
    const execCommand = () => {
      const clipboardData = { setData: (type: string, text: string) => taken.set(type, text) };
      document.dispatchEvent(Object.assign(new Event("copy", { cancelable: true }), { clipboardData }));
      return true;
    };
    Object.assign(document, { execCommand });
    return taken;
  }

  test("puts both forms on the clipboard", async () => {
    const taken = clipboard("takes");
    expect(await copyForWord(TEXTES)).toBe(true);
    expect(taken.map((data) => Object.entries(data).map(([type, { size }]) => [type, size]))).toEqual([
      [
        ["text/html", 14],
        ["text/plain", 5],
      ],
    ]);
  });

  test.each([
    ["refused", () => void clipboard("refuses")],
    ["missing", () => undefined],
  ])("falls back on the old command where the clipboard is %s", async (_, prepare) => {
    prepare();
    const taken = oldCommand();
    expect(await copyForWord(TEXTES)).toBe(true);
    expect([...taken]).toEqual([
      ["text/html", TEXTES.html],
      ["text/plain", TEXTES.texte],
    ]);
    document.dispatchEvent(new Event("copy"));
    expect(taken.size).toBe(2);
  });

  test("says that nothing was copied where both are refused", async () => {
    clipboard("refuses");
    expect(await copyForWord(TEXTES)).toBe(false);
  });
});
