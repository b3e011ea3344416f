import type { Sheet } from "../sheets/sheet";
import type { ChampFiche, IndicateurFiche } from "./fiche-action";
import type { LireCellule, Lu } from "./lire-ligne";
import { formatMontant, formatNombre, formatTaux } from "./texte-fiche";

/** Fields of an indicator in the order of its line, and the column each comes from. */
const CHAMPS = [
  ["libelle", "libelle", "Indicateur"],
  ["formule", "formule", "Formule"],
  ["source", "source", "Source"],
  ["unite", "unite", "Unité"],
  ["depart", "valeurDepart", "Départ"],
  ["cibleA1", "cibleA1", "Cible A1"],
  ["cibleA2", "cibleA2", "Cible A2"],
  ["cibleA3", "cibleA3", "Cible A3"],
  ["cibleA4", "cibleA4", "Cible A4"],
  ["cibleA5", "cibleA5", "Cible A5"],
  ["cibleFinale", "cibleFinale", "Cible finale"],
] as const;

const CIBLES = ["cibleA1", "cibleA2", "cibleA3", "cibleA4", "cibleA5"] as const;

/** The places of an indicator; one that is in no table has only the name by which it was cited. */
export function composeIndicateur(id: string, nom: string, lire: LireCellule<Sheet> | null): readonly ChampFiche[] {
  const unite = lire?.("unite").valeur ?? "";
  const read = (column: string): Lu => lire?.(column, formatOf(unite)) ?? { valeur: "", source: null };
  return CHAMPS.map(([name, column, libelle]) => {
    const { valeur, source } = name === "libelle" && lire === null ? { valeur: nom, source: null } : read(column);
    return { cle: `indicateurs.${id}.${name}`, rubrique: "indicateurs", libelle: `${id}, ${libelle}`, valeur, source };
  });
}

/** The indicators as lines of their table, from their places. */
export function indicateursOf(ids: readonly string[], champs: readonly ChampFiche[]): readonly IndicateurFiche[] {
  const valeurs = new Map(champs.map(({ cle, valeur }) => [cle, valeur]));
  return ids.map((id) => {
    const valeur = (name: string): string => valeurs.get(`indicateurs.${id}.${name}`) ?? "";
    return {
      ...{ id, libelle: valeur("libelle"), formule: valeur("formule"), source: valeur("source") },
      ...{ unite: valeur("unite"), depart: valeur("depart"), cibles: CIBLES.map(valeur) },
      cibleFinale: valeur("cibleFinale"),
    };
  });
}

function formatOf(unite: string): (nombre: number) => string {
  if (unite === "%") return formatTaux;
  return unite === "€" ? formatMontant : formatNombre;
}
