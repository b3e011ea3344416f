import type { Classeur } from "../classeur";
import { type Partie, partieOfActeur, partieOfTexte } from "../cpom/partie";
import { lettrePorteur } from "../raci/convention";
import type { Lettre } from "../raci/role";
import type { Sheets } from "../sheets/catalogue";
import { type ColumnName, headerOf, placeOf, type Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { type Element, isFilled, toElement } from "./element";
import { planActionsElements } from "./elements-plan-actions";
import { partieReader } from "./partie-citee";

/** Everything the tools of the workbook count, tool by tool, in the order of the lines. */
export function collectElements(classeur: Classeur): readonly Element[] {
  const { tables } = classeur;
  const partieOf = partieReader(classeur);
  return [
    ...elementsOf(tables.parametres, reglages),
    ...elementsOf(tables.cpom, champs),
    ...elementsOf(tables.perimetre, esms),
    ...elementsOf(tables.checklist, (table) => points(table, partieOf)),
    ...elementsOf(tables["retro-planning"], (table) => taches(table, partieOf)),
    ...elementsOf(tables.acteurs, acteurs),
    ...elementsOf(tables.raci, (table) => activites(table, lettrePorteur(classeur), partieOf)),
    ...planActionsElements(classeur),
    ...elementsOf(tables.outils, (table) => documents(table, partieOf)),
    ...elementsOf(tables.lancement, (table) => pointsDeLancement(table, partieOf)),
    ...elementsOf(tables.referent, referents),
    ...elementsOf(tables.instances, (table) => instances(table, partieOf)),
    ...elementsOf(tables.seances, (table) => seances(table, classeur)),
  ];
}

type PartieReader = (typed: unknown) => Partie | null;

function elementsOf<S extends Sheet>(
  table: Table<S> | null,
  collect: (table: Table<S>) => readonly Element[],
): readonly Element[] {
  return table === null ? [] : collect(table);
}

function requiredColumns<S extends Sheet>({ sheet }: Table<S>): readonly ColumnName<S>[] {
  return Object.keys(sheet.columns).filter((name) => sheet.columns[name]?.required === true);
}

function reglages(table: Table<Sheets["parametres"]>): readonly Element[] {
  return table.lignes.map((ligne) =>
    toElement("parametres", "reglages-remplis", placeOf(table, ligne.row, "valeur"), {
      fait: isFilled(ligne, "valeur"),
    }),
  );
}

/** The fields of the identity card, its first line; without a line, all its fields are empty. */
function champs(table: Table<Sheets["cpom"]>): readonly Element[] {
  const [ligne] = table.lignes;
  return requiredColumns(table).map((name) => {
    const at = ligne === undefined ? headerOf(table) : placeOf(table, ligne.row, name);
    return toElement("cpom", "champs-remplis", at, { fait: ligne?.state[name] === "filled" });
  });
}

function esms(table: Table<Sheets["perimetre"]>): readonly Element[] {
  const required = requiredColumns(table);
  return table.lignes.map((ligne) => {
    const fait = isFilled(ligne, ...required);
    return toElement("perimetre", "esms-complets", placeOf(table, ligne.row, "raisonSociale"), { fait, entame: true });
  });
}

/** Points « Sans objet » count for nothing. Source: dossier métier, § 1.1. */
function points(table: Table<Sheets["checklist"]>, partieOf: PartieReader): readonly Element[] {
  return table.lignes.flatMap((ligne) => {
    const { statut, phase, porteur, parties } = ligne.value;
    if (statut === "Sans objet") return [];
    const [only] = parties ?? [];
    const byPartie = only !== undefined && parties?.length === 1 ? partieOfTexte(only) : null;
    const entame = statut !== null && statut !== "À faire";
    const partie = porteur === null ? byPartie : partieOf(porteur);
    const at = placeOf(table, ligne.row, "statut");
    return [toElement("checklist", "points-faits", at, { fait: statut === "Fait", entame, phase, partie })];
  });
}

/** A task has a place in time once it has a last day; somebody has it to do until it is over. */
function taches(table: Table<Sheets["retro-planning"]>, partieOf: PartieReader): readonly Element[] {
  return table.lignes.flatMap((ligne) => {
    const { statut, phase, porteur, finAuPlusTard, finReelle, dateContrainte } = ligne.value;
    if (statut === "Annulée") return [];
    const fait = finAuPlusTard !== null || finReelle !== null || dateContrainte !== null;
    const aFaire = statut !== "Terminée" && finReelle === null;
    const at = placeOf(table, ligne.row, "finAuPlusTard");
    return [toElement("retro-planning", "taches-datees", at, { fait, aFaire, phase, partie: partieOf(porteur) })];
  });
}

/** People and functions need a name; bodies and organisations are known by theirs. */
function acteurs(table: Table<Sheets["acteurs"]>): readonly Element[] {
  return table.lignes.flatMap((ligne) => {
    const { nature, actif } = ligne.value;
    if (actif === "Non" || nature === "Instance" || nature === "Organisme") return [];
    const at = placeOf(table, ligne.row, "nom");
    const details = { fait: isFilled(ligne, "nom"), partie: partieOfActeur(ligne) };
    return [toElement("acteurs", "acteurs-nommes", at, details)];
  });
}

/** An activity has one porteur, whose letter the convention gives. */
function activites(table: Table<Sheets["raci"]>, porteur: Lettre, partieOf: PartieReader): readonly Element[] {
  return table.lignes.map((ligne) => {
    const porteurs = [...ligne.cells].filter(([, lettres]) => lettres.includes(porteur)).map(([title]) => title);
    const [only = null] = porteurs;
    return toElement("raci", "activites-portees", placeOf(table, ligne.row, "activite"), {
      fait: porteurs.length === 1,
      entame: ligne.cells.size > 0,
      phase: ligne.value.phase,
      partie: porteurs.length === 1 ? partieOf(only) : null,
    });
  });
}

/** Who should have a document, where nobody is named: the authority or the gestionnaire of that level. */
const DETENTEURS: Readonly<Record<string, Partie>> = {
  Régional: "ARS",
  Départemental: "Département",
  Gestionnaire: "Organisme gestionnaire",
  ESMS: "Organisme gestionnaire",
};

/** A document is listed once it is known whether it can be had; it is to be had while it is missing. */
function documents(table: Table<Sheets["outils"]>, partieOf: PartieReader): readonly Element[] {
  return table.lignes.map((ligne) => {
    const { disponible, detenteur, niveau, phase } = ligne.value;
    const byNiveau = niveau === null ? null : (DETENTEURS[niveau] ?? null);
    const partie = detenteur === null ? byNiveau : partieOf(detenteur);
    const aFaire = disponible !== "Oui" && disponible !== "Sans objet";
    const at = placeOf(table, ligne.row, "disponible");
    return toElement("outils", "documents-recenses", at, { fait: disponible !== null, aFaire, phase, partie });
  });
}

function pointsDeLancement(table: Table<Sheets["lancement"]>, partieOf: PartieReader): readonly Element[] {
  return table.lignes.map((ligne) => {
    const { traite, porteur } = ligne.value;
    const details = { fait: traite === "Oui", entame: traite === "Oui" || traite === "Reporté" };
    const at = placeOf(table, ligne.row, "traite");
    return toElement("lancement", "points-traites", at, { ...details, partie: partieOf(porteur) });
  });
}

/** A référent is appointed with a titulaire, a suppléant and time, on any line of that référent. Source: dossier métier, § 1.1 (P08) and § 1.9. */
function referents(table: Table<Sheets["referent"]>): readonly Element[] {
  const names = [...new Set(table.lignes.map(({ value }) => value.referent))].filter((one) => one !== null);
  return names.flatMap((referent) => {
    const own = table.lignes.filter(({ value }) => value.referent === referent);
    const [first] = own;
    if (first === undefined) return [];
    const has = (name: "titulaire" | "suppleant" | "temps"): boolean => own.some((ligne) => isFilled(ligne, name));
    return [
      toElement("referent", "referents-designes", placeOf(table, first.row, "titulaire"), {
        fait: has("titulaire") && has("suppleant") && has("temps"),
        entame: own.some(({ state }) => state.suppleant === "filled" || state.temps === "filled"),
        partie: partieOfTexte(referent),
      }),
    ];
  });
}

function instances(table: Table<Sheets["instances"]>, partieOf: PartieReader): readonly Element[] {
  return table.lignes.map((ligne) => {
    const fait = isFilled(ligne, "composition", "presidence", "secretariat", "frequence");
    const partie = partieOf(ligne.value.secretariat ?? ligne.value.presidence);
    return toElement("comitologie", "instances-composees", placeOf(table, ligne.row, "instance"), { fait, partie });
  });
}

/** Meetings that were held; those to come ask for nothing yet. */
function seances(table: Table<Sheets["seances"]>, { today }: Classeur): readonly Element[] {
  return table.lignes
    .filter(({ value: { date } }) => date !== null && date <= today)
    .map((ligne) => {
      const at = placeOf(table, ligne.row, "crEnvoye");
      const fait = ligne.value.crEnvoye !== null || ligne.value.crValide !== null;
      return toElement("comitologie", "seances-avec-compte-rendu", at, { fait });
    });
}
