import { formatJour, type Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { findSignataires, PARTIES } from "../cpom/partie";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne, Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { cutTexte } from "../sheets/texte";
import { anneesOf } from "./annees-contrat";
import { describeActeurs, describeLesEsms, describeTerritoire, findCitees } from "./citer";
import { judgeFiche } from "./completude-fiche";
import type { ChampFiche, FicheAction, RubriqueId } from "./fiche-action";
import { composeIndicateur, indicateursOf } from "./indicateurs-fiche";
import { type Ecrit, type Lu, readerOf, RIEN } from "./lire-ligne";
import { cleanLigne, cleanTexte } from "./texte-fiche";

/** Longest title of a fiche. Source: dossier métier, § 1.8. */
const LONGEST_TITLE = 120;

/**
 * The fiche of a line of the plan of actions, filled with all that the workbook knows of it. Always a fiche, whatever the line holds: what
 * cannot be read is said as it was typed. Source: dossier métier, § 1.8.
 */
export function composeFiche(classeur: Classeur, ligne: Ligne<Sheets["actions"]>, version = 1): FicheAction {
  const { tables, ecrit } = classeur;
  const lire = tables.actions === null ? () => RIEN : readerOf(tables.actions, ligne, ecrit);
  const { value } = ligne;
  const action = cleanLigne(lire("id").valeur);
  const titre = titleOf(action, lire("intitule"));
  const objectif = objectifOf(tables.objectifs, value.objectif, ecrit);
  const cites = value.indicateurs ?? lire("indicateurs").valeur;
  const indicateurs = composeIndicateurs(tables.indicateurs, cites, ecrit);
  const pilote = lire("pilote");
  const champs: readonly ChampFiche[] = [
    champ("titre.texte", "Titre", titre),
    champ("constat.lie", "Constat lié", objectif("constat")),
    champ("constat.origine", "Origine", objectif("origine")),
    libre("constat.texte", "Éléments chiffrés"),
    champ(
      "objectif.intitule",
      "Objectif",
      objectif("intitule").source === null ? lire("objectif") : objectif("intitule"),
    ),
    champ("objectif.axe", "Axe", objectif("axe")),
    champ("objectif.priorite", "Priorité", objectif("priorite")),
    champ("descriptif.type", "Nature", lire("type")),
    fait("descriptif.esms", "ESMS concernés", describeLesEsms(classeur, value.esms ?? lire("esms").valeur).join(" ; ")),
    fait("descriptif.territoire", "Territoire", describeTerritoire(classeur, value.esms)),
    libre("descriptif.public", "Public"),
    fait("descriptif.texte", "Étapes et modalités", titre.reste),
    champ("acteurs.pilote", "Pilote", { ...pilote, valeur: describeActeurs(classeur, pilote.valeur).join(" ; ") }),
    fait(
      "acteurs.contributeurs",
      "Contributeurs",
      describeActeurs(classeur, value.contributeurs ?? lire("contributeurs").valeur).join("\n"),
    ),
    libre("acteurs.partenaires", "Partenaires"),
    champ("moyens.cout", "Coût prévisionnel", lire("cout")),
    champ("moyens.perenne", "dont pérenne", lire("coutPerenne")),
    champ("moyens.nonReconductible", "dont non reconductible", lire("coutNonReconductible")),
    champ("moyens.autofinance", "dont autofinancé", lire("coutAutofinance")),
    champ("moyens.financeurs", "Financeurs", lire("financeurs")),
    champ("moyens.etp", "ETP mobilisés", lire("etp")),
    libre("moyens.autres", "Autres moyens"),
    champ("calendrier.debut", "Début", lire("debutPrevu")),
    libre("calendrier.jalons", "Jalons"),
    champ("calendrier.fin", "Fin", lire("finPrevue")),
    ...indicateurs.champs,
    champ("vigilance.risque", "Risque", lire("risque")),
    champ("vigilance.condition", "Condition suspensive", lire("condition")),
    champ("vigilance.commentaire", "Commentaire", lire("commentaire")),
    libre("vigilance.dependances", "Dépendances"),
    libre("bonnes-pratiques.texte", "À promouvoir"),
  ];
  return finishFiche(classeur, {
    ...{ action, titre: titre.valeur, champs, version, indicateurs: indicateurs.ids },
    ...{ debut: value.debutPrevu, fin: value.finPrevue, statut: lire("statut").valeur },
  });
}

/** A place to fill, with what a cell says of it. */
export function champ(cle: `${RubriqueId}.${string}`, libelle: string, { valeur, source }: Lu): ChampFiche {
  const rubrique = cle.slice(0, cle.indexOf(".")) as RubriqueId;
  return { cle, rubrique, libelle, valeur, source };
}

/** A place made from several cells. */
export function fait(cle: `${RubriqueId}.${string}`, libelle: string, valeur: string): ChampFiche {
  return champ(cle, libelle, { valeur: cleanTexte(valeur), source: null });
}

/** A place that only a person fills. */
export function libre(cle: `${RubriqueId}.${string}`, libelle: string): ChampFiche {
  return champ(cle, libelle, RIEN);
}

/** A title, where it comes from, and the whole of it when it had to be cut. */
interface TitreFiche extends Lu {
  readonly reste: string;
}

/** Number and title, 120 characters at most. A title that is cut is no longer that of the cell. */
export function titleOf(action: string, { valeur, source }: Lu): TitreFiche {
  const whole = [action, cleanLigne(valeur)].filter((part) => part !== "").join(" ");
  const titre = cutTexte(whole, LONGEST_TITLE).replace(/[\uD800-\uDBFF](?=…$)/u, "");
  return titre === whole ? { valeur: whole, source, reste: "" } : { valeur: titre, source: null, reste: valeur };
}

/** What every fiche ends with, whatever it was made from. */
interface FicheBrute {
  readonly action: string;
  readonly titre: string;
  readonly champs: readonly ChampFiche[];
  /** Identifiers of the indicators. */
  readonly indicateurs: readonly string[];
  readonly version: number;
  readonly debut: Jour | null;
  readonly fin: Jour | null;
  readonly statut: string;
}

export function finishFiche(classeur: Classeur, brute: FicheBrute): FicheAction {
  const { action, titre, champs, version, statut } = brute;
  const annees = anneesOf(classeur, brute);
  const signataires = findSignataires(classeur);
  return {
    ...{ action, titre, contrat: describeContrat(classeur), champs, annees },
    indicateurs: indicateursOf(brute.indicateurs, champs),
    ...judgeFiche(action, champs),
    pied: {
      ...{ version, date: formatJour(classeur.today), statut: cleanLigne(statut) },
      visas: signataires.length === 0 ? PARTIES : signataires,
    },
  };
}

/** The fiche with other texts in its places, by their key; its indicators and its completeness follow. */
export function withValeurs(fiche: FicheAction, valeurs: ReadonlyMap<string, string>): FicheAction {
  const champs = fiche.champs.map((one) => ({ ...one, valeur: valeurs.get(one.cle) ?? one.valeur }));
  return {
    ...fiche,
    champs,
    indicateurs: indicateursOf(
      fiche.indicateurs.map(({ id }) => id),
      champs,
    ),
    titre: valeurs.get("titre.texte") ?? fiche.titre,
    ...judgeFiche(fiche.action, champs),
  };
}

/** « CPOM 2028-2032 — Association Les Tilleuls ». */
function describeContrat(classeur: Classeur): string {
  const contrat = classeur.tables.cpom?.lignes[0]?.value;
  if (contrat === undefined) return "";
  const annees = anneesOf(classeur, { debut: null, fin: null });
  const [first, last] = [annees.at(0)?.annee, annees.at(-1)?.annee];
  const gestionnaire = cleanLigne(contrat.gestionnaire ?? "");
  if (first === undefined || last === undefined) return cleanLigne(contrat.intitule ?? gestionnaire);
  return [`CPOM ${first}-${last}`, gestionnaire].filter((part) => part !== "").join(" — ");
}

/** Reads the first line of the objectifs that the action names; nothing of one that is not in the workbook. */
function objectifOf(
  table: Table<Sheets["objectifs"]> | null,
  typed: string | null,
  ecrit: Ecrit,
): (name: keyof Sheets["objectifs"]["columns"]) => Lu {
  const ligne = findCitees(table, typed).flatMap(({ lignes }) => lignes)[0];
  return table === null || ligne === undefined ? () => RIEN : readerOf(table, ligne, ecrit);
}

function composeIndicateurs(table: Table<Sheets["indicateurs"]> | null, typed: unknown, ecrit: Ecrit) {
  const ids = new Set<string>();
  const champs: ChampFiche[] = [];
  for (const { ecrit: nom, lignes } of findCitees(table, typed)) {
    const lines = lignes.length === 0 ? [null] : lignes;
    for (const ligne of lines) {
      const lire = table === null || ligne === null ? null : readerOf<Sheet>(table, ligne, ecrit);
      const id = cleanLigne(lire?.("id").valeur ?? "") || nom;
      if (id === "" || ids.has(id)) continue;
      ids.add(id);
      champs.push(...composeIndicateur(id, nom, lire));
    }
  }
  return { ids: [...ids], champs };
}
