import { followLink } from "./follow-link";

/** A file to give to the person. */
export interface FileToGive {
  readonly nom: string;
  /** Its media type: `application/zip`. */
  readonly type: string;
  readonly octets: Uint8Array;
}

/**
 * What was tried last. `choisi`: the person named a place and the bytes were written there. `telechargement` and `adresse`: the page asked for
 * a download, and no event tells whether the host let it out. `renonce`: she closed the window that asks where. `impossible`: nothing could
 * even be tried.
 */
export type FileGiven = "choisi" | "telechargement" | "adresse" | "renonce" | "impossible";

/** A page lets go of a file once the browser had time to take it. */
const TAKEN = 10_000;
/** Longer addresses are cut or refused by browsers. */
const LONGEST_ADDRESS = 2_000_000;

/**
 * Gives a file by the surest way this host has: the window that asks where to save it, else a download, else an address that holds the
 * file. Only `choisi` is certain: after any other, say what to do if nothing appears. Call it from a click: the window opens on a gesture.
 */
export async function exportFile(file: FileToGive): Promise<FileGiven> {
  const chosen = await askWhere(file);
  if (chosen !== null) return chosen;
  if (isDownloaded(file)) return "telechargement";
  return openAddress(file) ? "adresse" : "impossible";
}

/** Gives a file as a download, where it is a browser that shows the page. Throws where these addresses are forbidden, as in some panes. */
export function downloadFile(file: FileToGive): void {
  const url = URL.createObjectURL(blobOf(file));
  followLink(url, file.nom);
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, TAKEN);
}

/** The window of the browser, where there is one: not in Firefox, Safari, nor in a frame of another site. */
interface SavePicker {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<SaveHandle>;
}

interface SaveHandle {
  createWritable(): Promise<{ write(data: BlobPart): Promise<void>; close(): Promise<void> }>;
}

/** `null` when this host has no such window, or refuses it: another way is then tried. */
async function askWhere(file: FileToGive): Promise<FileGiven | null> {
  if (!hasPicker(window)) return null;
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: file.nom });
    const writable = await handle.createWritable();
    await writable.write(blobOf(file));
    await writable.close();
    return "choisi";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "renonce" : null;
  }
}

function hasPicker(page: Window): page is Window & SavePicker {
  return "showSaveFilePicker" in page && typeof page.showSaveFilePicker === "function";
}

function isDownloaded(file: FileToGive): boolean {
  try {
    downloadFile(file);
    return true;
  } catch {
    // A host without such addresses, or that forbids them, throws: there is one way left.
    return false;
  }
}

function openAddress(file: FileToGive): boolean {
  if (file.octets.length * (4 / 3) > LONGEST_ADDRESS) return false;
  followLink(`data:${file.type};base64,${toBase64(file.octets)}`, file.nom);
  return true;
}

function blobOf({ octets, type }: FileToGive): Blob {
  return new Blob([new Uint8Array(octets)], { type });
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // A call takes some tens of thousands of arguments at most.
  for (let at = 0; at < bytes.length; at += 32_768) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  }
  return btoa(pieces.join(""));
}
