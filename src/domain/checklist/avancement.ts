import type { Sheets } from "../sheets/catalogue";
import type { Table } from "../sheets/decode";

/** How far a table is, in lines. */
export interface Completude {
  readonly fait: number;
  /** Without the lines that are « Sans objet ». */
  readonly total: number;
}

/** Points « Fait » over all points but those « Sans objet ». Source: dossier métier, § 1.1. */
export function countAvancement(table: Table<Sheets["checklist"]>): Completude {
  const statuts = table.lignes.map((ligne) => ligne.value.statut);
  return {
    fait: statuts.filter((statut) => statut === "Fait").length,
    total: statuts.filter((statut) => statut !== "Sans objet").length,
  };
}
