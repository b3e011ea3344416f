import { formatMontant, formatNombre, formatPart, formatValeur } from "../../../src/domain/suivi/phrases";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each<[number, string]>([
  [120_000, "120 000 €"],
  [1250.5, "1 250,50 €"],
  [148_933.2, "148 933,20 €"],
  [0.005, "0,01 €"],
  [-1250.25, "-1 250,25 €"],
  [0, "0 €"],
])("%d euros: %s", (euros, said) => {
  expect(plain(formatMontant(euros))).toBe(said);
});

test.each<[number, string]>([
  [2.5, "2,5"],
  [1200, "1 200"],
  [1 / 3, "0,33"],
  [-0.001, "0"],
])("%d: %s", (nombre, said) => {
  expect(plain(formatNombre(nombre))).toBe(said);
});

test.each<[number, string | null, string]>([
  [0.92, "%", "92 %"],
  [12, "jours", "12 jours"],
  [4, null, "4"],
  [1250.5, "€", "1 250,50 €"],
])("%d in %s: %s", (valeur, unite, said) => {
  expect(plain(formatValeur(valeur, unite))).toBe(said);
});

test("a share in whole points", () => {
  expect(plain(formatPart(0.454))).toBe("45 %");
});
