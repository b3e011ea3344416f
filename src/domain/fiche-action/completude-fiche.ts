import type { ChampFiche, CompletudeFiche, FicheAction, RubriqueId } from "./fiche-action";
import { RUBRIQUES } from "./fiche-action";

type Jugement = Pick<FicheAction, "completude" | "manques">;

/**
 * How far a fiche is: `negociable` once sections 1 to 5 and 7 are filled, `contractualisable` once 1 to 8 are and each indicator has where
 * it starts and its final target. Source: dossier métier, § 1.8.
 */
export function judgeFiche(action: string, champs: readonly ChampFiche[]): Jugement {
  const filled = new Set(champs.filter(({ valeur }) => valeur.trim() !== "").map(({ cle }) => cle));
  // The number alone is no title.
  if (champs.some(({ cle, valeur }) => cle === "titre.texte" && valeur === action)) filled.delete("titre.texte");
  const isFilled = (id: RubriqueId): boolean => {
    if (id === "indicateurs") return hasMeasuredIndicateurs(champs, filled);
    if (id === "moyens") return [...filled].some((cle) => cle.startsWith("moyens."));
    return (SUFFISENT[id] ?? []).every((group) => group.some((cle) => filled.has(cle)));
  };
  const manques = RUBRIQUES.filter(({ id, isObligatoire }) => isObligatoire && !isFilled(id)).map(({ id }) => id);
  return { completude: levelOf(manques), manques };
}

/** What the place of a section holds when it is filled: one of each group. */
const SUFFISENT: Readonly<Partial<Record<RubriqueId, readonly (readonly string[])[]>>> = {
  titre: [["titre.texte"]],
  constat: [["constat.lie", "constat.texte"]],
  objectif: [["objectif.intitule"]],
  descriptif: [["descriptif.texte"]],
  acteurs: [["acteurs.pilote"]],
  calendrier: [["calendrier.debut"], ["calendrier.fin"]],
};

/** How far a fiche is, in words. */
export const COMPLETUDES: Readonly<Record<CompletudeFiche, string>> = {
  incomplete: "Incomplète",
  negociable: "Négociable",
  contractualisable: "Contractualisable",
};

/** Sections that hold what they must, or anything where nothing is asked of them: « 8 rubriques sur 10 ». */
export function countRemplies({ champs, manques }: Pick<FicheAction, "champs" | "manques">): number {
  const filled = new Set(champs.filter(({ valeur }) => valeur.trim() !== "").map(({ rubrique }) => rubrique));
  return RUBRIQUES.filter(({ id, isObligatoire }) => (isObligatoire ? !manques.includes(id) : filled.has(id))).length;
}

const APRES_NEGOCIATION: ReadonlySet<RubriqueId> = new Set<RubriqueId>(["moyens", "indicateurs"]);

function levelOf(manques: readonly RubriqueId[]): CompletudeFiche {
  if (manques.length === 0) return "contractualisable";
  return manques.every((id) => APRES_NEGOCIATION.has(id)) ? "negociable" : "incomplete";
}

function hasMeasuredIndicateurs(champs: readonly ChampFiche[], filled: ReadonlySet<string>): boolean {
  const named = champs
    .filter(({ cle }) => cle.endsWith(LIBELLE) && filled.has(cle))
    .map(({ cle }) => cle.slice(0, -LIBELLE.length));
  return named.length > 0 && named.every((one) => filled.has(`${one}.depart`) && filled.has(`${one}.cibleFinale`));
}

const LIBELLE = ".libelle";
