import { daysBetween, type Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import { readParametres } from "../parametres";
import { citablesOf, citationsIn } from "../rules/citations";
import { nameLigne } from "../rules/empty-cells";
import type { Ligne, Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { normalizeTexte } from "../sheets/texte";
import { type EtatAction, etatOf, isEcartee, type LigneAction } from "./etat-action";
import { joursDeRetard, type Meteo, meteoOf, partEcoulee } from "./meteo";

/** What the plan says of one action on a day. */
export interface SuiviAction {
  readonly ligne: LigneAction;
  /** How the referent names it. */
  readonly nom: string;
  readonly etat: EtatAction | null;
  readonly meteo: Meteo;
  /** Days since its last one; 0 in time. */
  readonly retard: number;
  /** Days between the end planned and that of an action that is finished; negative before it; `null` while it is not. */
  readonly retardFinal: number | null;
  /** Shares from 0 to 1; `null` where the line does not tell. */
  readonly ecoule: number | null;
  readonly avancement: number | null;
}

/** Every action of the plan followed on the day the workbook was read; none without a plan. */
export function suiviDuPlan(classeur: Classeur): readonly SuiviAction[] {
  const known = suivis.get(classeur);
  if (known !== undefined) return known;
  const seuils = readParametres(classeur);
  const { actions } = classeur.tables;
  const { today } = classeur;
  const suivi = (actions?.lignes ?? []).map((ligne): SuiviAction => {
    const { debutPrevu: debut, finPrevue: fin, finReelle } = ligne.value;
    const etat = etatOf(ligne.value);
    const avancement = avancementOf(ligne, etat);
    // Of days that contradict each other neither says that the action is late.
    const hasRetard = (etat !== null || avancement !== null) && (debut === null || fin === null || debut <= fin);
    return {
      ...{ ligne, etat, avancement },
      nom: actions === null ? "" : nameLigne(actions.sheet, ligne),
      meteo: meteoOf({ etat, debut, fin, avancement }, today, seuils),
      retard: hasRetard ? joursDeRetard(etat, fin, today) : 0,
      retardFinal: finalDelay(etat, fin, finReelle),
      ecoule: partEcoulee(debut, fin, today),
    };
  });
  suivis.set(classeur, suivi);
  return suivi;
}

/** A workbook is a value: what was read of it stays true. */
const suivis = new WeakMap<Classeur, readonly SuiviAction[]>();

/** By what actions are put together. */
type Regroupement = "objectif" | "esms" | "pilote";

/** Actions of one objective, establishment or pilote. */
export interface GroupeSuivi {
  /** As the referent names it; `null`: those that name none. */
  readonly nom: string | null;
  readonly intitule: string | null;
  /** Those given up or left to the next contract are not counted. */
  readonly actions: readonly SuiviAction[];
  readonly retards: number;
  /** Means over the actions that tell, from 0 to 1; `null` when none does. */
  readonly avancement: number | null;
  readonly ecoule: number | null;
  /** Euros and full-time equivalents; `null` when no action has any. */
  readonly cout: number | null;
  readonly etp: number | null;
}

/**
 * The actions still counted, put together by what they name, in the order of the table that is named; then what names nothing known. An
 * action of several establishments is counted in each: the costs of such groups are not to be added up.
 */
export function groupSuivi(classeur: Classeur, par: Regroupement): readonly GroupeSuivi[] {
  const table = targetOf(classeur, par);
  const citables = table === null ? null : citablesOf(table);
  const known = new Map<number, SuiviAction[]>();
  const others = new Map<string, { readonly nom: string | null; readonly actions: SuiviAction[] }>();
  for (const action of suiviDuPlan(classeur)) {
    if (isEcartee(action.etat)) continue;
    const cited = citationsIn(action.ligne.value[par]).map((typed) => ({ typed, lignes: citables?.find(typed) ?? [] }));
    const rows = new Set(cited.flatMap(({ lignes }) => lignes.map(({ row }) => row)));
    for (const row of rows) pushTo(known, row, action);
    const unknown = cited.filter(({ lignes }) => lignes.length === 0).map(({ typed }) => typed);
    const names = cited.length === 0 ? [null] : unknown;
    for (const nom of names) {
      const key = normalizeTexte(nom ?? "");
      const group = others.get(key) ?? { nom, actions: [] };
      others.set(key, group);
      if (group.actions.at(-1) !== action) group.actions.push(action);
    }
  }
  const without = others.get("");
  return [
    ...(table?.lignes ?? []).flatMap((ligne) => {
      const actions = known.get(ligne.row);
      return actions === undefined ? [] : [toGroupe(nameOf(par, table, ligne), actions)];
    }),
    ...[...others.values()].flatMap(({ nom, actions }) =>
      nom === null ? [] : [toGroupe({ nom, intitule: null }, actions)],
    ),
    ...(without === undefined ? [] : [toGroupe({ nom: null, intitule: null }, without.actions)]),
  ];
}

function pushTo<Key>(groups: Map<Key, SuiviAction[]>, key: Key, action: SuiviAction): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [action]);
  else group.push(action);
}

function targetOf({ tables }: Classeur, par: Regroupement): Table<Sheet> | null {
  if (par === "objectif") return tables.objectifs;
  return par === "esms" ? tables.perimetre : tables.acteurs;
}

function nameOf(
  par: Regroupement,
  table: Table<Sheet> | null,
  ligne: Ligne<Sheet>,
): Pick<GroupeSuivi, "nom" | "intitule"> {
  const textOf = (name: string): string | null => {
    const value = ligne.value[name];
    return typeof value === "string" ? value : null;
  };
  const own = table === null ? null : nameLigne(table.sheet, ligne);
  if (par === "objectif") return { nom: own, intitule: textOf("intitule") };
  if (par === "pilote") return { nom: textOf("code") ?? own, intitule: textOf("fonction") };
  return { nom: textOf("raisonSociale") ?? own, intitule: null };
}

function toGroupe(names: Pick<GroupeSuivi, "nom" | "intitule">, actions: readonly SuiviAction[]): GroupeSuivi {
  return {
    ...names,
    actions,
    retards: actions.filter(({ retard }) => retard > 0).length,
    avancement: meanOf(actions.map(({ avancement }) => avancement)),
    ecoule: meanOf(actions.map(({ ecoule }) => ecoule)),
    cout: sumOf(actions.map(({ ligne }) => ligne.value.cout)),
    etp: sumOf(actions.map(({ ligne }) => ligne.value.etp)),
  };
}

/** What the line says; what its status proves where that cell is missing; an empty cell of a column kept up is zero. */
function avancementOf({ value, state }: LigneAction, etat: EtatAction | null): number | null {
  if (value.avancement !== null) return value.avancement;
  if (etat === "Terminée") return 1;
  if (etat === "Proposée" || etat === "Retenue" || etat === "Planifiée") return 0;
  return state.avancement === "empty" && etat !== null ? 0 : null;
}

function finalDelay(etat: EtatAction | null, fin: Jour | null, finReelle: Jour | null): number | null {
  return etat !== "Terminée" || fin === null || finReelle === null ? null : daysBetween(fin, finReelle);
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
