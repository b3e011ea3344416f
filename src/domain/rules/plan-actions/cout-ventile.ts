import { placeOf } from "../../sheets/decode";
import { formatMontant } from "../../suivi/phrases";
import { describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

/** In euros: what rounding may leave. Source: dossier métier, § 4.9. */
const TOLERANCE = 1;

const PARTS = ["coutPerenne", "coutNonReconductible", "coutAutofinance"] as const;

export default defineRule({
  id: "plan-actions/cout-ventile",
  severity: "warning",
  title: "Le coût d’une action est la somme de ses parts",
  docs: {
    quoi: "La part pérenne, la part non reconductible et la part autofinancée d’une action font ensemble son coût.",
    pourquoi: "L’EPRD inscrit chaque part à sa place : un écart y devient un financement sans dépense, ou l’inverse.",
    corriger: "Corrigez le coût ou l’une des parts, au même périmètre : toute la durée du contrat.",
    source: "Dossier métier, § 1.5 (« somme = coût ») et § 4.9",
  },
  messages: {
    ecart: ({ action, cout, somme }: { action: string; cout: number; somme: number }) =>
      `${action} : les parts font ${formatMontant(somme)} pour un coût de ${formatMontant(cout)}. Corrigez l’un ou l’autre.`,
    "sans-total": ({ action, somme }: { action: string; somme: number }) =>
      `${action} : les parts font ${formatMontant(somme)}, le coût est vide. Renseignez-le.`,
  },
  applies: ({ tables: { actions } }) =>
    actions?.lignes.some(({ value }) => PARTS.some((part) => value[part] !== null)) === true,
  *check({ tables: { actions } }) {
    if (actions === null) return;
    for (const ligne of actions.lignes) {
      const { value, state } = ligne;
      const typed = PARTS.filter((part) => value[part] !== null);
      if (typed.length === 0 || PARTS.some((part) => state[part] === "broken")) continue;
      const somme = typed.reduce((sum, part) => sum + (value[part] ?? 0), 0);
      const action = describeLigne("Action", actions.sheet, ligne);
      const at = placeOf(actions, ligne.row, "cout");
      if (state.cout === "empty" && somme > 0) {
        yield { message: "sans-total", data: { action, somme }, at, severity: "advice" };
        continue;
      }
      const { cout } = value;
      if (cout === null || Math.abs(cout - somme) <= TOLERANCE) continue;
      // A part without its column may well be the difference.
      if (somme < cout && PARTS.some((part) => state[part] === "absent")) continue;
      yield { message: "ecart", data: { action, cout, somme }, at };
    }
  },
  examples: [
    {
      titre: "Trois parts qui font le coût, et un coût pas encore ventilé",
      feuilles: {
        actions: [
          ["ID action", "Coût prévisionnel", "dont pérenne", "dont non reconductible", "dont autofinancé"],
          ["ACN-01.01", 120_000, 100_000, 15_000, 5000],
          ["ACN-01.02", 40_000, null, null, null],
        ],
      },
    },
    {
      titre: "Des parts qui dépassent le coût, et des parts sans total",
      feuilles: {
        actions: [
          ["ID action", "Coût prévisionnel", "dont pérenne", "dont non reconductible", "dont autofinancé"],
          ["ACN-01.01", 120_000, 100_000, 25_000, 5000],
          ["ACN-01.02", null, 40_000, null, null],
        ],
      },
      attendu: [
        ["ecart", "actions!2.cout"],
        ["sans-total", "actions!3.cout"],
      ],
    },
  ],
});
