import { anneeOf, numeroOf, toNumero } from "../calendrier/numero";
import type { Classeur } from "../classeur";
import { periodeDuContrat } from "../cpom/periode-du-contrat";
import { isEcartee } from "../suivi/etat-action";
import { type SuiviAction, suiviDuPlan } from "../suivi/suivi-du-plan";

/** How a cost is paid for; `aVentiler`: the part of which nothing says it. Source: dossier métier, § 1.5. */
export type NatureCredit = "perenne" | "nonReconductible" | "autofinance" | "aVentiler";

export const NATURES: readonly NatureCredit[] = ["perenne", "nonReconductible", "autofinance", "aVentiler"];

/** Euros by how they are paid for. */
export type Montants = Readonly<Record<NatureCredit, number>>;

/** What the plan commits in one civil year. */
interface EngagementAnnuel {
  readonly annee: number;
  readonly montants: Montants;
  /** Full-time equivalents on average over the year. */
  readonly etp: number;
}

/** What the plan commits over its years, against the means. */
export interface EngagementsDuPlan {
  /** Every year from the first to the last one of the contract and of the actions. */
  readonly annees: readonly EngagementAnnuel[];
  /** Costs of actions without usable dates: counted in the total, in no year. */
  readonly sansDates: { readonly actions: number; readonly montants: Montants };
  /** All the costs, whatever their dates. */
  readonly total: Montants;
  /** The part of it that is still only proposed. */
  readonly propose: number;
  /** Highest number of full-time equivalents mobilised in one year. */
  readonly etp: number;
  readonly moyens: MoyensNouveaux;
}

/** What the fiche signalétique declares, over the whole contract; `null` where it does not tell. */
interface MoyensNouveaux {
  readonly total: number | null;
  readonly perennes: number | null;
  readonly etp: number | null;
}

/**
 * What the actions commit each year. A lasting credit runs from the first day of its action to the end of the contract; every other
 * cost is spread over the days of its action, to the cent. Actions given up or left to the next contract commit nothing.
 * Source: dossier métier, § 3.3; the spreading is a convention of ours, told on the sheet.
 */
export function engagementsDuPlan(classeur: Classeur): EngagementsDuPlan {
  const periode = periodeDuContrat(classeur);
  const actions = suiviDuPlan(classeur).filter(({ etat }) => !isEcartee(etat));
  const finContrat = periode.fin === null ? null : toNumero(periode.fin);
  const spread = actions.map((action) => ({ action, montants: montantsOf(action), span: spanOf(action) }));
  const dated = spread.flatMap(({ action, montants, span }) => (span === null ? [] : [{ action, montants, span }]));
  const bounds = [
    ...dated.flatMap(({ span }) => [span.debut, span.fin]),
    ...[periode.effet, periode.fin].flatMap((jour) => (jour === null ? [] : [toNumero(jour)])),
  ].map(anneeOf);
  const years = new Map<number, Year>(
    bounds.length === 0 ? [] : yearsBetween(minOf(bounds), maxOf(bounds)).map((annee) => [annee, emptyYear()]),
  );
  for (const { action, montants, span } of dated) {
    const lasting = { debut: span.debut, fin: Math.max(span.fin, finContrat ?? span.fin) };
    for (const nature of NATURES) addSpread(years, nature, montants[nature], nature === "perenne" ? lasting : span);
    addEtp(years, action.ligne.value.etp ?? 0, span);
  }
  const without = spread.filter(({ span, montants }) => span === null && sumMontants(montants) > 0);
  const annees = [...years].map(([annee, { cents, etp }]) => ({ annee, montants: fromCents(cents), etp }));
  return {
    annees,
    sansDates: { actions: without.length, montants: addUp(without.map(({ montants }) => montants)) },
    total: addUp(spread.map(({ montants }) => montants)),
    propose: sumMontants(addUp(spread.filter(({ action }) => action.etat === "Proposée").map((one) => one.montants))),
    etp: annees.length === 0 ? 0 : maxOf(annees.map(({ etp }) => etp)),
    moyens: moyensOf(classeur),
  };
}

export function sumMontants(montants: Montants): number {
  return NATURES.reduce((sum, nature) => sum + cents(montants[nature]), 0) / 100;
}

/** Days as numbers, both included. */
interface Span {
  readonly debut: number;
  readonly fin: number;
}

interface Year {
  readonly cents: Record<NatureCredit, number>;
  etp: number;
}

/** Beyond, a date was mistyped: nobody spreads a cost over a century. */
const LONGEST_SPAN = 20;

function spanOf({ ligne: { value } }: SuiviAction): Span | null {
  if (value.debutPrevu === null || value.finPrevue === null || value.finPrevue < value.debutPrevu) return null;
  const span = { debut: toNumero(value.debutPrevu), fin: toNumero(value.finPrevue) };
  return anneeOf(span.fin) - anneeOf(span.debut) > LONGEST_SPAN ? null : span;
}

function montantsOf({ ligne: { value } }: SuiviAction): Montants {
  const perenne = value.coutPerenne ?? 0;
  const nonReconductible = value.coutNonReconductible ?? 0;
  const autofinance = value.coutAutofinance ?? 0;
  const told = cents(perenne) + cents(nonReconductible) + cents(autofinance);
  return { perenne, nonReconductible, autofinance, aVentiler: Math.max(0, cents(value.cout ?? 0) - told) / 100 };
}

/** Shares by days; what rounding leaves goes to the last year, so that the years add up to the amount. */
function addSpread(years: ReadonlyMap<number, Year>, nature: NatureCredit, montant: number, span: Span): void {
  const whole = cents(montant);
  if (whole === 0) return;
  const parts = daysByYear(span);
  let given = 0;
  let days = 0;
  for (const { annee, jours } of parts) {
    days += jours;
    const until = Math.round((whole * days) / (span.fin - span.debut + 1));
    const year = years.get(annee);
    if (year !== undefined) year.cents[nature] += until - given;
    given = until;
  }
}

function addEtp(years: ReadonlyMap<number, Year>, etp: number, span: Span): void {
  for (const { annee, jours } of daysByYear(span)) {
    const year = years.get(annee);
    if (year !== undefined) year.etp += (etp * jours) / (numeroOf(annee + 1, 1, 1) - numeroOf(annee, 1, 1));
  }
}

function daysByYear({ debut, fin }: Span): readonly { readonly annee: number; readonly jours: number }[] {
  return yearsBetween(anneeOf(debut), anneeOf(fin)).map((annee) => {
    const [first, last] = [Math.max(debut, numeroOf(annee, 1, 1)), Math.min(fin, numeroOf(annee, 12, 31))];
    return { annee, jours: last - first + 1 };
  });
}

function moyensOf({ tables: { cpom } }: Classeur): MoyensNouveaux {
  const fiche = cpom?.lignes[0]?.value;
  return {
    total: fiche?.moyensNouveaux ?? null,
    perennes: fiche?.moyensPerennes ?? null,
    etp: fiche?.etpNouveaux ?? null,
  };
}

function emptyYear(): Year {
  return { cents: { perenne: 0, nonReconductible: 0, autofinance: 0, aVentiler: 0 }, etp: 0 };
}

function addUp(all: readonly Montants[]): Montants {
  const sums = emptyYear().cents;
  for (const montants of all) for (const nature of NATURES) sums[nature] += cents(montants[nature]);
  return fromCents(sums);
}

function fromCents({ perenne, nonReconductible, autofinance, aVentiler }: Montants): Montants {
  return {
    ...{ perenne: perenne / 100, nonReconductible: nonReconductible / 100 },
    ...{ autofinance: autofinance / 100, aVentiler: aVentiler / 100 },
  };
}

function cents(euros: number): number {
  return Math.round(euros * 100);
}

function yearsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function minOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value));
}

function maxOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value));
}
