import { type Column, type ColumnText, longText, text } from "./column";
import { defineSheet } from "./sheet";

/** Everything a referent may set: no delay, share or threshold is fixed in code. Source: dossier métier, § 0.1 and § 0.4. */
export const parametres = defineSheet({
  id: "parametres",
  tab: "Paramètres",
  table: "tblParametres",
  help: "Les réglages de la démarche : durées, seuils d’alerte, périodes neutralisées. Chacun peut être modifié.",
  key: ["cle"],
  designations: ["cle"],
  essential: ["cle", "valeur"],
  signatures: [["cle", "libelle", "valeur"]],
  tabWords: ["paramètres", "paramétrage", "réglages"],
  columns: {
    cle: text({
      label: "Clé",
      aliases: ["Code", "Identifiant"],
      help: "Nom stable du réglage, que les calculs emploient.",
      example: "planning.jours-ouvres-par-mois",
      width: 34,
      required: true,
      pattern: /^[a-z][a-z0-9.-]*$/,
    }),
    libelle: text({
      label: "Paramètre",
      aliases: ["Libellé", "Intitulé", "Réglage"],
      help: "Ce que le réglage veut dire.",
      example: "Jours ouvrés par mois",
      width: 44,
      required: true,
    }),
    valeur: numberOrText({
      label: "Valeur",
      aliases: ["Réglage retenu", "Valeur retenue"],
      help: "La valeur que vous retenez.",
      example: 21,
      width: 12,
      required: true,
    }),
    unite: text({
      label: "Unité",
      help: "Unité dans laquelle la valeur s’exprime.",
      example: "jours ouvrés",
      width: 14,
      required: false,
    }),
    explication: longText({
      label: "Explication",
      aliases: ["Aide", "Commentaire", "Description"],
      help: "À quoi le réglage sert, et d’où vient sa valeur de départ.",
      width: 60,
      required: false,
    }),
  },
});

/** One column for values of several natures: a number stays a number, everything else is text. */
function numberOrText(options: ColumnText): Column<string | number> {
  const typed = text(options);
  return {
    ...typed,
    decode: (cell, context) => (typeof cell === "number" ? { ok: true, value: cell } : typed.decode(cell, context)),
    encode: (value) => value,
  };
}
