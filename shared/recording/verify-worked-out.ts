/** What the rules make of numbers from a file, or why nothing can be made of them. */
export type WorkedOut<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly what: string };

/** The engine throws for numbers that no class ever had, and those of a file may be any: here that is an answer. */
export function workedOut<Value>(work: () => Value): WorkedOut<Value> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return {
      ok: false,
      what: `cannot be worked out: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
