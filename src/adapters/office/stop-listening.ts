/**
 * How to let handlers go. Excel only lets one go from the context that registered it; it waits for the end of a cell edit, where it knows how
 * to, instead of refusing.
 */
export function stopListening(
  context: Excel.RequestContext,
  registrations: readonly { remove(): void }[],
): () => Promise<void> {
  return () =>
    Excel.run({ delayForCellEdit: true, previousObjects: context }, async () => {
      for (const registration of registrations) registration.remove();
      await context.sync();
    });
}
