import {
  type Departement,
  departementOfCodePostal,
  departementOfFiness,
  isSameTerritoire,
} from "../../cpom/departement";
import { describeEsms } from "../../cpom/esms";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/departement-coherent",
  severity: "advice",
  title: "Le département, le code postal et le FINESS d’un ESMS s’accordent",
  docs: {
    quoi: "Le département d’un ESMS est celui que disent son code postal et le début de son numéro FINESS.",
    pourquoi: "Le département dit quelle autorité tarife et signe ; une erreur de code change d’interlocuteur.",
    corriger:
      "Vérifiez la commune. Une commune frontalière ou un déménagement peuvent expliquer l’écart : laissez alors tel quel.",
    source: "Dossier métier, § 4.1, § 4.5 et § 4.11 (V-FIN-4)",
  },
  messages: {
    "code-postal": ({ esms, codePostal, departement }: Data & { codePostal: string }) =>
      `${esms} : le code postal ${codePostal} n’est pas du département ${departement}. Est-ce voulu ?`,
    finess: ({ esms, finess, departement }: Data & { finess: string }) =>
      `${esms} : FINESS ${finess}, d’un autre département que ${departement} (déménagement ?).`,
    departement: ({ esms, departement, propose }: Data & { propose: string }) =>
      `${esms} : le code postal et le FINESS disent ${propose}, et non ${departement}. Remplacer ?`,
  },
  applies: ({ tables: { perimetre } }) =>
    perimetre?.lignes.some(
      ({ value }) => value.departement !== null && (value.codePostal !== null || value.finessEt !== null),
    ) === true,
  *check({ tables: { perimetre } }) {
    if (perimetre === null) return;
    for (const ligne of perimetre.lignes) {
      const { departement, codePostal, finessEt } = ligne.value;
      if (departement === null) continue;
      const byCode = codePostal === null ? null : departementOfCodePostal(codePostal);
      const byFiness = finessEt === null ? null : departementOfFiness(finessEt);
      const isOther = (one: Departement | null): one is Departement =>
        one !== null && !isSameTerritoire(one, departement);
      const data = { esms: describeEsms(ligne), departement };
      if (isOther(byCode) && byCode === byFiness) {
        const at = placeOf(perimetre, ligne.row, "departement");
        yield { message: "departement", data: { ...data, propose: byCode }, at, needsReview: true };
      } else if (codePostal !== null && isOther(byCode)) {
        const at = placeOf(perimetre, ligne.row, "codePostal");
        yield { message: "code-postal", data: { ...data, codePostal }, at, needsReview: true };
      } else if (finessEt !== null && isOther(byFiness)) {
        const at = placeOf(perimetre, ligne.row, "finessEt");
        yield { message: "finess", data: { ...data, finess: finessEt }, at, needsReview: true };
      }
    }
  },
  examples: [
    {
      titre: "La Métropole de Lyon, une île et un chef-lieu",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Code postal", "Département"],
          ["690000005", "IME Les Canuts", "69003", "69M"],
          ["970302287", "IME Les Palétuviers", "97300", "973"],
          ["010000032", "IME Les Tilleuls", "01000", "01"],
        ],
      },
    },
    {
      titre: "Un code postal du département voisin",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Code postal", "Département"],
          ["010000032", "IME Les Tilleuls", "71000", "01"],
        ],
      },
      attendu: [["code-postal", "perimetre!2.codePostal"]],
    },
    {
      titre: "Un ESMS qui a changé de département",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Code postal", "Département"],
          ["750712184", "IME Les Tilleuls", "01000", "01"],
        ],
      },
      attendu: [["finess", "perimetre!2.finessEt"]],
    },
    {
      titre: "Un code de département qui contredit les deux autres",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Code postal", "Département"],
          ["010000032", "IME Les Tilleuls", "01000", "10"],
        ],
      },
      attendu: [["departement", "perimetre!2.departement"]],
    },
  ],
});

interface Data {
  readonly esms: string;
  readonly departement: string;
}
