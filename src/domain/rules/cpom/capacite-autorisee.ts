import { describeEsms } from "../../cpom/esms";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/capacite-autorisee",
  severity: "warning",
  title: "Les places installées sont autorisées",
  docs: {
    quoi: "La capacité installée d’un ESMS ne dépasse pas sa capacité autorisée.",
    pourquoi: "Une place ouverte sans autorisation ne peut être ni tarifée, ni inscrite au contrat.",
    corriger: "Reprenez les deux nombres dans l’arrêté d’autorisation et dans FINESS.",
    source: "Dossier métier, § 4.9 et § 4.11 (V-CAP)",
  },
  messages: {
    depassement: ({ esms, installee, autorisee }: { esms: string; installee: number; autorisee: number }) =>
      `${esms} : ${installee} places installées pour ${autorisee} autorisées. Vérifiez les deux nombres.`,
  },
  applies: ({ tables: { perimetre } }) =>
    perimetre?.lignes.some(({ value }) => value.capaciteInstallee !== null && value.capaciteAutorisee !== null) ===
    true,
  *check({ tables: { perimetre } }) {
    if (perimetre === null) return;
    for (const ligne of perimetre.lignes) {
      const { capaciteInstallee: installee, capaciteAutorisee: autorisee } = ligne.value;
      if (installee === null || autorisee === null || installee <= autorisee) continue;
      const data = { esms: describeEsms(ligne), installee, autorisee };
      yield { message: "depassement", data, at: placeOf(perimetre, ligne.row, "capaciteInstallee") };
    }
  },
  examples: [
    {
      titre: "Autant de places installées qu’autorisées, ou moins",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Capacité autorisée", "Capacité installée"],
          ["010000032", "IME Les Tilleuls", 40, 40],
          ["010780054", "ESAT Les Tilleuls", 60, 55],
        ],
      },
    },
    {
      titre: "Une place de trop",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Capacité autorisée", "Capacité installée"],
          ["010000032", "IME Les Tilleuls", 40, 41],
        ],
      },
      attendu: [["depassement", "perimetre!2.capaciteInstallee"]],
    },
  ],
});
