import { createMemoryJournal, type JournalMemory } from '../../../scripts/bench/load/memory-journal.ts';
import { describeJournal } from '../../contracts/journal-contract.ts';

describeJournal('memory, for measuring', async () => {
  const memory: JournalMemory = new Map();
  return {
    journal: createMemoryJournal(memory),
    another: async () => createMemoryJournal(memory),
    dispose: async () => memory.clear(),
  };
});
