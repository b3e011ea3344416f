import { raci } from "../sheets/raci";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";
import { defineModele } from "./modele";

type Activite = RowOf<typeof raci>;

/** Codes of the acteurs the matrix starts with, in the order of its columns. */
const ACTEURS = [
  ...["ARS-DG", "ARS-REF", "ARS-TAR", "CD-PCD", "CD-REF", "CD-TAR", "OG-PRES", "OG-DG", "OG-REF", "OG-DAF", "OG-DIR"],
  ...["OG-QUA", "CVS", "CSE", "PART"],
];

/**
 * ANAP convention: R carries and answers for it, one a line; A does it or takes part. A dot: no role. Source: dossier
 * métier, § 1.4. The linked task is one whose porteur holds the R.
 */
const ACTIVITES: readonly (readonly [
  id: string,
  phase: Activite["phase"],
  activite: string,
  tache: string | null,
  lettres: string,
  condition?: Condition,
])[] = [
  ["A01", "Préalables", "Programmer le CPOM (arrêté de programmation)", "P1", "A R C A A C I I I . . . . . ."],
  ["A02", "Préalables", "Désigner les référents CPOM", "P2", "I A . I A . I R I . I . . . ."],
  [
    "A03",
    "Préalables",
    "Arrêter le périmètre (ET/EJ, FINESS, régime juridique)",
    "P3",
    ". R A . A A . C A C C . . . I",
  ],
  ["A04", "Préalables", "Cartographier les acteurs et établir la matrice RACI", "P4", ". A . . A . . C R . C . . . ."],
  ["A05", "Préalables", "Établir et partager le rétro-planning", null, "I R C I A C . C A I I . . . ."],
  ["A06", "Diagnostic", "Organiser et animer la réunion de lancement", "D1", "I R A I A A I A A I I . . . I"],
  ["A07", "Diagnostic", "Collecter les données et pièces des ESMS", "D3", ". I I . I I . C R A A A . . ."],
  ["A08", "Diagnostic", "Réaliser l’autodiagnostic des ESMS", "D5", ". I . . I . I C R A A A C C ."],
  [
    "A09",
    "Diagnostic",
    "Établir le diagnostic territorial (besoins, offre, PRS, schéma)",
    "D4",
    ". R C . A C . . I . . . . . C",
  ],
  ["A10", "Diagnostic", "Analyser la situation financière rétrospective", null, ". C R . C A . I C A I . . . ."],
  ["A11", "Diagnostic", "Recueillir l’expression des personnes accompagnées", null, ". . . . . . . I C . R A A I ."],
  ["A12", "Diagnostic", "Consolider le diagnostic partagé", "D8", ". R C . A C . C A C C C . . ."],
  [
    "A13",
    "Diagnostic",
    "Valider le diagnostic partagé (réunion de concertation)",
    "J1",
    "I R C I A C I A A I I . . . .",
  ],
  ["A14", "Négociation", "Fixer le mandat de négociation ARS / CD", "N1", "A R C A A C . I I . . . . . ."],
  ["A15", "Négociation", "Proposer les objectifs et rédiger les fiches actions", "N2", ". C . . C . I A R C A A C C C"],
  ["A16", "Négociation", "Choisir les indicateurs, valeurs de départ et cibles", "N6", ". A C . A C . C R C C A . . ."],
  [
    "A17",
    "Négociation",
    "Construire la trajectoire financière (PGFP, PPI, affectation)",
    "N3",
    ". C C . C C I A C R C . . . .",
  ],
  ["A18", "Négociation", "Conduire les réunions de négociation", "N5", ". R A . A A . A A A C C . . ."],
  ["A19", "Négociation", "Rendre les arbitrages (capacités, moyens)", "N7", "R A A A A A I C I I I . . . ."],
  ["A20", "Négociation", "Formaliser le relevé de décisions", "N11", "I A I I R I I C A I I . . . ."],
  ["A21", "Formalisation", "Rédiger le contrat et ses annexes", "F1", ". R A . A A . C A A I . . . ."],
  ["A22", "Formalisation", "Relire et sécuriser (juridique, financier)", "F2", ". A R . A A . C A A . . . . ."],
  ["A23", "Formalisation", "Consulter le CSE et informer les CVS", "F3", ". . . . . . I R A . A . C C ."],
  [
    "A24",
    "Formalisation",
    "Faire délibérer l’organe délibérant du gestionnaire",
    "F3",
    ". I . . I . A R A C I . I I .",
  ],
  [
    "A25",
    "Formalisation",
    "Faire délibérer la commission permanente du CD",
    "F4",
    ". I . A R C . I I . . . . . .",
    "departement-signataire",
  ],
  ["A26", "Formalisation", "Signer le CPOM", "F7", "R C . A C . A C C . I . I I I"],
  ["A27", "Formalisation", "Notifier et diffuser le contrat", "F8", "I R I I A I I I A I I I I I I"],
  ["A28", "Suivi", "Mettre en œuvre et suivre les actions", null, ". I . . I . I A R A A A I I C"],
  ["A29", "Suivi", "Préparer le dialogue de gestion / comité de suivi", null, ". A C . A C . C R A C C . . ."],
  ["A30", "Suivi", "Tenir le comité de suivi (année 3, année 5)", null, ". R C . A C . A A C C C I . I"],
  ["A31", "Suivi", "Rédiger les avenants", null, "I R A I A A I C A C I . . . ."],
  ["A32", "Suivi", "Évaluer le CPOM et préparer le renouvellement", null, "I R C I A C I A A C C C C . ."],
];

export const modeleRaci = defineModele(
  raci,
  ACTIVITES.map(([id, phase, activite, tache, lettres, condition]) => ({
    value: { id, phase, activite, tache },
    cells: readLettres(lettres),
    condition,
  })),
);

function readLettres(lettres: string): Readonly<Record<string, readonly string[]>> {
  const roles = lettres.split(" ");
  return Object.fromEntries(
    ACTEURS.flatMap((code, index) => {
      const role = roles[index] ?? ".";
      return role === "." ? [] : [[code, role.split("/")]];
    }),
  );
}
