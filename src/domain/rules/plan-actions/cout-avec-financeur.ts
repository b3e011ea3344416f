import { placeOf } from "../../sheets/decode";
import { isEcartee, type LigneAction } from "../../suivi/etat-action";
import { formatMontant } from "../../suivi/phrases";
import { describeLigne, WHOLE_COLUMN } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/cout-avec-financeur",
  severity: "warning",
  title: "Une action qui coûte a son financeur",
  docs: {
    quoi: "Une action dont le coût prévisionnel n’est pas nul dit qui la finance.",
    pourquoi: "Un coût sans financeur n’est pas un moyen du contrat : personne ne s’y engage.",
    corriger: "Indiquez l’ARS, le département, l’organisme gestionnaire, la CNSA ou un autre financeur.",
    source: "Dossier métier, § 1.5 (financeur obligatoire si le coût n’est pas nul)",
  },
  messages: {
    "sans-financeur": ({ action, cout }: { action: string; cout: number }) =>
      `${action} : ${formatMontant(cout)} sans financeur. Indiquez qui la finance.`,
    "aucun-financeur": ({ actions }: { actions: number }) =>
      `${actions} actions ont un coût, aucune n’a de financeur. Indiquez qui les finance.`,
  },
  applies: ({ tables: { actions } }) =>
    actions?.lignes.some((ligne) => ligne.state.financeurs !== "absent" && coutOf(ligne) > 0) === true,
  *check({ tables: { actions } }) {
    if (actions === null) return;
    const payees = actions.lignes.filter((ligne) => coutOf(ligne) > 0);
    const without = payees.filter(({ state }) => state.financeurs === "empty");
    const [first] = without;
    if (first !== undefined && without.length === payees.length && without.length >= WHOLE_COLUMN) {
      const at = placeOf(actions, first.row, "financeurs");
      yield { message: "aucun-financeur", data: { actions: without.length }, at };
      return;
    }
    for (const ligne of without) {
      const data = { action: describeLigne("Action", actions.sheet, ligne), cout: coutOf(ligne) };
      yield { message: "sans-financeur", data, at: placeOf(actions, ligne.row, "financeurs") };
    }
  },
  examples: [
    {
      titre: "Une action financée, une autre sans coût",
      feuilles: {
        actions: [
          ["ID action", "Coût prévisionnel", "Financeur"],
          ["ACN-01.01", 120_000, "ARS ; OG"],
          ["ACN-01.02", 0, null],
        ],
      },
    },
    {
      titre: "Un coût que personne ne porte",
      feuilles: {
        actions: [
          ["ID action", "Coût prévisionnel", "Financeur"],
          ["ACN-01.01", 120_000, null],
        ],
      },
      attendu: [["sans-financeur", "actions!2.financeurs"]],
    },
    {
      titre: "Une colonne que personne n’a remplie",
      feuilles: {
        actions: [
          ["ID action", "Coût prévisionnel", "Financeur"],
          ...["ACN-01", "ACN-02", "ACN-03", "ACN-04", "ACN-05"].map((id) => [id, 10_000, null]),
        ],
      },
      attendu: [["aucun-financeur", "actions!2.financeurs"]],
    },
  ],
});

function coutOf({ value }: LigneAction): number {
  return isEcartee(value.statut) ? 0 : (value.cout ?? 0);
}
