import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN as ON_A_SERVER } from '../../../server/journal/chain.ts';
import { CHAIN as ON_A_PAGE, type JournalLine } from '../../../shared/recording/chain.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

const journalLine: fc.Arbitrary<JournalLine> = fc.record({
  version: fc.nat(),
  epoch: fc.nat(),
  json: fc.string({ unit: 'binary', maxLength: 300 }),
});
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the chain of a session', () => {
  it('is the same whether a server or a page works it out', () => {
    fc.assert(
      fc.property(digest, journalLine, (previous, line) => {
        const server = [...ON_A_SERVER.next(previous, line)];
        expect([...ON_A_PAGE.next(previous, line)]).toEqual(server);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (session) => {
        expect([...ON_A_PAGE.start(session)]).toEqual([...ON_A_SERVER.start(session)]);
      }),
    );
  });

  it('ends with the digest of its last event, and begins with another for every session', () => {
    const ends = ['ada', 'bea'].map((session) => {
      const lines = playSmallClass().slice(0, 20);
      let end = ON_A_PAGE.start(session);
      const chained = lines.map((line) => ({ ...line, digest: (end = ON_A_PAGE.next(end, line)) }));
      const reading = ON_A_SERVER.follow(session, chained);
      expect({ ...reading, digest: [...reading.digest] }).toEqual({
        sound: chained,
        digest: [...end],
        broken: false,
      });
      return end.join();
    });
    expect(ends[0]).not.toBe(ends[1]);
  });
});
