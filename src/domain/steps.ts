/** A long reading cut in short steps: whoever drives it may let others work between two of them. Pure all the same. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Takes every step at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
