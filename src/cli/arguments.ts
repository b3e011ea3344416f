import { parseArgs } from "node:util";
import { type Jour, parseJour } from "../domain/calendrier/jour";

/** What the person asked for on the command line. */
export interface ControlerArguments {
  readonly command: "controler";
  readonly classeur: string;
  readonly json: boolean;
  /** `null`: the day of the machine. */
  readonly today: Jour | null;
}

/** The command line cannot be understood; the message says why in French. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `Utilisation :
  controler CLASSEUR.xlsx [--json] [--today AAAA-MM-JJ]

  Contrôle un classeur CPOM et liste ce qui manque. Ne modifie pas le fichier.

  --json    un seul objet JSON sur la sortie
  --today   jour à prendre pour aujourd’hui (par défaut, celui de la machine)

Code de sortie : 0 si rien ne bloque, 1 si un point bloque, 2 si le fichier ne peut pas être lu.
`;

/** Reads the words of the command line; throws {@link UsageError}; `"help"` when help is asked for. */
export function readArguments(words: readonly string[]): ControlerArguments | "help" {
  const { values, positionals } = parse(words);
  if (values.help === true) return "help";
  const [command, classeur, ...rest] = positionals;
  if (command === undefined) throw new UsageError("Indiquez ce qu’il faut faire : controler.");
  if (command !== "controler") throw new UsageError(`« ${command} » n’est pas une commande connue.`);
  if (classeur === undefined) throw new UsageError("Indiquez le classeur à contrôler.");
  if (rest.length > 0) throw new UsageError(`Un seul classeur à la fois : « ${rest.join(" ")} » est en trop.`);
  const today = values.today === undefined ? null : parseJour(values.today);
  if (values.today !== undefined && today === null) {
    throw new UsageError(`« ${values.today} » n’est pas un jour. Écrivez-le sous la forme AAAA-MM-JJ.`);
  }
  return { command, classeur, json: values.json === true, today };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: "boolean" }, today: { type: "string" }, help: { type: "boolean", short: "h" } },
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
