import type { FichesResult } from "../application/commands/propose-fiches";
import { toAddress } from "../domain/sheets/grid";

type Proposed = Extract<FichesResult, { readonly status: "proposed" }>;

/** What was written, and where. */
interface Written {
  /** `null`: nothing was written. */
  readonly sortie: string | null;
  readonly word: string | null;
  readonly documents: readonly string[];
}

/** The result of « fiches » as a person reads it in a terminal. */
export function toFichesText(result: Proposed, { sortie, word, documents }: Written): string {
  const { generated, updated, unchanged, renumerotees, kept, conflits, refused } = result;
  const lines = [
    ...generated.map(({ tab }) => `+ ${tab}`),
    ...updated.map(({ tab, champs }) => `~ ${tab} : ${champs.length === 0 ? "pied de fiche" : champs.join(", ")}`),
    ...unchanged.map(({ tab }) => `= ${tab} : à jour`),
    ...renumerotees.map(({ tab, avant, action }) => `> ${tab} : suit son action, de « ${avant} » à « ${action} »`),
    ...kept.map(({ tab, champs }) => `* ${tab} : gardé tel que vous l’avez écrit : ${champs.join(", ")}`),
    ...conflits.map(
      ({ tab, libelle, at, sienne, nouvelle }) =>
        `▲ ${tab} ${toAddress(at)}, ${libelle} : la fiche dit « ${oneLine(sienne)} », le classeur « ${oneLine(nouvelle)} » ; la fiche est gardée.`,
    ),
    ...refused.map(({ phrase }) => `▲ ${phrase}`),
    "",
    `${count(generated.length, "fiche créée", "fiches créées")}, ${updated.length} mise${updated.length > 1 ? "s" : ""} à jour, ${unchanged.length} à jour.`,
    sortie === null
      ? "Rien n’a été écrit dans le classeur : ajoutez -o SORTIE.xlsx."
      : `Classeur écrit dans ${sortie}.`,
    ...(word === null ? [] : [`${count(documents.length, "document écrit", "documents écrits")} dans ${word}.`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same as one JSON object; its keys are a promise to other programs. */
export function toFichesJson(result: Proposed, written: Written): string {
  const { generated, updated, unchanged, renumerotees, kept, conflits, refused, fiches } = result;
  const etats = fiches.map(({ action, titre, completude, manques, pied }) => {
    return { action, titre, version: pied.version, completude, manques };
  });
  const places = conflits.map(({ at, ...conflit }) => ({ ...conflit, cell: toAddress(at) }));
  const lists = { generated, updated, unchanged, renumerotees, kept, conflits: places, refused };
  const report = { ...lists, fiches: etats, ...written };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const LONGEST = 60;

function oneLine(texte: string): string {
  const line = texte.replace(/\s+/gu, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function count(nombre: number, un: string, plusieurs: string): string {
  return `${nombre} ${nombre > 1 ? plusieurs : un}`;
}
