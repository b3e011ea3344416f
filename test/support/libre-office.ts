import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** CPOM_SOFFICE names another program than the one of the machine. */
const OFFICE = process.env.CPOM_SOFFICE ?? "soffice";

/** Whether a program that is not ours can open a workbook on this machine. */
export const hasLibreOffice = spawnSync(OFFICE, ["--version"]).status === 0;

/** The workbook as LibreOffice calculates it and writes it again. */
export function recalculate(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "calcul-"));
  try {
    const source = join(folder, "source.xlsx");
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profil")}`;
    const words = [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "calcule"), source];
    execFileSync(OFFICE, words, { stdio: "ignore", timeout: 280_000 });
    return readFileSync(join(folder, "calcule", "source.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether it can open a text document: a spreadsheet program alone may be installed. Asking takes as long as starting it. */
export function hasWriter(): boolean {
  return hasLibreOffice && opensTexts();
}

/** The text of a document as LibreOffice reads it, tables included. */
export function toPages(bytes: Uint8Array, extension: "docx"): string {
  const folder = mkdtempSync(join(tmpdir(), "lecture-"));
  try {
    const source = join(folder, `source.${extension}`);
    writeFileSync(source, bytes);
    convert(source, "txt:Text (encoded):UTF8", folder);
    return readFileSync(join(folder, "sortie", "source.txt"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opensTexts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "essai-"));
  try {
    const source = join(folder, "essai.rtf");
    writeFileSync(source, "{\\rtf1 essai}");
    convert(source, "txt:Text (encoded):UTF8", folder);
    return existsSync(join(folder, "sortie", "essai.txt"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a file in the folder `sortie`; nothing when it cannot. */
function convert(source: string, format: string, folder: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, "profil")}`;
  spawnSync(OFFICE, [profile, "--headless", "--convert-to", format, "--outdir", join(folder, "sortie"), source], {
    ...{ stdio: "ignore", timeout: 280_000 },
  });
}
