import { markFormula } from "../../application/ports/snapshot";
import type { HighlightChange } from "../../application/ports/workbook";

/** The conditional formats of those tabs whose formula holds the mark: ours, wherever their cells are now. Two round trips at most. */
export async function findMarked(
  context: Excel.RequestContext,
  asked: readonly Pick<HighlightChange, "tab" | "mark">[],
): Promise<readonly Excel.ConditionalFormat[]> {
  const tabs = asked.map(({ tab, mark }) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem(tab).getRange();
    return { mark, formats: conditionalFormats.load("items/type") };
  });
  await context.sync();
  // The others have no formula to ask for: Excel would refuse the question.
  const customs = tabs.flatMap(({ mark, formats }) =>
    formats.items.flatMap((format) => (format.type === "Custom" ? [{ mark, format, rule: format.custom.rule }] : [])),
  );
  if (customs.length === 0) return [];
  for (const { rule } of customs) rule.load("formula");
  await context.sync();
  return customs.filter(({ mark, rule }) => rule.formula.includes(markFormula(mark))).map(({ format }) => format);
}
