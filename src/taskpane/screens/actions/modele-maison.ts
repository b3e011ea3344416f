import { del, get, set } from "idb-keyval";

/** The document of the house that fiches are written after. */
export interface ModeleMaison {
  /** File name. */
  readonly nom: string;
  readonly octets: Uint8Array;
}

const CLE = "cpom.modele-word";

/** The model that was chosen on this computer; `null` when none was, or when the browser keeps nothing. */
export async function readModeleMaison(): Promise<ModeleMaison | null> {
  try {
    const kept = await get<unknown>(CLE);
    return isModele(kept) ? kept : null;
  } catch {
    // A private window, or a frame that may keep nothing: as if none was chosen.
    return null;
  }
}

/** Keeps it in the browser, on this computer alone. False when the browser keeps nothing: it then serves until the pane is closed. */
export async function keepModeleMaison(modele: ModeleMaison | null): Promise<boolean> {
  try {
    await (modele === null ? del(CLE) : set(CLE, modele));
    return true;
  } catch {
    return false;
  }
}

function isModele(kept: unknown): kept is ModeleMaison {
  if (typeof kept !== "object" || kept === null) return false;
  return "nom" in kept && typeof kept.nom === "string" && "octets" in kept && kept.octets instanceof Uint8Array;
}
