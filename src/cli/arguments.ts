import { parseArgs } from "node:util";
import { normalizeTexte } from "../domain/sheets/texte";
import { type Jour, parseJour } from "../domain/calendrier/jour";
import { type Departement, parseDepartement } from "../domain/cpom/departement";
import type { PlanAsked } from "../application/commands/plan-classeur";
import { ZONES_FERIES, type ZoneFeries } from "../domain/calendrier/jours-feries";
import type { ConventionRaci } from "../domain/raci/role";
import type { Demarche, Profil, Regime } from "../domain/modeles/demarche";

/** What the person asked for on the command line. */
export type Asked = ControlerArguments | PreparerArguments | PlanifierArguments | FichesArguments | "help";

export interface ControlerArguments {
  readonly command: "controler";
  readonly classeur: string;
  readonly json: boolean;
  /** Under which convention the matrix is read; `null`: as the workbook says. */
  readonly convention: ConventionRaci | null;
  /** `null`: the day of the machine. */
  readonly today: Jour | null;
}

export interface PreparerArguments {
  readonly command: "preparer";
  /** The file to make, or to complete when it exists. */
  readonly classeur: string;
  /** What she said of her démarche; the rest is what the workbook says, then what is usual. */
  readonly demarche: Partial<Demarche>;
  /** Say what would be added, and write nothing. */
  readonly isPreview: boolean;
  readonly today: Jour | null;
}

export interface PlanifierArguments {
  readonly command: "planifier";
  readonly classeur: string;
  /** Where to write; `null`: say the dates, write nothing. */
  readonly sortie: string | null;
  /** Where to write the agenda; `null`: nowhere. */
  readonly ics: string | null;
  readonly asked: PlanAsked;
  readonly json: boolean;
  readonly today: Jour | null;
}

export interface FichesArguments {
  readonly command: "fiches";
  readonly classeur: string;
  /** `undefined`: none of the plan of actions. */
  readonly actions: "toutes" | readonly string[] | undefined;
  /** `undefined`: none of the check-list. */
  readonly points: "toutes" | readonly string[] | undefined;
  /** Where to write; `null`: say what would be made, write nothing. */
  readonly sortie: string | null;
  /** Folder of the Word documents; `null`: none. */
  readonly word: string | null;
  /** The Word document of the house that they are made after; `null`: ours. */
  readonly modele: string | null;
  readonly json: boolean;
  readonly today: Jour | null;
}

/** The command line cannot be understood; the message says why in French. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `Utilisation :
  controler CLASSEUR.xlsx [--convention anap|internationale|auto] [--json] [--today AAAA-MM-JJ]
  preparer SORTIE.xlsx [--profil …] [--regime …] [--departements …] [--premier-contrat] [--apercu]
  planifier CLASSEUR.xlsx [--signature AAAA-MM-JJ] [-o SORTIE.xlsx] [--ics FICHIER.ics] [--json] […]
  fiches CLASSEUR.xlsx [--action ID…] [--point ID…] [-o SORTIE.xlsx] [--word DOSSIER [--modele MODELE.docx]] [--json]

  controler   Contrôle un classeur CPOM et liste ce qui manque. Ne modifie pas le fichier.
    --convention    sens des lettres de la matrice RACI ; auto (par défaut) : ce que le classeur en dit
    --json          un seul objet JSON sur la sortie
    --today         jour à prendre pour aujourd’hui (par défaut, celui de la machine)

  preparer    Crée le classeur du kit, ou ajoute au vôtre les seules feuilles qui lui manquent.
    --profil        anap (kit de 2017, par défaut) ou resserre (six mois)
    --regime        ehpad, handicap (par défaut), facultatif, sad, chrs ou mixte
    --departements  codes séparés par des virgules (14,50), ou aucun si l’ARS signe seule
    --premier-contrat  aucun contrat n’est en cours
    --apercu        dit ce qui serait ajouté, sans rien écrire

  planifier   Cale les tâches à rebours de la signature, et les écrit dans une copie avec -o.
    --signature     jour de la signature (par défaut, celui de la fiche signalétique)
    --zone          jours fériés : metropole, alsace-moselle, la-reunion, guadeloupe… (par défaut, la fiche
                    signalétique) ; plusieurs zones séparées par des virgules
    --profil        anap-2017 ou resserre : durées du kit, à la place de celles de la feuille, pour ses tâches
    --sans-neutralisation  l’été et la fin d’année sont travaillés
    --scenario      court (durées les plus courtes, par défaut) ou long
    --ics           agenda à écrire : jalons, échéances et suivi du contrat, à importer dans Outlook
    -o              classeur à écrire ; --json et --today comme pour controler

  fiches      Fait une fiche action par ligne du plan d’actions, ou met à jour celles qui existent, dans une
              copie avec -o. Ce qui a été écrit dans une fiche est gardé.
    --action        identifiants des actions, à la suite ou séparés par des virgules, ou toutes ; sans --action
                    ni --point, toutes les actions. Une ligne sans identifiant se nomme par son intitulé.
    --point         de même pour les points de la check-list : identifiants, ou tous
    --word          dossier où écrire aussi un document Word par fiche ; ceux du même nom sont remplacés
    --modele        votre modèle Word, avec des champs comme {titre} ; les documents sont faits d’après lui
    -o              classeur à écrire ; --json et --today comme pour controler

Code de sortie : 0 si rien ne bloque, 1 si un point bloque, 2 si le fichier ne peut pas être lu ou écrit.
`;

/** Reads the words of the command line; throws {@link UsageError}; `"help"` when help is asked for. */
export function readArguments(words: readonly string[]): Asked {
  const parsed = parse(words);
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  const [command, classeur, ...rest] = positionals;
  if (command === undefined)
    throw new UsageError("Indiquez ce qu’il faut faire : controler, preparer, planifier ou fiches.");
  if (!isCommand(command)) throw new UsageError(`« ${command} » n’est pas une commande connue.`);
  const misplaced = Object.keys(values).find((option) => !OPTIONS_OF[command].has(option));
  if (misplaced !== undefined) throw new UsageError(`L’option --${misplaced} ne va pas avec « ${command} ».`);
  if (classeur === undefined) {
    throw new UsageError(`Indiquez le classeur à ${VERBES[command]}.`);
  }
  const today = readDay(values.today);
  if (command === "fiches") return readFiches(classeur, parsed, today);
  if (rest.length > 0) throw new UsageError(tooMany(rest));
  if (command === "controler") {
    const convention = readChoice("convention", values.convention, CONVENTIONS);
    return { command, classeur, json: values.json === true, convention, today };
  }
  if (command === "planifier") {
    return { command, classeur, ...readPlanifier(values), json: values.json === true, today: inCalendar(today) };
  }
  return { command, classeur, demarche: readDemarche(values), isPreview: values.apercu === true, today };
}

type CommandWord = "controler" | "preparer" | "planifier" | "fiches";

const VERBES: Readonly<Record<CommandWord, string>> = {
  controler: "contrôler",
  preparer: "préparer",
  planifier: "planifier",
  fiches: "lire",
};

function isCommand(word: string): word is CommandWord {
  return Object.hasOwn(VERBES, word);
}

const OPTIONS_OF: Readonly<Record<CommandWord, ReadonlySet<string>>> = {
  controler: new Set(["convention", "json", "today"]),
  planifier: new Set([
    ...["signature", "zone", "profil", "sans-neutralisation", "scenario"],
    ...["sortie", "ics", "json", "today"],
  ]),
  fiches: new Set(["action", "point", "sortie", "word", "modele", "json", "today"]),
  preparer: new Set(["profil", "regime", "departements", "premier-contrat", "apercu", "today"]),
};

const PROFILS: ReadonlyMap<string, Profil> = new Map<string, Profil>([
  ["anap", "ANAP 2017"],
  ["resserre", "Resserré 6 mois"],
]);

const REGIMES: ReadonlyMap<string, Regime> = new Map<string, Regime>([
  ["ehpad", "EHPAD-PUV"],
  ["handicap", "Handicap-services"],
  ["facultatif", "Facultatif"],
  ["sad", "SAD"],
  ["chrs", "CHRS"],
  ["mixte", "Mixte"],
]);

type Words = ReturnType<typeof parse>;
type Values = Words["values"];

function readFiches(classeur: string, { values, tokens }: Words, today: Jour | null): FichesArguments {
  const { action, point, sortie = null, word = null, modele = null, json = false } = values;
  if (modele !== null && word === null) {
    throw new UsageError("L’option --modele va avec --word : indiquez le dossier où écrire les documents Word.");
  }
  const cited = readCitations(tokens);
  const actions = action === undefined ? undefined : chosen("action", cited.action, "toutes");
  const points = point === undefined ? undefined : chosen("point", cited.point, "tous");
  return {
    command: "fiches",
    classeur,
    actions: actions === undefined && points === undefined ? "toutes" : actions,
    ...{ points, sortie, word, modele, json, today },
  };
}

type Citation = "action" | "point";

/** Identifiers may follow each other: `--action ACN-01.01 ACN-01.02 --point P01`; what follows the workbook alone is refused. */
function readCitations(tokens: Words["tokens"]): Readonly<Record<Citation, readonly string[]>> {
  const cited: Record<Citation, string[]> = { action: [], point: [] };
  let awaited = 2;
  let last: Citation | null = null;
  for (const token of tokens) {
    if (token.kind === "option" && (token.name === "action" || token.name === "point")) {
      last = token.name;
      cited[last].push(token.value);
    }
    if (token.kind !== "positional") continue;
    awaited -= 1;
    if (awaited >= 0) continue;
    if (last === null) throw new UsageError(tooMany([token.value]));
    cited[last].push(token.value);
  }
  return cited;
}

/** What was asked for of one table; the word `all`, whatever its case, asks for every line of it. */
function chosen(option: Citation, words: readonly string[], all: string): "toutes" | readonly string[] {
  const ids = words.flatMap((one) => one.split(/[,;]/)).map((one) => one.trim());
  const named = ids.filter((one) => one !== "");
  if (named.length === 0) {
    throw new UsageError(
      `Indiquez l’identifiant ${option === "action" ? "d’une action" : "d’un point"} après --${option}.`,
    );
  }
  return named.length === 1 && named[0]?.toLowerCase() === all ? "toutes" : named;
}

function tooMany(words: readonly string[]): string {
  return `Un seul classeur à la fois : « ${words.join(" ")} » est en trop.`;
}

function readDemarche(values: Values): Partial<Demarche> {
  const profil = readChoice("profil", values.profil, PROFILS);
  const regime = readChoice("regime", values.regime, REGIMES);
  const departements = values.departements === undefined ? null : readDepartements(values.departements);
  return {
    ...(profil !== null && { profil }),
    ...(regime !== null && { regime }),
    ...(departements !== null && { departements }),
    ...(values["premier-contrat"] === true && { isRenouvellement: false }),
  };
}

const CONVENTIONS: ReadonlyMap<string, ConventionRaci | null> = new Map([
  ["anap", "ANAP"],
  ["internationale", "Internationale"],
  ["auto", null],
] as const);

const SCENARIOS: ReadonlyMap<string, PlanAsked["scenario"]> = new Map([
  ["court", "court"],
  ["long", "long"],
] as const);

/** `alsace-moselle`, `la-reunion`: the zones without accents nor spaces. */
const ZONES: ReadonlyMap<string, ZoneFeries> = new Map(
  ZONES_FERIES.map((zone) => [normalizeTexte(zone).replaceAll(" ", "-"), zone]),
);

/** The two sets of durations of the kit. */
const PROFILS_PLANNING: ReadonlyMap<string, Profil> = new Map<string, Profil>([
  ["anap-2017", "ANAP 2017"],
  ["resserre", "Resserré 6 mois"],
]);

function readPlanifier(values: Values): Pick<PlanifierArguments, "sortie" | "ics" | "asked"> {
  const { ics = null, sortie = null } = values;
  if (ics !== null && !/\.ics$/i.test(ics)) {
    throw new UsageError(`« ${ics} » ne se termine pas par .ics : indiquez un nom comme CPOM.ics.`);
  }
  const zones = values.zone?.split(/[,;\s]+/).flatMap((zone) => readChoice("zone", zone, ZONES) ?? []);
  const asked: PlanAsked = {
    signature: inCalendar(readDay(values.signature)) ?? undefined,
    zones: zones === undefined ? undefined : [...new Set(zones)],
    sansNeutralisation: values["sans-neutralisation"] === true,
    profil: readChoice("profil", values.profil, PROFILS_PLANNING) ?? undefined,
    scenario: readChoice("scenario", values.scenario, SCENARIOS) ?? "court",
  };
  return { ics, sortie, asked };
}

/** Holidays are known from 2000 to 2099. */
function inCalendar(day: Jour | null): Jour | null {
  if (day === null || (day >= "2000-01-01" && day <= "2099-12-31")) return day;
  throw new UsageError(`« ${day} » sort du calendrier : choisissez un jour entre 2000 et 2099.`);
}

function readChoice<Choice>(
  option: string,
  typed: string | undefined,
  known: ReadonlyMap<string, Choice>,
): Choice | null {
  if (typed === undefined) return null;
  const found = known.get(typed.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`« ${typed} » ne convient pas à --${option} : choisissez ${[...known.keys()].join(", ")}.`);
}

function readDepartements(typed: string): readonly Departement[] {
  if (typed.toLowerCase() === "aucun") return [];
  const codes = typed.split(/[,;\s]+/).filter((code) => code !== "");
  const departements = codes.map((code) => {
    const found = parseDepartement(code);
    if (found === null) throw new UsageError(`« ${code} » n’est pas un code de département. Corse : 2A ou 2B.`);
    return found;
  });
  if (departements.length === 0) throw new UsageError("Indiquez les codes des départements, ou « aucun ».");
  return [...new Set(departements)];
}

function readDay(typed: string | undefined): Jour | null {
  const day = typed === undefined ? null : parseJour(typed);
  if (typed !== undefined && day === null) {
    throw new UsageError(`« ${typed} » n’est pas un jour. Écrivez-le sous la forme AAAA-MM-JJ.`);
  }
  return day;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      tokens: true,
      options: {
        json: { type: "boolean" },
        today: { type: "string" },
        profil: { type: "string" },
        regime: { type: "string" },
        departements: { type: "string" },
        "premier-contrat": { type: "boolean" },
        apercu: { type: "boolean" },
        signature: { type: "string" },
        zone: { type: "string" },
        "sans-neutralisation": { type: "boolean" },
        scenario: { type: "string" },
        sortie: { type: "string", short: "o" },
        ics: { type: "string" },
        convention: { type: "string" },
        action: { type: "string", multiple: true },
        point: { type: "string", multiple: true },
        word: { type: "string" },
        modele: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError("Une option est inconnue.", { cause: error });
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
      throw new UsageError("Une option attend une valeur, ou n’en attend pas.", { cause: error });
    }
    throw error;
  }
}
