import { describeEsms } from "../../cpom/esms";
import { sirenOf } from "../../cpom/siren";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const CPOM = [
  ["Intitulé du CPOM", "SIREN"],
  ["CPOM 2028-2032", "732829320"],
];

const PERIMETRE = [
  ["FINESS ET", "Raison sociale", "SIRET"],
  ["010000032", "IME Les Tilleuls", "73282932000074"],
];

export default defineRule({
  id: "cpom/siret-du-gestionnaire",
  severity: "warning",
  title: "Le SIRET d’un ESMS commence par le SIREN du gestionnaire",
  docs: {
    quoi: "Les neuf premiers chiffres du SIRET de chaque ESMS sont le SIREN de la fiche signalétique.",
    pourquoi: "Un autre SIREN désigne une autre personne morale : les paiements et les arrêtés ne suivraient pas.",
    corriger: "Vérifiez le SIRET à l’Insee. S’il est exact, vérifiez que l’ESMS dépend bien du gestionnaire.",
    source: "Dossier métier, § 4.3 et § 4.11 (V-SIR-4)",
  },
  messages: {
    "autre-siren": ({ esms, siret, siren }: { esms: string; siret: string; siren: string }) =>
      `${esms} : le SIRET ${siret} ne commence pas par le SIREN du gestionnaire, ${siren}.`,
    "siren-du-contrat": ({ siren, contrat, nombre }: { siren: string; contrat: string; nombre: number }) =>
      `Les ${nombre} SIRET commencent par ${siren} ; la fiche signalétique indique ${contrat}. Accordez-les.`,
  },
  applies: ({ tables: { cpom, perimetre } }) =>
    cpom?.lignes.some(({ value }) => value.siren !== null) === true &&
    perimetre?.lignes.some(({ value }) => value.siret !== null) === true,
  *check({ tables: { cpom, perimetre } }) {
    const card = cpom?.lignes.find(({ value }) => value.siren !== null);
    const contrat = card?.value.siren ?? null;
    if (cpom === null || card === undefined || contrat === null || perimetre === null) return;
    const { finessEj } = card.value;
    const found = perimetre.lignes.flatMap((ligne) => {
      const { siret, finessEj: own } = ligne.value;
      // An ESMS of another entity has its own SIREN: another rule asks about the entity.
      const isOther = finessEj !== null && own !== null && own !== finessEj && own !== ligne.value.finessEt;
      return siret === null || isOther ? [] : [{ ligne, siret, siren: sirenOf(siret) }];
    });
    const [first] = found;
    if (first !== undefined && found.length > 1 && found.every(({ siren }) => siren === first.siren)) {
      if (first.siren === contrat) return;
      const data = { siren: first.siren, contrat, nombre: found.length };
      yield { message: "siren-du-contrat", data, at: placeOf(cpom, card.row, "siren"), needsReview: true };
      return;
    }
    for (const { ligne, siret, siren } of found) {
      if (siren === contrat) continue;
      const data = { esms: describeEsms(ligne), siret, siren: contrat };
      yield { message: "autre-siren", data, at: placeOf(perimetre, ligne.row, "siret"), needsReview: true };
    }
  },
  examples: [
    {
      titre: "Le SIRET est celui d’un établissement du gestionnaire",
      feuilles: {
        cpom: CPOM,
        perimetre: PERIMETRE,
      },
    },
    {
      titre: "Un SIRET d’une autre personne morale",
      feuilles: {
        cpom: CPOM,
        perimetre: [...PERIMETRE, ["010780054", "ESAT Les Tilleuls", "26010001100014"]],
      },
      attendu: [["autre-siren", "perimetre!3.siret"]],
    },
    {
      titre: "Une fiche signalétique qui porte un autre SIREN que tous les SIRET",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "SIREN"],
          ["CPOM 2028-2032", "260100011"],
        ],
        perimetre: [...PERIMETRE, ["010780054", "ESAT Les Tilleuls", "73282932000074"]],
      },
      attendu: [["siren-du-contrat", "cpom!2.siren"]],
    },
  ],
});
