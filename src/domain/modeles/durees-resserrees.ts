/**
 * Working days of each task in the formula of six months: 42 for the assessment, preliminaries included, 42 for the
 * negotiation, 42 for the formalisation, whose deliberations hardly shorten. Source of the totals: dossier métier,
 * § 1.2 (variant); their sharing between the tasks is ours, and each can be changed in the workbook.
 */
export const DUREES_RESSERREES: Readonly<Record<string, number>> = {
  ...{ P1: 2, P2: 2, P3: 5, P4: 5, P5: 2 },
  ...{ D1: 1, D2: 2, D3: 8, D4: 10, D5: 8, D6: 4, D7: 2, D8: 3, D9: 2, J1: 1 },
  ...{ N1: 5, N2: 10, N3: 12, N4: 7, N5: 1, N6: 8, N7: 8, N8: 1, N9: 5, N10: 1, N11: 2 },
  ...{ F1: 10, F2: 7, F3: 12, F4: 15, F5: 8, F6: 9, F7: 1, F8: 10 },
};
