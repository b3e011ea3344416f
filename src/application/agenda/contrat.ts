import type { Classeur } from "../../domain/classeur";
import { toTexte } from "../../domain/sheets/column";
import { cpom as fiche } from "../../domain/sheets/cpom";
import { normalizeTexte } from "../../domain/sheets/texte";
import { digestOf } from "../ecriture/proposition";

/** The contract as an agenda names it. */
export interface ContratAgenda {
  readonly nom: string;
  /** The same for every export of one contract, another for every other contract. */
  readonly empreinte: string;
}

/**
 * The contract is known by its identifier and by who signs it, never by a date: a day that moves must not make another
 * event. The identifier that the kit gives as an example tells no contract from another, and then the title is part of it; so
 * is the name of the file while the fiche does not say whose contract it is.
 */
export function contratOf({ tables }: Classeur, file: string): ContratAgenda {
  const value = tables.cpom?.lignes[0]?.value;
  const { id = null, intitule = null, gestionnaire = null, finessEj = null, siren = null } = value ?? {};
  const entite = finessEj ?? siren ?? gestionnaire;
  const isOwn = id !== null && normalizeTexte(id) !== normalizeTexte(toTexte(fiche.columns.id.example ?? null));
  const parts = [isOwn ? id : null, entite, isOwn ? null : intitule, entite === null ? stemOf(file) : null];
  return {
    nom: intitule ?? gestionnaire ?? "CPOM",
    empreinte: digestOf([parts.map((part) => (part === null ? null : normalizeTexte(part)))]),
  };
}

/** Name of a file without its folder nor what follows its last point. */
export function stemOf(file: string): string {
  const name = file.replace(/^.*[/\\]/, "");
  const stem = name.replace(/\.[^.]+$/, "").trim();
  return stem === "" ? "agenda" : stem;
}
