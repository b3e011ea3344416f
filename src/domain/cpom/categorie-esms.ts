import { normalizeTexte } from "../sheets/texte";

/** Elderly people, disabled children, disabled adults, home services, people with specific difficulties, shelter and insertion. */
type Champ = "PA" | "PHE" | "PHA" | "DOM" | "PDS" | "AHI";

/** A category of ESMS in the FINESS register. */
export interface CategorieEsms {
  /** Three digits. */
  readonly code: string;
  readonly sigle: string;
  readonly libelle: string;
  /** `null` when it serves them all. */
  readonly champ: Champ | null;
  /** Whether a CPOM is usually compulsory; `selon-le-cas` depends on what is authorised. */
  readonly cpom: "obligatoire" | "facultatif" | "selon-le-cas";
}

/** Source: dossier métier, § 4.7. */
export const CATEGORIES_ESMS: readonly CategorieEsms[] = [
  categorie("500", "EHPAD", "Établissement d’hébergement pour personnes âgées dépendantes", "PA", "obligatoire"),
  categorie("501", "EHPA+soins (PUV)", "EHPA percevant des crédits d’assurance maladie", "PA", "obligatoire"),
  categorie("502", "EHPA", "EHPA sans crédits d’assurance maladie", "PA", "facultatif"),
  categorie("202", "RA", "Résidence autonomie", "PA", "facultatif"),
  categorie("207", "AJ", "Centre de jour pour personnes âgées", "PA", "selon-le-cas"),
  categorie("381", "Exp. PA", "Établissement expérimental pour personnes âgées", "PA", "facultatif"),
  categorie("354", "SSIAD", "Service de soins infirmiers à domicile", "DOM", "obligatoire"),
  categorie("209", "SAD mixte", "Service autonomie à domicile, aide et soins (ex-SPASAD)", "DOM", "selon-le-cas"),
  categorie("460", "SAD aide", "Service autonomie à domicile, aide (ex-SAAD)", "DOM", "facultatif"),
  categorie("183", "IME", "Institut médico-éducatif", "PHE", "obligatoire"),
  categorie("186", "ITEP", "Institut thérapeutique, éducatif et pédagogique", "PHE", "obligatoire"),
  categorie("188", "EEAP", "Établissement pour enfants ou adolescents polyhandicapés", "PHE", "obligatoire"),
  categorie("192", "IEM", "Institut d’éducation motrice", "PHE", "obligatoire"),
  categorie("194", "IDV", "Institut pour déficients visuels", "PHE", "obligatoire"),
  categorie("195", "IDA", "Institut pour déficients auditifs", "PHE", "obligatoire"),
  categorie("196", "IES", "Institut d’éducation sensorielle pour sourds-aveugles", "PHE", "obligatoire"),
  categorie("182", "SESSAD", "Service d’éducation spéciale et de soins à domicile", "PHE", "obligatoire"),
  categorie("189", "CMPP", "Centre médico-psycho-pédagogique", "PHE", "obligatoire"),
  categorie("190", "CAMSP", "Centre d’action médico-sociale précoce", "PHE", "obligatoire"),
  categorie("221", "BAPU", "Bureau d’aide psychologique universitaire", "PHE", "obligatoire"),
  categorie("238", "CAFS", "Centre d’accueil familial spécialisé", "PHE", "selon-le-cas"),
  categorie("390", "Acc. temp. PHE", "Accueil temporaire pour enfants handicapés", "PHE", "selon-le-cas"),
  categorie("396", "Foyer PHE", "Foyer d’hébergement pour enfants handicapés", "PHE", "selon-le-cas"),
  categorie("377", "Exp. PHE", "Établissement expérimental pour enfants handicapés", "PHE", "selon-le-cas"),
  categorie("246", "ESAT", "Établissement et service d’accompagnement par le travail", "PHA", "obligatoire"),
  categorie("198", "Préorientation", "Centre de préorientation professionnelle", "PHA", "obligatoire"),
  categorie("249", "ESRP", "Établissement et service de réadaptation professionnelle (ex-CRP)", "PHA", "obligatoire"),
  categorie("464", "UEROS", "Unité de réentraînement et d’orientation", "PHA", "obligatoire"),
  categorie("255", "MAS", "Maison d’accueil spécialisée", "PHA", "obligatoire"),
  categorie("437", "FAM", "Foyer d’accueil médicalisé (libellé ancien)", "PHA", "obligatoire"),
  categorie("448", "EAM", "Établissement d’accueil médicalisé en tout ou partie", "PHA", "obligatoire"),
  categorie("449", "EANM", "Établissement d’accueil non médicalisé", "PHA", "facultatif"),
  categorie("252", "FH", "Foyer d’hébergement", "PHA", "facultatif"),
  categorie("253", "Foyer polyvalent", "Foyer d’accueil polyvalent", "PHA", "facultatif"),
  categorie("382", "Foyer de vie", "Foyer de vie", "PHA", "facultatif"),
  categorie("445", "SAMSAH", "Service d’accompagnement médico-social pour adultes handicapés", "PHA", "obligatoire"),
  categorie("446", "SAVS", "Service d’accompagnement à la vie sociale", "PHA", "facultatif"),
  categorie("395", "Acc. temp. PHA", "Accueil temporaire pour adultes handicapés", "PHA", "selon-le-cas"),
  categorie("379", "Exp. PHA", "Établissement expérimental pour adultes handicapés", "PHA", "selon-le-cas"),
  categorie("370", "Exp. PH", "Établissement expérimental pour personnes handicapées", "PHA", "selon-le-cas"),
  categorie("461", "Centre de ressources", "Centre de ressources", null, "facultatif"),
  categorie("463", "CLIC", "Centre local d’information et de coordination", null, "facultatif"),
  categorie("165", "ACT", "Appartement de coordination thérapeutique", "PDS", "facultatif"),
  categorie("180", "LHSS", "Lits halte soins santé", "PDS", "facultatif"),
  categorie("213", "LAM", "Lits d’accueil médicalisés", "PDS", "facultatif"),
  categorie("178", "CAARUD", "Accueil et réduction des risques pour usagers de drogues", "PDS", "facultatif"),
  categorie("197", "CSAPA", "Soins, accompagnement et prévention en addictologie", "PDS", "facultatif"),
  categorie("214", "CHRS", "Centre d’hébergement et de réinsertion sociale", "AHI", "obligatoire"),
];

/** Codes the register no longer gives. Source: dossier métier, § 4.7. */
const FERMEES: ReadonlySet<string> = new Set(["205", "208"]);

const BY_WORDS = new Map(
  CATEGORIES_ESMS.flatMap(({ code, sigle, libelle }) => [
    [normalizeTexte(libelle), code],
    [normalizeTexte(sigle), code],
  ]),
);

/** What the cell of a category shows: `500 EHPAD`. */
export function formatCategorieEsms({ code, sigle }: CategorieEsms): string {
  return `${code} ${sigle}`;
}

/**
 * The code meant by `500`, `500 - EHPAD`, `EHPAD` or the whole name, never by something close to it; `null` when there is
 * no code in it. The code may be one we do not know.
 */
export function parseCodeCategorie(typed: string): string | null {
  return /^\s*(\d{3})(?!\d)/.exec(typed)?.[1] ?? BY_WORDS.get(normalizeTexte(typed)) ?? null;
}

export function findCategorieEsms(code: string): CategorieEsms | null {
  return CATEGORIES_ESMS.find((categorie) => categorie.code === code) ?? null;
}

export function isCategorieFermee(code: string): boolean {
  return FERMEES.has(code);
}

function categorie(
  code: string,
  sigle: string,
  libelle: string,
  champ: CategorieEsms["champ"],
  cpom: CategorieEsms["cpom"],
): CategorieEsms {
  return { code, sigle, libelle, champ, cpom };
}
