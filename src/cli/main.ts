import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { openXlsx } from "../adapters/xlsx/xlsx-workbook";
import { HostRefusal, type Workbook } from "../application/ports/workbook";
import { type Jour, toJour } from "../domain/calendrier/jour";
import { UsageError } from "./arguments";
import { runCli } from "./cli";

/** Larger than any workbook sent by e-mail; such a file is not even read. */
const LARGEST_FILE = 200 * 1024 * 1024;

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  today: currentDay(),
  open: openFile,
});

async function openFile(path: string): Promise<Workbook> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new UsageError(`Le fichier « ${path} » est introuvable : vérifiez son nom et son dossier.`);
  if (!info.isFile()) throw new UsageError(`« ${path} » n’est pas un fichier : indiquez un classeur .xlsx.`);
  if (info.size > LARGEST_FILE) throw new HostRefusal({ kind: "too-large", what: "le fichier dépasse 200 Mo" });
  return openXlsx(await readFile(path), basename(path));
}

/** The day on this machine’s clock: the doors alone read it. */
function currentDay(): Jour {
  const now = new Date();
  const day = toJour(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error("The clock of this machine is out of the calendar.");
  return day;
}
