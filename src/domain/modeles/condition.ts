/** What a contract must be for a line of the kit to concern it. Which contracts are, the profile says. */
export type Condition = "ehpad" | "renouvellement" | "eprd" | "departement-signataire" | "ahi";
