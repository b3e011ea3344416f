/** A typed number as it is compared: without spaces of any kind, points and hyphens, in capitals. Source: dossier métier, § 4. */
export function compactSaisie(typed: string): string {
  return typed.replace(/[\s.-]/g, "").toUpperCase();
}
