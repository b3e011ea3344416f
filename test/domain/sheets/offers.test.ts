import { isSureWord } from "../../../src/domain/sheets/offers";

test.each<[ecrit: string, propose: string, isSure: boolean]>([
  ["x", "Fait", true],
  [" ✓", "Fait", true],
  ["FALSE", "À faire", true],
  ["s.o.", "Sans objet", true],
  ["en attente", "Bloqué", true],
  ["terminé", "Terminée", true],
  ["DIAGNOSTIC", "Diagnostic", true],
  ["x", "Oui", true],
  ["fait (reste à signer)", "Fait", false],
  ["validé", "Fait", false],
  ["à tester", "En cours", false],
  ["s.o.", "Abandonnée", false],
  ["à faire", "Planifiée", false],
  ["en cours", "Non", false],
  ["Signature", "Négociation", false],
  ["ARS", "Autorités de tarification et de contrôle", false],
  ["x", "Obligatoire", false],
])("« %s » may be written « %s »: %s", (ecrit, propose, isSure) => {
  expect(isSureWord(ecrit, propose)).toBe(isSure);
});
