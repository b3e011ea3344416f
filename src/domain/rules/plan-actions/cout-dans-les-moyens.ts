import { headerOf, placeOf } from "../../sheets/decode";
import { engagementsDuPlan, sumMontants } from "../../eprd/engagements";
import { formatMontant, formatNombre } from "../../suivi/phrases";
import { defineRule } from "../rule";

/** In euros, over the whole contract: what rounding may leave. Source: dossier métier, § 4.9. */
const TOLERANCE = 1;

export default defineRule({
  id: "plan-actions/cout-dans-les-moyens",
  severity: "warning",
  title: "Les actions coûtent au plus les moyens nouveaux du contrat",
  docs: {
    quoi: "Le coût des actions, hors autofinancement, tient dans les moyens nouveaux déclarés, au total et pour la part pérenne.",
    pourquoi: "Une action sans moyens ne se fera pas ; une dépense pérenne payée une seule fois devient un déficit.",
    corriger:
      "Ajustez les actions, leur financement ou les moyens nouveaux de la fiche signalétique, sur toute la durée.",
    source: "Dossier métier, § 3.3 et § 4.10 (X-23)",
  },
  messages: {
    total: ({ cout, moyens, propose }: { cout: number; moyens: number; propose: number }) =>
      `Actions, hors autofinancement : ${formatMontant(cout)} ; moyens nouveaux : ${formatMontant(moyens)}.${
        propose > 0 ? ` Les actions encore proposées comptent pour ${formatMontant(propose)}.` : ""
      }`,
    perenne: ({ cout, moyens }: { cout: number; moyens: number }) =>
      `Part pérenne des actions : ${formatMontant(cout)} ; moyens pérennes : ${formatMontant(moyens)}.`,
    etp: ({ etp, moyens }: { etp: number; moyens: number }) =>
      `Actions : ${formatNombre(etp)} ETP mobilisés la même année ; ETP nouveaux : ${formatNombre(moyens)}. Vérifiez si le reste est redéployé.`,
  },
  applies: ({ tables: { cpom, actions } }) => {
    const fiche = cpom?.lignes[0]?.value;
    const isTold = fiche !== undefined && (fiche.moyensNouveaux ?? fiche.moyensPerennes ?? fiche.etpNouveaux) !== null;
    return isTold && actions !== null && actions.lignes.length > 0;
  },
  *check(classeur) {
    const { cpom } = classeur.tables;
    if (cpom === null) return;
    const row = cpom.lignes[0]?.row;
    const placeFor = (column: "moyensNouveaux" | "moyensPerennes" | "etpNouveaux") =>
      row === undefined ? headerOf(cpom) : placeOf(cpom, row, column);
    const { total, propose, etp, moyens } = engagementsDuPlan(classeur);
    const cout = sumMontants({ ...total, autofinance: 0 });
    if (moyens.total !== null && cout > moyens.total + TOLERANCE) {
      yield { message: "total", data: { cout, moyens: moyens.total, propose }, at: placeFor("moyensNouveaux") };
    }
    if (moyens.perennes !== null && total.perenne > moyens.perennes + TOLERANCE) {
      const data = { cout: total.perenne, moyens: moyens.perennes };
      yield { message: "perenne", data, at: placeFor("moyensPerennes") };
    }
    if (moyens.etp !== null && etp > moyens.etp + 0.005) {
      const data = { etp, moyens: moyens.etp };
      yield { message: "etp", data, at: placeFor("etpNouveaux"), needsReview: true, severity: "advice" };
    }
  },
  examples: [
    {
      titre: "Des actions dans l’enveloppe, une autre payée par le gestionnaire",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Moyens nouveaux", "dont moyens pérennes", "ETP nouveaux"],
          ["CPOM 2028-2032", 200_000, 150_000, 3],
        ],
        actions: [
          [
            "ID action",
            "Coût prévisionnel",
            "dont pérenne",
            "dont non reconductible",
            "dont autofinancé",
            "ETP mobilisés",
          ],
          ["ACN-01.01", 150_000, 120_000, 30_000, null, 2],
          ["ACN-01.02", 90_000, null, null, 90_000, 1],
        ],
      },
    },
    {
      titre: "Des actions au-delà de l’enveloppe",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Moyens nouveaux", "dont moyens pérennes", "ETP nouveaux"],
          ["CPOM 2028-2032", 100_000, 80_000, 1],
        ],
        actions: [
          ["ID action", "Coût prévisionnel", "dont pérenne", "dont non reconductible", "ETP mobilisés"],
          ["ACN-01.01", 150_000, 120_000, 30_000, 2],
        ],
      },
      attendu: [
        ["total", "cpom!2.moyensNouveaux"],
        ["perenne", "cpom!2.moyensPerennes"],
        ["etp", "cpom!2.etpNouveaux"],
      ],
    },
  ],
});
