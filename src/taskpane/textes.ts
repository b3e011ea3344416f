import type { Outcome, Severity } from "../domain/rules/report";

/** Whole French of the pane, with its no-break spaces. The sentences of constats and failures are not here: they come with them. */
export const textes = {
  titre: "Contrôles",
  verifier: "Vérifier ce classeur",
  verifierDeNouveau: "Vérifier de nouveau",
  verification: "Vérification en cours…",

  accueil: {
    titre: "Que manque‑t‑il dans votre classeur CPOM ?",
    apports: [
      "Repère les dix outils du kit CPOM, même sous vos propres titres de colonnes.",
      "Liste ce qui manque ou se contredit, et pourquoi cela compte.",
      "Vous conduit à la cellule concernée en un clic.",
    ],
    garantie: "Ne modifie rien sans votre accord. N’envoie rien.",
  },

  verifieA: (heure: string) => `vérifié à ${heure}`,
  rienAutre: "Aucun constat sur les feuilles reconnues.",

  nonReconnu: {
    explication:
      "Il n’y a donc rien à contrôler pour l’instant. Le complément cherche une ligne de titres de colonnes ; il ne dépend ni du nom des onglets ni de leur ordre.",
    etapesTitre: "Ce que vous pouvez faire",
    etapes: [
      "Vérifiez que ce classeur est bien celui du CPOM.",
      "Donnez un titre à chaque colonne, sur une même ligne, par exemple « Statut », « Échéance », « Responsable ».",
      "Puis vérifiez de nouveau.",
    ],
    attendus: "Tableaux recherchés :",
    preparer: "Préparer un classeur",
    telechargerExemple: "Télécharger l’exemple",
  },

  completude: "Avancement",
  outilsAbsents: (outils: readonly string[]) => `Absents de ce classeur : ${outils.join(", ")}.`,
  bilan: {
    signataires: "Par signataire",
    sansSignataire: "Sans signataire désigné",
    part: (bloquants: number, reste: number) => {
      const bloque = bloquants === 1 ? "1 point bloquant" : `${nombre(bloquants)} points bloquants`;
      const aFaire = reste === 0 ? "" : ` · ${nombre(reste)} à faire`;
      if (bloquants + reste === 0) return "rien ne bloque, rien à faire";
      return `${bloquants === 0 ? "rien ne bloque" : bloque}${aFaire}`;
    },
    bloquants: "Ce qui bloque",
    aFaire: "À faire, outil par outil",
    resteOutil: (outil: string, n: number) => `${outil} : ${nombre(n)} à faire`,
    sansPhase: "Toutes phases",
    imprimer: "Ajouter une feuille de bilan à imprimer",
  },

  constats: "Constats",
  feuille: "Feuille",
  gravite: "Gravité",
  toutesFeuilles: "Feuille : toutes",
  toutesGravites: "Gravité : toutes",
  choix: (libelle: string, n: number) => `${libelle} (${nombre(n)})`,
  aucunAvecFiltres: "Aucun constat avec ces filtres.",
  effacerFiltres: "Effacer les filtres",
  afficherSuite: (n: number) => (n === 1 ? "Afficher le dernier" : `Afficher les ${nombre(n)} suivants`),
  lieu: (onglet: string, adresse: string) => `${onglet} · ${adresse}`,
  allerA: "aller à la cellule",
  sansCellule: "Sans cellule",
  comprendre: "Pourquoi, comment corriger",
  pourquoi: "Pourquoi",
  corriger: "Comment corriger",
  precedent: "Constat précédent",
  suivant: "Constat suivant",
  raccourcis: "↓ ↑ parcourir · Entrée aller à la cellule · F8 constat suivant · Maj+F8 précédent",

  conformes: (n: number) => (n === 1 ? "1 contrôle conforme" : `${nombre(n)} contrôles conformes`),
  sansObjet: (n: number) => (n === 1 ? "1 contrôle sans objet" : `${nombre(n)} contrôles sans objet`),
  reconnu: (n: number) => (n === 1 ? "1 feuille reconnue" : `${nombre(n)} feuilles reconnues`),
  reconnuLigne: (table: string, lignes: readonly number[]) =>
    lignes.length === 1
      ? `${table}, titres en ligne ${lignes.join("")}`
      : `${table}, titres en lignes ${lignes.slice(0, -1).join(", ")} et ${String(lignes.at(-1))}`,
  sur: "sûr",
  aConfirmer: "à confirmer",

  aChange: "Le classeur a changé depuis ce contrôle.",
  annonceFin: (titre: string, suite: string) => `Contrôle terminé. ${titre}. ${suite}`,
  annonceConstat: (rang: number, total: number, message: string) =>
    `Constat ${nombre(rang)} sur ${nombre(total)} : ${message}`,
  position: (rang: number, total: number) => `${nombre(rang)} sur ${nombre(total)}`,

  ecrans: { controles: "Contrôles", planning: "Planning", raci: "RACI", actions: "Actions", classeur: "Classeur" },
  navigation: "Écrans",

  ecriture: {
    annuler: "Annuler",
    renoncer: "Renoncer",
    enCours: "Écriture en cours…",
    preparation: "Préparation de l’aperçu…",
    annulation: "Annulation en cours…",
    derniere: (operation: string) => `Dernière opération : « ${operation} »`,
    reversible: "Rien n’est encore écrit. Après l’écriture, « Annuler » remet tout comme avant.",
    aBouge:
      "Des cellules ont changé depuis cet aperçu : rien n’a été écrit. Renoncez, puis recommencez pour voir l’aperçu à jour.",
    suite: (n: number) => (n === 1 ? "Afficher la dernière" : `Afficher les ${nombre(n)} suivantes`),
    annule: (operation: string, gardees: number) =>
      gardees === 0
        ? `« ${operation} » : tout est remis comme avant.`
        : `« ${operation} » : tout est remis comme avant, sauf ce que vous aviez saisi depuis.`,
    rienAAnnuler: "Il n’y a rien à annuler.",
    change: (operation: string, lieux: string) =>
      `« ${operation} » : des cellules ont changé depuis (${lieux}). Que souhaitez-vous faire ?`,
    garderMesSaisies: "Annuler le reste, garder ces saisies",
    toutAnnuler: "Tout annuler",
    nePasAnnuler: "Ne rien annuler",
  },

  feuilleBilan: {
    titre: (feuille: string) => `La feuille « ${feuille} » sera ajoutée`,
    resume: "Elle est prête à imprimer en A4. Aucune de vos feuilles n’est modifiée.",
    contenu: "Elle contient",
    lignes: (blocages: number) => [
      "l’avancement de chaque outil et de chaque signataire",
      blocages === 0 ? "rien qui bloque la signature" : `ce qui bloque la signature (${nombre(blocages)})`,
      "les autres constats",
    ],
    action: "Ajouter cette feuille",
    fait: (feuille: string) => `Feuille « ${feuille} » ajoutée.`,
  },

  classeur: {
    titre: "Ce qui est compris de votre classeur",
    lecture: "Lecture des feuilles…",
    resume: (reconnues: number, feuilles: number) => {
      if (reconnues === 0) return "Aucune feuille du kit n’est reconnue pour l’instant.";
      return `${nombre(reconnues)} ${reconnues > 1 ? "feuilles reconnues" : "feuille reconnue"} sur ${nombre(feuilles)}.`;
    },
    commentCorriger: "Ouvrez une feuille pour corriger ce qui en est compris : elle n’est ni renommée ni déplacée.",
    aConfirmer: "À confirmer",
    reconnues: "Feuilles reconnues",
    autres: "Autres feuilles",
    cachee: "masquée",
    ressemble: (table: string) => `Ressemble à : ${table}`,
    pasUnTableau: "Aucun tableau du kit",
    ditParVous: "selon vous",
    suite: (n: number) => (n === 1 ? "Afficher la dernière feuille" : `Afficher les ${nombre(n)} autres feuilles`),
    estUn: "Cette feuille est",
    automatique: "Reconnaissance automatique",
    aucunTableau: "Aucun de ces tableaux",
    ligneTitres: "Ligne des titres",
    ligne: (ligne: number, extrait: string) => `Ligne ${String(ligne)} : ${extrait}`,
    ligneAuto: "À retrouver automatiquement",
    colonnes: "Colonnes",
    nonSuivie: "(non suivie)",
    colonne: (lettres: string, titre: string) => (titre === "" ? `${lettres} (sans titre)` : `${lettres} · ${titre}`),
    enregistrer: "Enregistrer",
    confirmer: "C’est exact",
    enregistree: (feuille: string) => `Correspondance de « ${feuille} » enregistrée dans le classeur.`,
    aucunReconnu: "Aucun tableau du kit n’y est reconnu. Si l’une d’elles en est un, ouvrez-la pour le dire.",
    ameliorer: "Dans vos feuilles",
    reglages: "Réglages avant de préparer (rythme, régime…)",
    rienNeManque: "Toutes les feuilles du kit sont dans ce classeur.",
    manque: (n: number) => (n === 1 ? "Il manque 1 feuille du kit." : `Il manque ${nombre(n)} feuilles du kit.`),
    demarche: {
      profil: "Rythme de la démarche",
      profils: { "ANAP 2017": "Kit de 2017 (9 à 10 mois)", "Resserré 6 mois": "Formule resserrée (6 mois)" },
      regime: "Régime du contrat",
      regimes: {
        "EHPAD-PUV": "EHPAD et petites unités de vie",
        "Handicap-services": "Handicap et services",
        Facultatif: "Facultatif",
        SAD: "Service autonomie à domicile",
        CHRS: "Hébergement et réinsertion sociale",
        Mixte: "Mixte",
      },
      departements: "Départements signataires",
      departementsAide: "Codes séparés par « ; ». Vide : un département, à préciser.",
      departementInconnu: (code: string) => `« ${code} » n’est pas un code de département.`,
      arsSeule: "L’ARS signe seule",
      premierContrat: "Premier contrat (aucun contrat en cours)",
    },
    preparation: {
      bouton: "Préparer les feuilles manquantes",
      titre: (n: number) => (n === 1 ? "1 feuille sera ajoutée" : `${nombre(n)} feuilles seront ajoutées`),
      resume:
        "Elles viennent après les vôtres, avec leurs lignes de départ et leurs listes. Aucune de vos feuilles n’est modifiée.",
      ajoutees: "Feuilles ajoutées",
      ligne: (feuille: string, lignes: number) =>
        lignes === 0
          ? feuille
          : `${feuille} : ${nombre(lignes)} ${lignes === 1 ? "ligne de départ" : "lignes de départ"}`,
      gardees: "Vos feuilles, laissées telles quelles",
      gardee: (table: string, feuille: string) =>
        table === feuille ? feuille : `${table} : votre feuille « ${feuille} »`,
      action: "Ajouter ces feuilles",
      fait: (n: number) => (n === 1 ? "1 feuille ajoutée." : `${nombre(n)} feuilles ajoutées.`),
    },
    corrections: {
      bouton: "Proposer des corrections",
      titre: (n: number) => (n === 1 ? "1 cellule peut être corrigée" : `${nombre(n)} cellules peuvent être corrigées`),
      resume:
        "Le sens ne change pas : le mot du kit remplace le vôtre, un zéro perdu est rendu. Aucune formule n’est remplacée.",
      ligne: (adresse: string, avant: string, apres: string) => `${adresse} : « ${avant} » devient « ${apres} »`,
      action: "Corriger ces cellules",
      fait: (n: number) => (n === 1 ? "1 cellule corrigée." : `${nombre(n)} cellules corrigées.`),
      rien: "Aucune correction sûre à proposer.",
    },
    validation: {
      bouton: "Poser la validation sur mes colonnes",
      titre: (n: number) => (n === 1 ? "Excel vérifiera 1 colonne" : `Excel vérifiera ${nombre(n)} colonnes`),
      resume:
        "Listes, dates et nombres seront vérifiés à la saisie, avec une aide en français. Ce qui est déjà saisi ne change pas.",
      posees: "Colonnes vérifiées",
      laissees: "Colonnes laissées telles quelles",
      colonne: (feuille: string, titre: string) => `${feuille} · ${titre}`,
      laissee: (feuille: string, titre: string, raison: string) => `${feuille} · ${titre} : ${raison}`,
      raisons: {
        "deja-validee": "elle a déjà sa validation",
        "feuille-protegee": "la feuille est protégée",
        "vos-propres-valeurs": "vous y employez vos propres valeurs",
      },
      action: "Poser la validation",
      fait: (n: number) =>
        n === 1 ? "1 colonne est vérifiée par Excel." : `${nombre(n)} colonnes sont vérifiées par Excel.`,
      rien: "Aucune colonne à vérifier : elles le sont déjà, ou suivent vos propres valeurs.",
    },
  },

  panne: {
    titre: "Le volet s’est arrêté sur une difficulté imprévue.",
    rassurer: "Votre classeur n’a pas été modifié.",
    suite: "Fermez puis rouvrez le volet. Si cela se reproduit, transmettez ces mots à votre service informatique :",
  },
  hors: {
    titre: "Ce volet s’ouvre dans Excel.",
    suite: "Pour contrôler un classeur sans Excel, ouvrez l’atelier.",
    lien: "Ouvrir l’atelier",
  },
  sansOffice: {
    titre: "La bibliothèque d’Office n’a pas pu être chargée.",
    suite:
      "Le volet en a besoin pour lire le classeur. Vérifiez la connexion, puis rouvrez le volet. Si votre réseau bloque l’adresse appsforoffice.microsoft.com, demandez à votre service informatique de l’autoriser ; en attendant, l’atelier contrôle un classeur sans Excel.",
  },
} as const;

export const GRAVITES: Readonly<Record<Severity, string>> = {
  error: "Bloquant",
  warning: "À vérifier",
  advice: "Conseil",
};

/** Titles of the groups. « par vos soins » keeps the outcome apart from the severity of nearly the same name. */
export const ISSUES: Readonly<Record<Extract<Outcome, "a-verifier" | "non-conforme">, string>> = {
  "non-conforme": "Non conforme",
  "a-verifier": "À vérifier par vos soins",
};

/** Number as a French reader writes it: `12 345`, with a narrow no-break space. */
export function nombre(n: number): string {
  return n.toLocaleString("fr-FR");
}

/** « 1 fiche », « 12 fiches ». */
export function pluriel(n: number, un: string, plusieurs: string): string {
  return `${nombre(n)} ${n > 1 ? plusieurs : un}`;
}
