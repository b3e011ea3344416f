/**
 * What opening a file may cost, chosen from measurement: at every limit at once, memory stays under 1 GB. Sheets are read as they are
 * inflated and never held whole, so their size bounds the time; what is kept of them bounds the memory.
 */
export const LIMITS = {
  /** Parts in the package. */
  entries: 2_000,
  /** Declared size of everything that reading inflates, in bytes. */
  readBytes: 700_000_000,
  /** Size of the texts shared by the sheets: the only large part whose content is kept, in bytes. */
  sharedStringsBytes: 120_000_000,
  /** Size of any other small part (the list of tabs, relationships, one table), in bytes. */
  partBytes: 32_000_000,
  /** Over this size, an entry inflated more than `ratio` times is a trap, not a workbook. */
  ratioFrom: 64_000_000,
  ratio: 500,
  /** Places kept in memory, from A to the last cell of each line, all tabs together. */
  places: 10_000_000,
  /** Characters kept that the shared texts do not hold (typed in the cells, results of formulas). */
  ownCharacters: 100_000_000,
  /** One tag or one text between two tags, in characters. */
  token: 4_000_000,
  rows: 1_048_576,
  columns: 16_384,
} as const;
