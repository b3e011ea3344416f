import { formatJour, type Jour } from "../../domain/calendrier/jour";
import type { Classeur } from "../../domain/classeur";
import { periodeDuContrat } from "../../domain/cpom/periode-du-contrat";
import {
  engagementsDuPlan,
  type EngagementsDuPlan,
  type NatureCredit,
  NATURES,
  sumMontants,
} from "../../domain/eprd/engagements";
import { readParametres } from "../../domain/parametres";
import { nameLigne } from "../../domain/rules/empty-cells";
import { findUsage } from "../../domain/rules/indicateurs-utilises";
import { type Atteinte, atteinteOf, isAtteint } from "../../domain/suivi/atteinte";
import { ETATS } from "../../domain/suivi/etat-action";
import type { Couleur } from "../../domain/suivi/meteo";
import { formatPart, formatValeur } from "../../domain/suivi/phrases";
import { type GroupeSuivi, groupSuivi, type SuiviAction, suiviDuPlan } from "../../domain/suivi/suivi-du-plan";
import { cutTexte } from "../../domain/sheets/texte";
import type { CellContent } from "../ports/workbook";
import { TITRES } from "./is-synthese-copil";

/** How a column of a block is written. */
export type FormatColonne = "texte" | "ligne" | "nombre" | "part" | "euros" | "centre";

/** A cell that draws the share held by another column of its line, counted from 1 in the block. */
export interface Barre {
  readonly barre: number;
  /** Characters for the whole. */
  readonly longueur: number;
}

/** One table of the page: its title, its header, its lines. */
export interface Bloc {
  readonly titre: string;
  readonly header: readonly string[];
  readonly formats: readonly FormatColonne[];
  readonly lines: readonly (readonly (CellContent | Barre)[])[];
  /** What is left out, or what to know; `null`: nothing. */
  readonly note: string | null;
  /** Lines, from 1, that stand out. */
  readonly totals: readonly number[];
  /** Lines, from 1, of figures with two decimals. */
  readonly decimals?: readonly number[];
  /** What a chart draws of its lines where the page has room; left out: nothing. */
  readonly graphique?: Graphique;
}

/** Shares of the lines of a block, side by side. Columns are counted from 1 in the block. */
interface Graphique {
  readonly titre: string;
  readonly noms: number;
  readonly series: readonly [SerieGraphique, ...(readonly SerieGraphique[])];
}

interface SerieGraphique {
  readonly titre: string;
  readonly colonne: number;
  readonly couleur: string;
}

/** Characters of a bar: one for five points. */
const BARRE = 20;

/** Lines a block shows at most, so that all of them hold on one page and are still read. */
const MOST = { objectifs: 8, esms: 4, retards: 5, indicateurs: 8, pilotes: 5 } as const;

/** The left half of the page, from top to bottom. */
export function blocsDeGauche(classeur: Classeur): readonly Bloc[] {
  return [blocEtats(classeur), blocObjectifs(classeur), ...blocEsms(classeur), blocRetards(classeur)];
}

/** The right half; its first block stands beside that of the left. */
export function blocsDeDroite(classeur: Classeur): readonly Bloc[] {
  const blocs = [blocMeteo(classeur), blocIndicateurs(classeur), blocCouts(classeur), blocPilotes(classeur)];
  return blocs.flatMap((bloc) => (bloc === null ? [] : [bloc]));
}

/** Signs of the colours: they say the same in black and white. */
const SIGNES: Readonly<Record<Couleur, string>> = { Rouge: "■ Rouge", Orange: "▲ Orange", Vert: "● Vert" };
const SANS_METEO = "○ Sans météo";

function blocEtats(classeur: Classeur): Bloc {
  const actions = suiviDuPlan(classeur);
  const known = ETATS.map((etat) => [etat, actions.filter((one) => one.etat === etat).length] as const);
  const without = actions.filter(({ etat }) => etat === null).length;
  const counts = [...known, ...(without === 0 ? [] : [["Sans statut", without] as const])];
  return {
    titre: "Où en sont les actions",
    header: [TITRES.etat, TITRES.repartition, "Nombre", "Part"],
    formats: ["texte", "ligne", "nombre", "part"],
    lines: [
      ...counts
        .filter(([, nombre]) => nombre > 0)
        .map(([etat, nombre]) => {
          return [etat, { barre: 4, longueur: BARRE }, nombre, nombre / actions.length];
        }),
      ["Total", null, actions.length, null],
    ],
    note: null,
    totals: [counts.filter(([, nombre]) => nombre > 0).length + 1],
  };
}

function blocMeteo(classeur: Classeur): Bloc {
  const actions = suiviDuPlan(classeur);
  const seuils = readParametres(classeur);
  const proche = `${formatPart(seuils["meteo.avancement-fin-proche"])} à ${seuils["meteo.fin-proche"]} jours de la fin`;
  const lines: readonly (readonly [string, string, Couleur | null])[] = [
    [SIGNES.Rouge, "Fin prévue dépassée", "Rouge"],
    [SIGNES.Orange, `Retard de plus de ${seuils["meteo.retard-orange"]} points, ou moins de ${proche}`, "Orange"],
    [SIGNES.Vert, "À temps, ou action close", "Vert"],
    [SANS_METEO, "Dates ou avancement à renseigner", null],
  ];
  return {
    titre: "Météo calculée",
    header: [TITRES.meteo, TITRES.signal, "Nombre"],
    formats: ["texte", "texte", "nombre"],
    lines: lines.map(([signe, sens, couleur]) => {
      return [signe, sens, actions.filter(({ meteo }) => meteo.couleur === couleur).length];
    }),
    note: null,
    totals: [],
  };
}

function blocObjectifs(classeur: Classeur): Bloc {
  const groupes = groupSuivi(classeur, "objectif");
  return {
    titre: "Avancement par objectif",
    header: ["Objectif", "Intitulé", ...HEADER_GROUPES],
    formats: ["texte", "texte", ...FORMATS_GROUPES],
    lines: groupes
      .slice(0, MOST.objectifs)
      .map((groupe) => [
        ...[groupe.nom ?? "Sans objectif", cut(groupe.intitule, LONGEST.intitule), ...figuresOf(groupe)],
      ]),
    note: sayRest(groupes.length - MOST.objectifs, "objectif", "objectifs"),
    totals: [],
    ...(isDrawable(groupes.slice(0, MOST.objectifs)) && { graphique: TEMPS_ET_AVANCEMENT }),
  };
}

/** Dark on light: the two are told apart in black and white. */
const TEMPS_ET_AVANCEMENT: Graphique = {
  titre: "Temps écoulé et avancement par objectif",
  noms: 1,
  series: [
    { titre: "Temps écoulé", colonne: 4, couleur: "B4C7E7" },
    { titre: "Avancement", colonne: 5, couleur: "1F3864" },
  ],
};

/** One objective alone is compared with nothing, and Excel draws no bar without a number. */
function isDrawable(groupes: readonly GroupeSuivi[]): boolean {
  const told = groupes.filter(({ ecoule, avancement }) => ecoule !== null && avancement !== null);
  return told.length > 1;
}

/** None where no action names an establishment: a table of the others alone tells nothing. */
function blocEsms(classeur: Classeur): readonly Bloc[] {
  const groupes = groupSuivi(classeur, "esms");
  if (groupes.every(({ nom }) => nom === null)) return [];
  const bloc: Bloc = {
    titre: "Avancement par ESMS",
    header: ["Retards", "ESMS", ...HEADER_GROUPES],
    formats: ["centre", "texte", ...FORMATS_GROUPES],
    lines: groupes
      .slice(0, MOST.esms)
      .map((groupe) => [groupe.retards, cut(groupe.nom ?? "Sans ESMS", LONGEST.intitule), ...figuresOf(groupe)]),
    note: sayRest(groupes.length - MOST.esms, "ESMS", "ESMS"),
    totals: [],
  };
  return [bloc];
}

/** The columns that objectives and establishments share. */
const HEADER_GROUPES = ["Actions", "Temps écoulé", "Avancement", "Avancement (█ = 5 %)"] as const;
const FORMATS_GROUPES = ["centre", "part", "part", "ligne"] as const;

function figuresOf(groupe: GroupeSuivi): readonly (CellContent | Barre)[] {
  const { ecoule, avancement } = groupe;
  return [sayActions(groupe), ecoule, avancement, avancement === null ? null : { barre: 5, longueur: BARRE }];
}

function blocRetards(classeur: Classeur): Bloc {
  const late = suiviDuPlan(classeur)
    .filter(({ retard }) => retard > 0)
    .toSorted((one, other) => other.retard - one.retard);
  return {
    titre: late.length === 0 ? "Actions en retard : aucune" : `Actions en retard (${late.length})`,
    header: ["Action", "Intitulé", "Pilote", "Fin prévue", "Jours", "Statut et avancement"],
    formats: ["texte", "texte", "texte", "centre", "nombre", "texte"],
    lines: late
      .slice(0, MOST.retards)
      .map((action) => [
        action.nom,
        cut(action.ligne.value.intitule, LONGEST.intitule),
        cut(action.ligne.value.pilote, LONGEST.pilote),
        action.ligne.value.finPrevue === null ? null : formatJour(action.ligne.value.finPrevue),
        action.retard,
        sayAvancement(action),
      ]),
    note: sayRest(late.length - MOST.retards, "action", "actions"),
    totals: [],
  };
}

function blocIndicateurs(classeur: Classeur): Bloc | null {
  const { indicateurs } = classeur.tables;
  if (indicateurs === null) return null;
  const usage = findUsage(classeur);
  const used = indicateurs.lignes.filter((ligne) => !usage.isSpare(ligne));
  const tolerance = readParametres(classeur)["indicateurs.tolerance-stabilite"];
  const judged = used.map((ligne) => ({ ligne, atteinte: atteinteOf(ligne.value, tolerance) }));
  // Those that were measured tell most.
  const shown = judged.toSorted((one, other) => rankOf(one.atteinte) - rankOf(other.atteinte));
  return {
    titre: sayAtteints(judged.map((one) => one.atteinte)),
    header: ["Indicateur", "Libellé", "Départ", "Réalisé", "Année", "Cible", "Atteinte", "█ = 10 %"],
    formats: ["texte", "texte", "centre", "centre", "centre", "centre", "part", "ligne"],
    lines: shown.slice(0, MOST.indicateurs).map(({ ligne, atteinte }) => {
      const { libelle, valeurDepart, cibleFinale, unite } = ligne.value;
      const mesure = atteinte.kind === "inconnue" ? null : atteinte.mesure;
      return [
        nameLigne(indicateurs.sheet, ligne),
        cut(libelle, LONGEST.libelle),
        valeurDepart === null ? null : formatValeur(valeurDepart, unite),
        mesure === null ? null : formatValeur(mesure.realise, unite),
        mesure === null ? null : `A${mesure.annee}`,
        cibleFinale === null ? null : formatValeur(cibleFinale, unite),
        sayAtteinte(atteinte),
        atteinte.kind === "chemin" ? { barre: 7, longueur: 10 } : null,
      ];
    }),
    note: sayRest(judged.length - MOST.indicateurs, "indicateur", "indicateurs"),
    totals: [],
  };
}

const LIBELLES: Readonly<Record<NatureCredit, string>> = {
  perenne: "Pérenne",
  nonReconductible: "Non reconductible",
  autofinance: "Autofinancé",
  aVentiler: "À ventiler",
};

/** Years a page holds. */
const MOST_YEARS = 5;

function blocCouts(classeur: Classeur): Bloc | null {
  const engagements = engagementsDuPlan(classeur);
  const { total, moyens } = engagements;
  const whole = sumMontants(total);
  if (whole === 0 && engagements.etp === 0) return null;
  const { shown, isPartial } = yearsOfPage(engagements, periodeDuContrat(classeur).effet);
  const natures = NATURES.filter((nature) => total[nature] > 0);
  const pad = (values: readonly CellContent[]): readonly CellContent[] => [
    ...values,
    ...Array.from({ length: MOST_YEARS - values.length }, () => null),
  ];
  return {
    titre: "Coûts (€) et ETP par année",
    header: [
      "Nature",
      "",
      ...Array.from({ length: MOST_YEARS }, (_, index) => String(shown[index]?.annee ?? "")),
      "Total",
    ],
    formats: ["texte", "ligne", ...Array.from({ length: MOST_YEARS + 1 }, () => "euros" as const)],
    lines: [
      ...natures.map((nature) => [
        ...[LIBELLES[nature], null],
        ...[...pad(shown.map(({ montants }) => montants[nature])), total[nature]],
      ]),
      ["Ensemble", null, ...pad(shown.map(({ montants }) => sumMontants(montants))), whole],
      ["ETP", null, ...pad(shown.map(({ etp }) => Math.round(etp * 100) / 100)), null],
      ["Moyens", sayMoyens(engagements), ...pad([]), moyens.total],
    ],
    note: sayCouts(engagements, isPartial),
    totals: [natures.length + 1],
    decimals: [natures.length + 2],
  };
}

/**
 * The years that the page holds: those of the contract where it is known, else from the first one that commits something; `isPartial` when
 * another one commits something too.
 */
function yearsOfPage(
  { annees }: EngagementsDuPlan,
  effet: Jour | null,
): { readonly shown: EngagementsDuPlan["annees"]; readonly isPartial: boolean } {
  const isUsed = ({ montants, etp }: EngagementsDuPlan["annees"][number]): boolean =>
    sumMontants(montants) > 0 || etp > 0;
  const first = annees.findIndex((one) => (effet === null ? isUsed(one) : one.annee >= Number(effet.slice(0, 4))));
  const from = Math.max(0, Math.min(first, annees.length - MOST_YEARS));
  const shown = annees.slice(from, from + MOST_YEARS);
  return { shown, isPartial: annees.some((one) => !shown.includes(one) && isUsed(one)) };
}

function blocPilotes(classeur: Classeur): Bloc {
  const groupes = groupSuivi(classeur, "pilote").toSorted((one, other) => other.actions.length - one.actions.length);
  return {
    titre: "Par pilote",
    header: ["Pilote", "Fonction", "Actions", "Retards", "Temps", "Fait"],
    formats: ["texte", "texte", "centre", "nombre", "part", "part"],
    lines: groupes
      .slice(0, MOST.pilotes)
      .map((groupe) => [
        groupe.nom === null ? "Sans pilote" : cut(groupe.nom, LONGEST.pilote),
        cut(groupe.intitule, LONGEST.libelle),
        ...[groupe.actions.length, groupe.retards, groupe.ecoule, groupe.avancement],
      ]),
    note: sayRest(groupes.length - MOST.pilotes, "pilote", "pilotes"),
    totals: [],
  };
}

/** Two lines of their column. */
const LONGEST = { intitule: 64, libelle: 52, pilote: 24 } as const;

function cut(texte: string | null, longest: number): string | null {
  return texte === null ? null : cutTexte(texte, longest);
}

/** « 4 · ■ 1 · ▲ 2 ». */
function sayActions({ actions }: GroupeSuivi): string {
  const signs = (["Rouge", "Orange"] as const).flatMap((couleur) => {
    const nombre = actions.filter(({ meteo }) => meteo.couleur === couleur).length;
    return nombre === 0 ? [] : [`${SIGNES[couleur].slice(0, 1)} ${nombre}`];
  });
  return [String(actions.length), ...signs].join(" · ");
}

function sayAvancement({ etat, avancement }: SuiviAction): string {
  return [etat ?? "Sans statut", ...(avancement === null ? [] : [formatPart(avancement)])].join(", ");
}

function sayAtteints(atteintes: readonly Atteinte[]): string {
  const measured = atteintes.map(isAtteint).filter((one) => one !== null);
  if (measured.length === 0) return "Indicateurs";
  return `Indicateurs : ${measured.filter((one) => one).length} à la cible sur ${measured.length} mesuré${measured.length > 1 ? "s" : ""}`;
}

function rankOf(atteinte: Atteinte): number {
  return atteinte.kind === "inconnue" ? 1 : 0;
}

function sayAtteinte(atteinte: Atteinte): CellContent {
  if (atteinte.kind === "chemin") return atteinte.taux;
  if (atteinte.kind === "maintien") return atteinte.isTenu ? "Maintenu" : "Non tenu";
  return MANQUES[atteinte.manque];
}

const MANQUES = { depart: "Sans départ", cible: "Sans cible", realise: "À mesurer" } as const;

function sayMoyens({ moyens, total }: EngagementsDuPlan): string {
  if (moyens.total === null) return "non déclarés";
  const cost = sumMontants({ ...total, autofinance: 0 });
  const gap = moyens.total - cost;
  return gap < 0 ? "▲ insuffisants hors autofin." : "● suffisants hors autofin.";
}

function sayCouts({ sansDates, propose, total }: EngagementsDuPlan, isPartial: boolean): string | null {
  const parts = [
    ...(propose > 0 ? [`${formatPart(propose / sumMontants(total))} de ces coûts sont encore proposés`] : []),
    ...(sansDates.actions > 0 ? [`${sayActionsNombre(sansDates.actions)} sans dates, dans le total seulement`] : []),
    ...(isPartial ? ["les autres années sont dans le total"] : []),
  ];
  const text = parts.join(" ; ");
  return text === "" ? null : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function sayActionsNombre(nombre: number): string {
  return nombre === 1 ? "1 action" : `${nombre} actions`;
}

function sayRest(nombre: number, un: string, plusieurs: string): string | null {
  if (nombre <= 0) return null;
  return nombre === 1 ? `Et 1 autre ${un}.` : `Et ${nombre} autres ${plusieurs}.`;
}
