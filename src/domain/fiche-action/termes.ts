/** The words of the fiches action, for the glossary. */
export const termesFiche = [
  {
    identifier: "FicheAction",
    label: "Fiche action",
    plural: "Fiches action",
    definition: "Ce que le contrat dit d’une action, en dix rubriques : une annexe du contrat.",
    source: "Dossier métier, § 1.8",
  },
  {
    identifier: "RubriqueId",
    label: "Rubrique d’une fiche action",
    plural: "Rubriques d’une fiche action",
    definition: "L’une des dix parties d’une fiche action, du titre aux bonnes pratiques à promouvoir.",
    source: "Dossier métier, § 1.8",
  },
  {
    identifier: "ChampFiche",
    label: "Champ d’une fiche action",
    plural: "Champs d’une fiche action",
    definition: "Une place à remplir dans une fiche action : le pilote, le coût, une étape.",
    source: "Dossier métier, § 1.8",
  },
  {
    identifier: "IndicateurFiche",
    label: "Indicateur d’une fiche action",
    plural: "Indicateurs d’une fiche action",
    definition: "Une ligne du tableau des indicateurs : formule, source, valeur de départ, cibles.",
    source: "Dossier métier, § 1.8",
  },
  {
    identifier: "CompletudeFiche",
    label: "Complétude d’une fiche action",
    plural: "Complétudes des fiches action",
    definition: "Jusqu’où une fiche est remplie : incomplète, négociable ou contractualisable.",
    source: "Dossier métier, § 1.8",
  },
  {
    identifier: "PiedDeFiche",
    label: "Pied d’une fiche action",
    plural: "Pieds des fiches action",
    definition: "La version, la date et le statut d’une fiche, et les visas des signataires.",
    source: "Dossier métier, § 1.8",
  },
  {
    identifier: "FicheRetenue",
    label: "Fiche retenue",
    plural: "Fiches retenues",
    definition: "Ce que le classeur garde d’une fiche depuis qu’elle a été générée, pour reconnaître ce qui a changé.",
    source: "Dossier métier, § 4.10 (X-22)",
  },
] as const;
