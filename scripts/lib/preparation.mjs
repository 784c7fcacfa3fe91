/** A preparation that did not work, told in a sentence for whoever gave the command. */
export class PreparationError extends Error {}

/**
 * Runs preparations one after another; when one fails, says why and ends the process with 1.
 * @param {readonly (() => Promise<void>)[]} steps
 */
export async function prepareOrExit(steps) {
  try {
    for (const step of steps) await step();
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
