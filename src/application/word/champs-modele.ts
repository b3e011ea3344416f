import { COMPLETUDES } from "../../domain/fiche-action/completude-fiche";
import { type FicheAction, RUBRIQUES, type RubriqueId } from "../../domain/fiche-action/fiche-action";
import { normalizeTexte } from "../../domain/sheets/texte";
import { PREVUE } from "./blocs-fiche";
import { linesOf } from "./texte-brut";

/** A place that a model of the house may hold. */
export interface ChampModele {
  /** As it is typed between braces: `pilote`. Capitals, accents, hyphens and spaces do not count. */
  readonly nom: string;
  /** What fills it. */
  readonly aide: string;
}

/** Rows that a model repeats, between `{#nom}` and `{/nom}`. */
interface ListeModele extends ChampModele {
  /** What stands between: any place of the fiche, and these. */
  readonly champs: readonly ChampModele[];
}

/** Every place and list that a model may hold, for whoever writes one. */
export function listFields(): { readonly champs: readonly ChampModele[]; readonly listes: readonly ListeModele[] } {
  return {
    champs: CHAMPS.map(describe),
    listes: LISTES.map((liste) => ({ ...describe(liste), champs: liste.champs.map(describe) })),
  };
}

/** The name as it is compared. */
export function keyOf(nom: string): string {
  return normalizeTexte(nom).replaceAll(" ", "");
}

/** Texts of the places of a fiche, by the key of their name. */
export function valeursOf(fiche: FicheAction): ReadonlyMap<string, string> {
  return new Map(CHAMPS.map(({ nom, read }) => [keyOf(nom), printable(read(fiche))]));
}

/** Texts of the places of each row of each list, by the key of their name. */
export function rangsOf(fiche: FicheAction): ReadonlyMap<string, readonly ReadonlyMap<string, string>[]> {
  return new Map(
    LISTES.map(({ nom, champs, count }) => {
      const rangs = Array.from({ length: count(fiche) }, (_, rang) => {
        return new Map(champs.map((one) => [keyOf(one.nom), printable(one.read(fiche, rang))]));
      });
      return [keyOf(nom), rangs];
    }),
  );
}

interface Champ extends ChampModele {
  readonly read: (fiche: FicheAction) => string;
}

interface Liste extends ChampModele {
  readonly count: (fiche: FicheAction) => number;
  readonly champs: readonly ChampDeListe[];
}

interface ChampDeListe extends ChampModele {
  readonly read: (fiche: FicheAction, rang: number) => string;
}

const CHAMPS: readonly Champ[] = [
  { nom: "action", aide: "Identifiant de l’action", read: ({ action }) => action },
  { nom: "titre", aide: "Numéro et intitulé de l’action", read: ({ titre }) => titre },
  { nom: "contrat", aide: "Contrat et organisme gestionnaire", read: ({ contrat }) => contrat },
  section("constat"),
  place("constat-lie", "constat.lie", "Constat de l’objectif lié"),
  place("origine", "constat.origine", "Origine du constat"),
  place("elements-chiffres", "constat.texte", "Éléments chiffrés du constat"),
  section("objectif"),
  place("objectif-intitule", "objectif.intitule", "Intitulé de l’objectif"),
  place("axe", "objectif.axe", "Axe de l’objectif"),
  place("priorite", "objectif.priorite", "Priorité de l’objectif"),
  section("descriptif"),
  place("nature", "descriptif.type", "Nature de l’action"),
  place("esms", "descriptif.esms", "ESMS concernés"),
  place("territoire", "descriptif.territoire", "Territoire"),
  place("public", "descriptif.public", "Public"),
  place("etapes", "descriptif.texte", "Étapes et modalités"),
  section("acteurs"),
  place("pilote", "acteurs.pilote", "Pilote"),
  place("contributeurs", "acteurs.contributeurs", "Contributeurs"),
  place("partenaires", "acteurs.partenaires", "Partenaires"),
  section("moyens"),
  place("cout", "moyens.cout", "Coût prévisionnel"),
  place("perenne", "moyens.perenne", "Part pérenne du coût"),
  place("non-reconductible", "moyens.nonReconductible", "Part non reconductible du coût"),
  place("autofinance", "moyens.autofinance", "Part autofinancée du coût"),
  place("financeurs", "moyens.financeurs", "Financeurs"),
  place("etp", "moyens.etp", "ETP mobilisés"),
  place("autres-moyens", "moyens.autres", "Autres moyens"),
  section("calendrier"),
  place("debut", "calendrier.debut", "Début prévu"),
  place("jalons", "calendrier.jalons", "Jalons"),
  place("fin", "calendrier.fin", "Fin prévue"),
  section("vigilance"),
  place("risque", "vigilance.risque", "Risque"),
  place("condition", "vigilance.condition", "Condition suspensive"),
  place("commentaire", "vigilance.commentaire", "Commentaire"),
  place("dependances", "vigilance.dependances", "Dépendances"),
  section("bonnes-pratiques"),
  { nom: "version", aide: "Numéro de version de la fiche", read: ({ pied }) => String(pied.version) },
  { nom: "date", aide: "Jour où la fiche est faite", read: ({ pied }) => pied.date },
  { nom: "statut", aide: "Statut de l’action", read: ({ pied }) => pied.statut },
  { nom: "completude", aide: "Complétude de la fiche", read: ({ completude }) => COMPLETUDES[completude] },
  {
    ...{ nom: "manques", aide: "Rubriques auxquelles il manque quelque chose" },
    read: ({ manques }) =>
      RUBRIQUES.filter(({ id }) => manques.includes(id))
        .map(({ titre }) => titre)
        .join(", "),
  },
];

const LISTES: readonly Liste[] = [
  {
    ...{ nom: "indicateurs", aide: "Une fois pour chaque indicateur" },
    count: ({ indicateurs }) => indicateurs.length,
    champs: [
      { nom: "id", aide: "Identifiant de l’indicateur", read: ({ indicateurs }, rang) => indicateurs[rang]?.id ?? "" },
      { nom: "libelle", aide: "Libellé", read: ({ indicateurs }, rang) => indicateurs[rang]?.libelle ?? "" },
      { nom: "formule", aide: "Formule de calcul", read: ({ indicateurs }, rang) => indicateurs[rang]?.formule ?? "" },
      { nom: "source", aide: "Source de la donnée", read: ({ indicateurs }, rang) => indicateurs[rang]?.source ?? "" },
      { nom: "unite", aide: "Unité", read: ({ indicateurs }, rang) => indicateurs[rang]?.unite ?? "" },
      { nom: "depart", aide: "Valeur de départ", read: ({ indicateurs }, rang) => indicateurs[rang]?.depart ?? "" },
      ...[1, 2, 3, 4, 5].map((annee) => ({
        ...{ nom: `cible-${annee}`, aide: `Cible de la ${annee === 1 ? "1re" : `${annee}e`} année` },
        read: ({ indicateurs }: FicheAction, rang: number) => indicateurs[rang]?.cibles[annee - 1] ?? "",
      })),
      {
        ...{ nom: "cible-finale", aide: "Cible finale" },
        read: ({ indicateurs }, rang) => indicateurs[rang]?.cibleFinale ?? "",
      },
    ],
  },
  {
    ...{ nom: "annees", aide: "Une fois pour chaque année du contrat" },
    count: ({ annees }) => annees.length,
    champs: [
      { nom: "annee", aide: "Année, 2028", read: ({ annees }, rang) => String(annees[rang]?.annee ?? "") },
      {
        ...{ nom: "prevue", aide: "« Prévue » les années où l’action se déroule" },
        read: ({ annees }, rang) => (annees[rang]?.isEnCours === true ? PREVUE : ""),
      },
    ],
  },
  {
    ...{ nom: "visas", aide: "Une fois pour chaque signataire" },
    count: ({ pied }) => pied.visas.length,
    champs: [{ nom: "visa", aide: "Nom du signataire", read: ({ pied }, rang) => pied.visas[rang] ?? "" }],
  },
];

function place(nom: string, cle: string, aide: string): Champ {
  return { nom, aide, read: ({ champs }) => champs.find((champ) => champ.cle === cle)?.valeur ?? "" };
}

/** Everything that a section says, a line each. */
function section(id: RubriqueId): Champ {
  const titre = RUBRIQUES.find((rubrique) => rubrique.id === id)?.titre ?? id;
  return {
    ...{ nom: id, aide: `Toute la rubrique « ${titre} »` },
    read: ({ champs }) => {
      const own = champs.filter(({ rubrique }) => rubrique === id);
      return own
        .filter(({ valeur }) => valeur.trim() !== "")
        .map(({ libelle, valeur }) => (own.length === 1 ? valeur : `${libelle}\u00a0: ${valeur}`))
        .join("\n");
    },
  };
}

function describe({ nom, aide }: ChampModele): ChampModele {
  return { nom, aide };
}

function printable(text: string): string {
  return linesOf(text).join("\n");
}
