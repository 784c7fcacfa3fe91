import { JournalError, type Journal } from '../../../server/journal/journal.ts';
import { describeCatalogue } from '../../contracts/catalogue-contract.ts';
import { describeJournal } from '../../contracts/journal-contract.ts';
import { throughTime } from './at-once.ts';
import { createCatalogueInMemory } from './catalogue-in-memory.ts';
import { createEventsInMemory, type EventsInMemory } from './events-in-memory.ts';

/** The store of the simulator keeps what every store promises: what it finds of a class is true of a real one. */

function journalOn(events: EventsInMemory): Journal {
  let isClosed = false;
  return {
    ...throughTime<Omit<Journal, 'close'>>(events, async (_, work) => {
      if (isClosed) throw new JournalError('closed', 'as asked');
      return work();
    }),
    close: async () => {
      isClosed = true;
    },
  };
}

describeJournal('simulated disk', async () => {
  const events = createEventsInMemory();
  return {
    journal: journalOn(events),
    another: async () => journalOn(events),
    dispose: async () => undefined,
  };
});

describeCatalogue('simulated disk', async () => {
  const events = createEventsInMemory();
  return {
    catalogue: throughTime(createCatalogueInMemory(events.epochOf), async (_, work) => work()),
    journal: journalOn(events),
    dispose: async () => undefined,
  };
});
