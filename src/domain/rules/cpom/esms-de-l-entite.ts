import { describeEsms, isInclus } from "../../cpom/esms";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const CPOM = [
  ["Intitulé du CPOM", "FINESS EJ"],
  ["CPOM 2028-2032", "010000024"],
];

const DEUX_ENTITES = [
  ["FINESS ET", "FINESS EJ", "Raison sociale"],
  ["010000032", "010000024", "IME Les Tilleuls"],
  ["750712184", "970302287", "IME Les Saules"],
];

export default defineRule({
  id: "cpom/esms-de-l-entite",
  severity: "error",
  title: "Chaque ESMS dépend de l’entité juridique du contrat",
  docs: {
    quoi: "Le FINESS EJ de chaque établissement ou service du périmètre est celui de la fiche signalétique.",
    pourquoi: "Un établissement d’une autre entité juridique n’est pas engagé par la signature de celle du contrat.",
    corriger:
      "Corrigez le numéro dans FINESS ou dans le classeur. Si l’entité est liée au contrat, faites-la figurer parmi les signataires.",
    source: "Dossier métier, § 4.10 (X-01)",
  },
  messages: {
    "autre-entite": ({ esms, ej }: { esms: string; ej: string }) =>
      `${esms} : son entité juridique (${ej}) n’est pas celle du contrat. Vérifiez le numéro.`,
    "entite-liee": ({ ej, nombre }: { ej: string; nombre: number; esms: readonly string[] }) =>
      `${nombre} ESMS dépendent de l’entité ${ej}, autre que celle du contrat. Est-elle signataire ?`,
    "entite-du-contrat": ({ ej, contrat, nombre }: { ej: string; contrat: string; nombre: number }) =>
      `Les ${nombre} ESMS dépendent de l’entité ${ej} ; la fiche signalétique indique ${contrat}. Accordez-les.`,
  },
  applies: ({ tables: { cpom, perimetre } }) =>
    cpom?.lignes.some(({ value }) => value.finessEj !== null) === true &&
    perimetre?.lignes.some(({ value }) => value.finessEj !== null) === true,
  *check({ tables: { cpom, perimetre } }) {
    const card = cpom?.lignes.find(({ value }) => value.finessEj !== null);
    const contrat = card?.value.finessEj ?? null;
    if (cpom === null || card === undefined || contrat === null || perimetre === null) return;
    // The number of the ET typed twice is the business of another rule.
    const lignes = perimetre.lignes.filter((ligne) => ligne.value.finessEj !== ligne.value.finessEt && isInclus(ligne));
    const entites = [...new Set(lignes.map(({ value }) => value.finessEj).filter((ej) => ej !== null))];
    const [only] = entites;
    if (only !== undefined && only !== contrat && entites.length === 1 && lignes.length > 1) {
      const data = { ej: only, contrat, nombre: lignes.length };
      yield { message: "entite-du-contrat", data, at: placeOf(cpom, card.row, "finessEj") };
      return;
    }
    for (const ej of entites.filter((one) => one !== contrat)) {
      const group = lignes.filter(({ value }) => value.finessEj === ej);
      const [first] = group;
      if (first === undefined) continue;
      const at = placeOf(perimetre, first.row, "finessEj");
      if (group.length === 1) {
        yield { message: "autre-entite", data: { esms: describeEsms(first), ej }, at };
        continue;
      }
      const data = { ej, nombre: group.length, esms: group.map(describeEsms) };
      yield { message: "entite-liee", data, at, needsReview: true, severity: "warning" };
    }
  },
  examples: [
    {
      titre: "Un ESMS de l’entité qui signe, un autre hors du contrat",
      feuilles: {
        cpom: CPOM,
        perimetre: [
          ["FINESS ET", "FINESS EJ", "Raison sociale", "Inclus au CPOM"],
          ["010000032", "010000024", "IME Les Tilleuls", "Oui"],
          ["750712184", "970302287", "IME Les Saules", "Non"],
        ],
      },
    },
    {
      titre: "Un ESMS d’une autre entité",
      feuilles: {
        cpom: CPOM,
        perimetre: DEUX_ENTITES,
      },
      attendu: [["autre-entite", "perimetre!3.finessEj"]],
    },
    {
      titre: "Deux entités dans un même contrat",
      feuilles: {
        cpom: CPOM,
        perimetre: [...DEUX_ENTITES, ["980600027", "970302287", "ESAT Les Saules"]],
      },
      attendu: [["entite-liee", "perimetre!3.finessEj"]],
    },
    {
      titre: "Une fiche signalétique qui nomme une autre entité que tous les ESMS",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "FINESS EJ"],
          ["CPOM 2028-2032", "970302287"],
        ],
        perimetre: [
          ["FINESS ET", "FINESS EJ", "Raison sociale"],
          ["010000032", "010000024", "IME Les Tilleuls"],
          ["750712184", "010000024", "ESAT Les Tilleuls"],
        ],
      },
      attendu: [["entite-du-contrat", "cpom!2.finessEj"]],
    },
  ],
});
