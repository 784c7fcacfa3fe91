/**
 * Waits, with the whole program read, for the word of whoever looks after the server: it comes in the moment in which the
 * one before this has died. Ends the process where nobody is left to say it.
 */
export function toldToBegin(self: NodeJS.Process): Promise<void> {
  return new Promise((begin) => {
    const alone = (): void => self.exit(0);
    self.once('disconnect', alone);
    self.once('message', () => {
      self.off('disconnect', alone);
      begin();
    });
  });
}
