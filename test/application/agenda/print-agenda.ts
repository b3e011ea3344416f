import { exportExemple } from "./contrat-exemple";

// Run by plain Node in a time zone: an agenda on the standard output.
process.stdout.write((await exportExemple()).texte);
