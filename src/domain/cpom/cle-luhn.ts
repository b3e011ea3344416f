/**
 * Luhn’s key, carried by FINESS, SIREN and SIRET numbers: from the right, one character in two counts double, the digits
 * are added, and the sum ends in 0. Takes digits and capital letters; `A` counts 1 and `B` 2, as in the FINESS numbers
 * of Corsica (which is the same as writing 21 and 22 for 2A and 2B). Source: dossier métier, § 4.1.
 */
export function hasLuhnKey(characters: string): boolean {
  let sum = 0;
  for (let rank = 0; rank < characters.length; rank++) {
    const code = characters.charCodeAt(characters.length - 1 - rank);
    const counted = (code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 1) * (1 + (rank % 2));
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

const DIGIT_0 = 48;
const LETTER_A = 65;
