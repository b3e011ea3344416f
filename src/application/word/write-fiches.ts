import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import type { Pause } from "../command";
import type { Modele } from "./fill-model";
import { nameOf } from "./blocs-fiche";
import { fileNames } from "./noms-fichiers";
import { lineOf } from "./texte-brut";
import { openFicheWriter } from "./write-fiche";

/** How many fiches are given: one document each in an archive, after a model of the house or ours; or one document. */
type FichesAsked =
  { readonly kind: "zip"; readonly model?: Modele } | { readonly kind: "un-document"; readonly model?: undefined };

/** How long work is followed, let breathe and stopped. */
interface FollowUp {
  /** Called after each fiche; `done` of `total` are made. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Looked at before each fiche. */
  readonly signal?: { readonly aborted: boolean };
  /** Lets the page answer between two fiches. */
  readonly pause?: Pause;
}

type FichesWritten =
  | { readonly status: "written"; readonly bytes: Uint8Array; readonly extension: "zip" | "docx" }
  | { readonly status: "cancelled" }
  | { readonly status: "refused"; readonly reason: string };

/** Archives over this size fill the memory of a browser and no mailbox takes them. */
const LARGEST_ARCHIVE = 150_000_000;

/** Fiches as Word documents, in the order given. Cancelled work leaves nothing. */
export async function writeFichesWord(
  fiches: readonly FicheAction[],
  asked: FichesAsked,
  followUp: FollowUp = {},
): Promise<FichesWritten> {
  if (fiches.length === 0)
    return { status: "refused", reason: "Aucune fiche à écrire : choisissez au moins une action." };
  return asked.kind === "zip" ? writeZip(fiches, asked.model ?? null, followUp) : writeOne(fiches, followUp);
}

async function writeZip(
  fiches: readonly FicheAction[],
  model: Modele | null,
  followUp: FollowUp,
): Promise<FichesWritten> {
  const { zipSync } = await import("fflate");
  const filler = model ?? (await ownLayout());
  const names = fileNames(fiches.map(({ titre, action }) => (titre === "" ? action : titre)));
  const documents: Record<string, Uint8Array> = {};
  let size = 0;
  for (const [rank, fiche] of fiches.entries()) {
    if (await isStopped(followUp)) return { status: "cancelled" };
    const bytes = await filler.fill(fiche);
    documents[names[rank] ?? ""] = bytes;
    size += bytes.length;
    if (size > LARGEST_ARCHIVE) return { status: "refused", reason: tooLarge(rank, fiches.length) };
    followUp.onProgress?.(rank + 1, fiches.length);
  }
  if (await isStopped(followUp)) return { status: "cancelled" };
  // The documents are compressed already.
  return { status: "written", bytes: zipSync(documents, { level: 0 }), extension: "zip" };
}

/** Our own layout, where there is no model of the house. */
export async function ownLayout(): Promise<Modele> {
  const writer = await openFicheWriter();
  return { fill: (fiche) => Promise.resolve(writer.write(fiche)) };
}

function tooLarge(made: number, total: number): string {
  return `Les ${total} fiches feraient une archive de plus de ${LARGEST_ARCHIVE / 1_000_000} Mo. Allégez les images du modèle, ou demandez moins de ${made + 1} fiches à la fois.`;
}

async function writeOne(fiches: readonly FicheAction[], followUp: FollowUp): Promise<FichesWritten> {
  const writer = await openFicheWriter();
  const bodies: string[] = [];
  for (const [rank, fiche] of fiches.entries()) {
    if (await isStopped(followUp)) return { status: "cancelled" };
    bodies.push(writer.body(fiche));
    followUp.onProgress?.(rank + 1, fiches.length);
  }
  if (await isStopped(followUp)) return { status: "cancelled" };
  const options = { titre: titleOf(fiches), pause: followUp.pause };
  return { status: "written", bytes: await writer.join(fiches, bodies, options), extension: "docx" };
}

function titleOf(fiches: readonly FicheAction[]): string {
  const [first] = fiches;
  if (first !== undefined && fiches.length === 1) return nameOf(first);
  const contrat = lineOf(first?.contrat ?? "");
  return contrat === "" ? `Fiches action (${fiches.length})` : `Fiches action – ${contrat}`;
}

/** Lets the page answer, then looks at what it was asked meanwhile. */
async function isStopped({ pause, signal }: FollowUp): Promise<boolean> {
  await pause?.();
  return signal?.aborted === true;
}
