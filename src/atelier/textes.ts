/** Whole French of the atelier. The pane beside the sheet has its own. */
export const textes = {
  nom: "Atelier CPOM",
  accueil: {
    titre: "Contrôlez un classeur CPOM sans Excel",
    explication:
      "Déposez ici un classeur .xlsx, ou choisissez-le. Vous pourrez corriger les cellules puis l’enregistrer.",
    choisir: "Choisir un classeur",
    exemple: "Ouvrir l’exemple",
    preparer: "Préparer un classeur",
    promesse: "Le fichier reste sur votre poste : rien n’est envoyé.",
  },
  nomDuNeuf: "CPOM.xlsx",
  choisirFichier: "Fichier du classeur",
  ouverture: (nom: string) => `Ouverture de ${nom}…`,
  deposer: "Déposez le classeur pour l’ouvrir",
  ouvrir: "Ouvrir",
  enregistrer: "Enregistrer",
  annulerSaisie: "Annuler la saisie",
  modifie: "Modifié",
  enregistre: (nom: string) => `${nom} est enregistré dans vos téléchargements.`,

  remplacer: (nom: string) => `Ouvrir ${nom} ? Ce qui a été saisi dans le classeur présent n’est pas enregistré.`,
  remplacerQuandMeme: "Ouvrir sans enregistrer",
  garder: "Garder le classeur présent",
  fermer: "Fermer le message",

  feuilles: "Feuilles du classeur",
  feuille: (onglet: string) => `Feuille ${onglet}`,
  masquee: "masquée",
  adresse: "Cellule sélectionnée",
  contenu: "Contenu de la cellule",
  saisieDans: (adresse: string) => `Saisie dans ${adresse}`,
  sansFeuille: "Ce classeur n’a aucune feuille de cellules à montrer.",
  lecture: "Lecture de la feuille…",
  formules: "Excel recalculera les formules à l’ouverture.",
  volet: "Contrôles du classeur",
} as const;
