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
      "Repère la check-list et la cartographie des acteurs, même avec vos propres titres de colonnes.",
      "Liste ce qui manque ou se contredit, et pourquoi cela compte.",
      "Vous conduit à la cellule concernée en un clic.",
    ],
    garantie: "Ne modifie rien sans votre accord. N’envoie rien.",
  },

  verifieA: (heure: string) => `vérifié à ${heure}`,
  bloquants: (n: number) => (n === 1 ? "1 point bloque la signature" : `${nombre(n)} points bloquent la signature`),
  rienNeBloque: "Rien ne bloque la signature",
  /** Nothing blocks, but the signature cannot be spoken of while points are still to be done. */
  aucunBloquant: "Aucun constat bloquant",
  resteAFaire: (n: number) => (n === 1 ? "1 point reste à faire." : `${nombre(n)} points restent à faire.`),
  autres: (verifier: number, conseils: number) =>
    [
      verifier === 0 ? "" : `${nombre(verifier)} ${verifier === 1 ? "point" : "points"} à vérifier`,
      conseils === 0 ? "" : `${nombre(conseils)} ${conseils === 1 ? "conseil" : "conseils"}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  rienAutre: "Aucun constat sur les feuilles reconnues.",
  portee: (reconnues: number, aConfirmer: number) => {
    const feuilles = reconnues === 1 ? "d’une feuille reconnue" : `de ${nombre(reconnues)} feuilles reconnues`;
    if (aConfirmer === 0) return `Contrôle ${feuilles}.`;
    return `Contrôle ${feuilles}, ${reconnues === 1 ? "" : `dont ${nombre(aConfirmer)} `}à confirmer.`;
  },

  nonReconnu: {
    titre: "Aucun tableau du CPOM n’a été reconnu dans ce classeur",
    explication:
      "Il n’y a donc rien à contrôler pour l’instant. Le complément cherche une ligne de titres de colonnes ; il ne dépend ni du nom des onglets ni de leur ordre.",
    etapesTitre: "Ce que vous pouvez faire",
    etapes: [
      "Vérifiez que ce classeur est bien celui du CPOM.",
      "Donnez un titre à chaque colonne, sur une même ligne, par exemple « Statut », « Échéance », « Responsable ».",
      "Puis vérifiez de nouveau.",
    ],
    attendus: "Tableaux recherchés :",
    telechargerExemple: "Télécharger l’exemple",
  },

  completude: "Avancement",
  faits: (fait: number, total: number) =>
    `${nombre(fait)} sur ${nombre(total)} ${fait === 1 || total < 2 ? "fait" : "faits"}`,

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
