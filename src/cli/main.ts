import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { createXlsx, openXlsx, type XlsxWorkbook } from "../adapters/xlsx/xlsx-workbook";
import { HostRefusal } from "../application/ports/workbook";
import { type Jour, toJour } from "../domain/calendrier/jour";
import { UsageError } from "./arguments";
import { type CopiedFile, runCli, type WritableFile } from "./cli";

/** Larger than any workbook sent by e-mail; such a file is not even read. */
const LARGEST_FILE = 200 * 1024 * 1024;

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  today: currentDay(),
  minute: currentMinute(),
  saveText: replaceFile,
  saveInFolder: async (folder, name, bytes) => {
    // A folder that cannot be made refuses its files, in the words of the next step.
    await mkdir(folder, { recursive: true }).catch(() => null);
    await replaceFile(join(folder, name), bytes);
  },
  readBytes: async (path) => {
    await checkFile(path, "document Word (.docx)");
    return readFile(path);
  },
  open: openFile,
  openToWrite,
  openCopy,
});

async function openCopy(path: string): Promise<CopiedFile> {
  const workbook = await openFile(path);
  return {
    workbook,
    saveAs: async (target) => {
      checkExtension(target);
      await replaceFile(target, await workbook.save());
    },
  };
}

function checkExtension(path: string): void {
  if (extname(path).toLowerCase() === ".xlsx") return;
  throw new UsageError(`« ${path} » ne se termine pas par .xlsx : indiquez un nom comme CPOM.xlsx.`);
}

async function openToWrite(path: string): Promise<WritableFile> {
  checkExtension(path);
  const isNew = (await stat(path).catch(() => null)) === null;
  const workbook = isNew ? await createXlsx(basename(path)) : await openFile(path);
  return { workbook, isNew, save: async () => replaceFile(path, await workbook.save()) };
}

/** Whole or not at all: a file cut half-way by a full disk must not take the place of hers. */
async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(
      `« ${path} » n’a pas pu être écrit : fermez-le s’il est ouvert, et vérifiez que vous pouvez écrire dans ce dossier.`,
      { cause: error },
    );
  }
}

async function openFile(path: string): Promise<XlsxWorkbook> {
  await checkFile(path, "classeur .xlsx");
  return openXlsx(await readFile(path), basename(path));
}

/** @param wanted what the person is to give, as a sentence names it. */
async function checkFile(path: string, wanted: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new UsageError(`Le fichier « ${path} » est introuvable : vérifiez son nom et son dossier.`);
  if (!info.isFile()) throw new UsageError(`« ${path} » n’est pas un fichier : indiquez un ${wanted}.`);
  if (info.size > LARGEST_FILE) throw new HostRefusal({ kind: "too-large", what: "le fichier dépasse 200 Mo" });
}

/** The day on this machine’s clock: the doors alone read it. */
function currentDay(): Jour {
  const now = new Date();
  const day = toJour(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error("The clock of this machine is out of the calendar.");
  return day;
}

function currentMinute(): number {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
}
