import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";

/** How the referent names an establishment: by its name, else its FINESS number, else its row. */
export function describeEsms({ value, row }: Ligne<Sheets["perimetre"]>): string {
  return value.raisonSociale ?? value.finessEt ?? `Ligne ${row}`;
}

/** In the contract, unless the line says otherwise; a cell nobody filled or that cannot be read tells nothing. */
export function isInclus({ value, state }: Ligne<Sheets["perimetre"]>): boolean {
  return state.inclus === "absent" || value.inclus === "Oui";
}
