import { withValeurs } from "../../domain/fiche-action/compose-fiche";
import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import {
  baseOf,
  type ChoixFusion,
  digestTexte,
  type FicheRetenue,
  fuse,
  type Fusion,
  nouvelleOf,
  reprisesOf,
} from "../../domain/fiche-action/fusion";
import type { Place } from "../../domain/sheets/grid";
import type { CellToWrite } from "../ecriture/write-cells";
import { type CaseFiche, casesOf, libelleOfCle, placeOfCle } from "./cases-fiche";
import { champRows, textOrNull } from "./lay-out-fiche";
import { type FicheLue, placesOf, valeurIn } from "./read-fiche";
import { cleOfMorceau, cutMorceaux } from "./textes-longs";

/** A place where both she and the plan changed the text: hers stands until she chooses. */
export interface ConflitFiche {
  /** What a choice names: the fiche, then the place. */
  readonly id: string;
  readonly libelle: string;
  readonly at: Place;
  readonly sienne: string;
  readonly nouvelle: string;
}

/** A fiche that stands in the workbook, once it is generated again. */
export interface FicheMiseAJour {
  /** As it will stand, with what she wrote. */
  readonly fiche: FicheAction;
  readonly cells: readonly CellToWrite[];
  readonly retenue: FicheRetenue;
  /** Labels of the places that the plan changes, and of those where what she wrote is kept. */
  readonly changes: readonly string[];
  readonly gardes: readonly string[];
  readonly conflits: readonly ConflitFiche[];
}

interface CaseFusionnee extends Fusion {
  readonly place: CaseFiche;
  /** `null` when she took it away, or when it was never there. */
  readonly sienne: string | null;
}

/**
 * The same fiche made again over the one that stands: only its own cells are written, and what she typed there is kept. A place that has
 * none yet (a new indicator) goes below; one that she took away stays away.
 */
export function updateFiche(
  lue: FicheLue,
  composed: FicheAction,
  retenue: FicheRetenue | null,
  choix: ReadonlyMap<string, ChoixFusion>,
): FicheMiseAJour {
  const bases = retenue?.champs ?? {};
  const merge = (place: CaseFiche): CaseFusionnee => {
    const sienne = valeurIn(lue, place);
    if (sienne === null) return { place, sienne, ...missing(bases[place.cle] ?? "", place.valeur) };
    const said = { sienne, nouvelle: place.valeur };
    const textes = { sienne, nouvelle: nouvelleOf(retenue, place.cle, said) };
    const base = baseOf(retenue, place.cle, said);
    const fusion = fuse({ ...textes, base, choix: choix.get(idOfConflit(lue, place.cle)) });
    // The foot is ours, and nothing of the plan: what she wrote over it needs no choice.
    const isHers = place.cle.startsWith("pied.") && fusion.issue === "conflit";
    return { place, sienne, ...(isHers ? { ...fusion, issue: "garde", base: digestTexte(place.valeur) } : fusion) };
  };
  const wanted = casesOf(composed);
  const content = [...wanted.filter(({ cle }) => !cle.startsWith("pied.")), ...goneCases(wanted, bases)].map(merge);
  const version = (retenue?.version ?? 1) + (content.some(isChange) ? 1 : 0);
  const valeurs = new Map(
    content.filter(({ sienne }) => sienne !== null).map(({ place, valeur }) => [place.cle, valeur]),
  );
  const standing = withValeurs(composed, valeurs);
  const date = version === retenue?.version ? valeurIn(lue, placeOfCle("pied.date")) : null;
  const pied = { ...standing.pied, version, date: date ?? standing.pied.date };
  const fiche = { ...standing, pied };
  const all = [
    ...content,
    ...casesOf(fiche)
      .filter(({ cle }) => cle.startsWith("pied."))
      .map(merge),
  ];
  const champs = basesOf(all);
  const reprises = reprisesOf(retenue, champs);
  const conflits = all.filter(({ issue }) => issue === "conflit");
  return {
    fiche,
    cells: [...all.flatMap((one) => cellsOfCase(lue, one)), ...addedBelow(lue, all.filter(isAdded))],
    retenue: { version, champs, ...(reprises !== undefined && { reprises }) },
    changes: content.filter(isChange).map(({ place }) => place.libelle),
    gardes: all.filter(({ issue }) => issue === "garde").map(({ place }) => place.libelle),
    conflits: conflits.flatMap(({ place, sienne }): readonly ConflitFiche[] => {
      const [at] = placesOf(lue, place);
      if (at === undefined || sienne === null) return [];
      return [{ id: idOfConflit(lue, place.cle), libelle: place.libelle, at, sienne, nouvelle: place.valeur }];
    }),
  };
}

/** What is kept of a fiche that is generated for the first time. */
export function retenueOf(fiche: FicheAction): FicheRetenue {
  const cases = casesOf(fiche).map(({ cle, valeur }) => [cle, digestTexte(valeur)] as const);
  return { version: fiche.pied.version, champs: Object.fromEntries(cases.filter(([, digest]) => digest !== "")) };
}

/** What names a place of a fiche when she chooses whose text stands there. */
export function idOfConflit({ identite }: FicheLue, cle: string): string {
  return `${identite} | ${cle}`;
}

/** A place without a row: never generated, it is to be added; else she took it away. */
function missing(base: string, valeur: string): Fusion {
  const issue = base === "" && valeur !== "" ? "mis-a-jour" : "inchange";
  return { issue, valeur, base: digestTexte(valeur) };
}

/** Places that were generated and that the plan no longer has: an indicator that is no longer cited. */
function goneCases(wanted: readonly CaseFiche[], bases: FicheRetenue["champs"]): readonly CaseFiche[] {
  const known = new Set(wanted.map(({ cle }) => cle));
  const gone = Object.keys(bases).filter((cle) => !known.has(cle));
  return gone.map((cle) => ({ cle, libelle: libelleOfCle(cle), valeur: "", ...placeOfCle(cle) }));
}

function isChange({ issue }: CaseFusionnee): boolean {
  return issue === "mis-a-jour";
}

function isAdded({ issue, sienne }: CaseFusionnee): boolean {
  return issue === "mis-a-jour" && sienne === null;
}

function basesOf(cases: readonly CaseFusionnee[]): FicheRetenue["champs"] {
  return Object.fromEntries(cases.flatMap(({ place, base }) => (base === "" ? [] : [[place.cle, base] as const])));
}

/** A text over the rows that it has: what is too tall stays in the last one. */
function cellsOfCase(lue: FicheLue, { place, issue, valeur, sienne }: CaseFusionnee): readonly CellToWrite[] {
  if (issue !== "mis-a-jour" || sienne === null || valeur === sienne) return [];
  const places = placesOf(lue, place);
  if (places.length === 1) return places.map((at) => ({ at, content: textOrNull(valeur) }));
  const morceaux = cutMorceaux(valeur, places.length);
  return places.flatMap((at, rank) => {
    const morceau = morceaux[rank] ?? { texte: "", joint: "" };
    const key = { ...at, column: lue.cles };
    return [
      { at: key, content: cleOfMorceau(place.ligne, rank, morceau) },
      { at, content: textOrNull(morceau.texte) },
    ];
  });
}

/** Under all that stands in the tab, her own notes included. */
function addedBelow(lue: FicheLue, added: readonly CaseFusionnee[]): readonly CellToWrite[] {
  if (added.length === 0) return [];
  const { tab, colonnes, cles, lignes } = lue;
  const places = new Map<string, CaseFiche[]>();
  for (const { place } of added) {
    if (lignes.has(place.ligne)) continue;
    places.set(place.ligne, [...(places.get(place.ligne) ?? []), place]);
  }
  const rows = [...places.values()].flatMap((cases) => {
    const [first] = cases;
    if (first === undefined) return [];
    if (first.colonne === "c" && cases.length === 1) return champRows(first);
    return [
      {
        cle: first.ligne,
        cells: Object.fromEntries(cases.map(({ colonne, valeur }) => [colonne, textOrNull(valeur)])),
      },
    ];
  });
  const head = { cle: "rubrique:ajouts", cells: { b: "Ajouté depuis la première version" } };
  const all = rows.length === 0 || lignes.has(head.cle) ? rows : [head, ...rows];
  return all.flatMap(({ cle, cells }, rank): readonly CellToWrite[] => {
    const row = tab.cells.length + 1 + rank;
    const at = (column: number): Place => ({ tab: tab.name, row, column });
    const own = Object.entries(cells).flatMap(([colonne, content]): readonly CellToWrite[] => {
      const column = [...colonnes].find(([one]) => one === colonne)?.[1];
      return column === undefined || content === null ? [] : [{ at: at(column), content }];
    });
    return cle === null ? own : [{ at: at(cles), content: cle }, ...own];
  });
}
