import { formatJour, type Jour } from "../../calendrier/jour";
import type { Classeur } from "../../classeur";
import { periodeDuContrat } from "../../cpom/periode-du-contrat";
import { placeOf } from "../../sheets/decode";
import { isEcartee, type LigneAction } from "../../suivi/etat-action";
import { describeLigne, WHOLE_COLUMN } from "../empty-cells";
import { defineRule } from "../rule";

const FICHE = [
  ["Intitulé du CPOM", "Date d’effet visée", "Durée (années)"],
  ["CPOM 2028-2032", "01/01/2028", 5],
];

export default defineRule({
  id: "plan-actions/action-dans-le-contrat",
  severity: "error",
  title: "Les actions se déroulent pendant le contrat",
  docs: {
    quoi: "Une action commence à la date d’effet du contrat ou après, et finit au plus tard à son échéance.",
    pourquoi: "Une action qui dépasse l’échéance ne peut être ni financée, ni évaluée par ce contrat.",
    corriger: "Ramenez les dates dans la période, découpez l’action, ou donnez-lui le statut « Reportée ».",
    source: "Dossier métier, § 1.5 et § 4.10 (X-12)",
  },
  messages: {
    apres: ({ action, fin, echeance }: { action: string; fin: Jour; echeance: Jour }) =>
      `${action} : finit le ${formatJour(fin)}, après l’échéance du contrat (${formatJour(echeance)}).`,
    avant: ({ action, debut, effet }: { action: string; debut: Jour; effet: Jour }) =>
      `${action} : commence le ${formatJour(debut)}, avant la date d’effet du contrat (${formatJour(effet)}).`,
    "autre-periode": ({ nombre, total, ...bornes }: Autre) =>
      `${nombre} actions sur ${total} sont hors de la période du contrat${sayPeriode(bornes)}. Vérifiez les dates de la fiche signalétique.`,
  },
  applies: (classeur) => {
    const { effet, fin } = periodeDuContrat(classeur);
    return (effet !== null || fin !== null) && datedActions(classeur).length > 0;
  },
  *check(classeur) {
    const { actions } = classeur.tables;
    if (actions === null) return;
    const { effet, fin: echeance } = periodeDuContrat(classeur);
    const dated = datedActions(classeur);
    const found = dated.flatMap((ligne) => {
      const debut = ligne.value.debutPrevu;
      const last = ligne.value.finPrevue ?? debut;
      const column = ligne.value.finPrevue === null ? ("debutPrevu" as const) : ("finPrevue" as const);
      if (echeance !== null && last !== null && last > echeance) return [{ ligne, column, jour: last, isApres: true }];
      if (effet === null || debut === null || debut >= effet) return [];
      return [{ ligne, column: "debutPrevu" as const, jour: debut, isApres: false }];
    });
    const [first] = found;
    if (first !== undefined && found.length >= WHOLE_COLUMN && found.length * 2 > dated.length) {
      const data = { nombre: found.length, total: dated.length, effet, echeance };
      yield { message: "autre-periode", data, at: placeOf(actions, first.ligne.row, first.column), needsReview: true };
      return;
    }
    for (const { ligne, column, jour, isApres } of found) {
      const [action, at] = [describeLigne("Action", actions.sheet, ligne), placeOf(actions, ligne.row, column)];
      if (isApres && echeance !== null) yield { message: "apres", data: { action, fin: jour, echeance }, at };
      if (isApres || effet === null) continue;
      yield { message: "avant", data: { action, debut: jour, effet }, at, severity: "warning" };
    }
  },
  examples: [
    {
      titre: "Deux actions dans les cinq ans du contrat, une reportée au suivant",
      feuilles: {
        cpom: FICHE,
        actions: plan(["01/01/2028", "31/12/2032", "Planifiée"], ["01/01/2033", "31/12/2033", "Reportée"]),
      },
    },
    {
      titre: "Une action qui dépasse l’échéance, une autre commencée trop tôt",
      feuilles: {
        cpom: FICHE,
        actions: plan(["01/01/2032", "31/03/2033", "Planifiée"], ["01/09/2027", "31/12/2028", "Planifiée"]),
      },
      attendu: [
        ["apres", "actions!2.finPrevue"],
        ["avant", "actions!3.debutPrevu"],
      ],
    },
    {
      titre: "Le plan d’un autre contrat",
      feuilles: {
        cpom: FICHE,
        actions: plan(...Array.from({ length: 5 }, () => ["01/01/2020", "31/12/2021", "Terminée"] as const)),
      },
      attendu: [["autre-periode", "actions!2.debutPrevu"]],
    },
  ],
});

interface Bornes {
  readonly effet: Jour | null;
  readonly echeance: Jour | null;
}

interface Autre extends Bornes {
  readonly nombre: number;
  readonly total: number;
}

/** Actions with a day, in their order; reversed days are a fault of their own. */
function datedActions({ tables: { actions } }: Classeur): readonly LigneAction[] {
  return (actions?.lignes ?? []).filter(({ value: { debutPrevu, finPrevue, statut } }) => {
    if (isEcartee(statut) || (debutPrevu !== null && finPrevue !== null && finPrevue < debutPrevu)) return false;
    return debutPrevu !== null || finPrevue !== null;
  });
}

function sayPeriode({ effet, echeance }: Bornes): string {
  const from = effet === null ? "" : ` du ${formatJour(effet)}`;
  return echeance === null ? from : `${from} au ${formatJour(echeance)}`;
}

function plan(...lignes: readonly (readonly [debut: string, fin: string, statut: string])[]) {
  return [
    ["ID action", "Début prévu", "Fin prévue", "Statut"],
    ...lignes.map((ligne, at) => [`ACN-0${at + 1}`, ...ligne]),
  ];
}
