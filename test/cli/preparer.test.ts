import { createXlsx, openXlsx, type XlsxWorkbook } from "../../src/adapters/xlsx/xlsx-workbook";
import { runCli } from "../../src/cli/cli";
import { sheets } from "../../src/domain/sheets/catalogue";
import { TODAY } from "../support/exemples";

const nothingToSave = () => Promise.reject(new Error("nothing to save"));

/** A disk of one file, read and written by the command line through the real adapter. */
class Disk {
  bytes: Uint8Array | null = null;
  writes = 0;

  async run(...words: readonly string[]) {
    let out = "";
    let error = "";
    const code = await runCli(words, {
      out: (text) => (out += text),
      error: (text) => (error += text),
      today: TODAY,
      ...{ minute: 0, saveText: nothingToSave, saveInFolder: nothingToSave, readBytes: nothingToSave },
      open: () => this.#open(),
      openCopy: () => Promise.reject(new Error("nothing to copy")),
      openToWrite: async () => {
        const isNew = this.bytes === null;
        const workbook = isNew ? await createXlsx("cpom.xlsx") : await this.#open();
        return {
          workbook,
          isNew,
          save: async () => {
            this.bytes = await workbook.save();
            this.writes += 1;
          },
        };
      },
    });
    return { code, out, error };
  }

  #open(): Promise<XlsxWorkbook> {
    if (this.bytes === null) throw new Error("There is no file yet.");
    return openXlsx(this.bytes, "cpom.xlsx");
  }
}

test("makes the whole kit, which a second run leaves byte for byte", async () => {
  const disk = new Disk();
  const made = await disk.run("preparer", "cpom.xlsx");
  expect(made).toMatchObject({ code: 0, error: "" });
  expect(made.out).toContain("classeur créé");
  const { bytes } = disk;
  const again = await disk.run("preparer", "cpom.xlsx");
  expect(again.out).toContain("rien n’a été ajouté");
  expect(disk.writes).toBe(1);
  expect(disk.bytes).toBe(bytes);
});

test("what it makes is read back whole, and only what the person alone can fill is missing", async () => {
  const disk = new Disk();
  await disk.run("preparer", "cpom.xlsx", "--departements", "14");
  const { code, out } = await disk.run("controler", "cpom.xlsx", "--json");
  expect(code).toBe(1);
  const report = JSON.parse(out) as {
    tables: readonly { id: string; isSure: boolean }[];
    constats: readonly { rule: string; severity: string }[];
  };
  expect(report.tables.map(({ id }) => id)).toEqual(Object.keys(sheets));
  expect(report.tables.filter(({ isSure }) => !isSure)).toEqual([]);
  const errors = report.constats.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  expect(new Set(errors)).toEqual(new Set(["classeur/cellule-remplie"]));
});

test("a preview writes nothing", async () => {
  const disk = new Disk();
  const { code, out } = await disk.run(
    "preparer",
    "cpom.xlsx",
    "--apercu",
    "--profil",
    "resserre",
    "--regime",
    "ehpad",
  );
  expect({ code, writes: disk.writes }).toEqual({ code: 0, writes: 0 });
  expect(out).toContain("serait créé (profil Resserré 6 mois, régime EHPAD-PUV");
});
