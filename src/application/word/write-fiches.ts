import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import type { Pause } from "../command";
import type { Modele, ModeleOuvert } from "./fill-model";
import { nameOf } from "./blocs-fiche";
import { fileNames } from "./noms-fichiers";
import { lineOf } from "./texte-brut";
import { openFicheWriter } from "./write-fiche";

/** How many fiches are given: one document each in an archive, or one document; after a model of the house, or our layout. */
interface FichesAsked {
  readonly kind: "zip" | "un-document";
  readonly model?: ModeleOuvert;
}

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

/** What stands once and what is repeated, before it is packed: Word and LibreOffice open that much in tens of seconds. */
const LARGEST_DOCUMENT = 60_000_000;

/** Fiches as Word documents, in the order given. Cancelled work leaves nothing. */
export async function writeFichesWord(
  fiches: readonly FicheAction[],
  asked: FichesAsked,
  followUp: FollowUp = {},
): Promise<FichesWritten> {
  if (fiches.length === 0)
    return { status: "refused", reason: "Aucune fiche à écrire : choisissez au moins une action." };
  const { kind, model = null } = asked;
  if (kind === "zip") return writeZip(fiches, model, followUp);
  return model === null ? writeOne(fiches, followUp) : joinModel(fiches, model, followUp);
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

/** One document after a model of the house. */
async function joinModel(
  fiches: readonly FicheAction[],
  model: ModeleOuvert,
  followUp: FollowUp,
): Promise<FichesWritten> {
  const recueil = model.begin();
  if (recueil === null) return { status: "refused", reason: NOT_REPEATED };
  for (const [rank, fiche] of fiches.entries()) {
    if (await isStopped(followUp)) return { status: "cancelled" };
    const size = await recueil.add(fiche);
    if (size > LARGEST_DOCUMENT) return { status: "refused", reason: tooHeavy(rank, fiches.length) };
    followUp.onProgress?.(rank + 1, fiches.length);
  }
  if (await isStopped(followUp)) return { status: "cancelled" };
  return { status: "written", bytes: await recueil.close(), extension: "docx" };
}

const NOT_REPEATED =
  "Ce modèle ne peut pas être répété dans un seul document. Demandez un document par fiche, ou enregistrez le modèle dans Word sous un autre nom et choisissez ce nouveau fichier.";

function tooHeavy(made: number, total: number): string {
  return `Les ${total} fiches feraient un document de plus de ${LARGEST_DOCUMENT / 1_000_000} Mo, trop lourd pour s’ouvrir. Demandez un document par fiche, ou moins de ${made + 1} fiches à la fois.`;
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
