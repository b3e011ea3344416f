import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const OFFICE = "soffice";

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
    execFileSync(OFFICE, words, { stdio: "ignore", timeout: 120_000 });
    return readFileSync(join(folder, "calcule", "source.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
