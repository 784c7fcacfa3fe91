import { describe, expect, it } from 'vitest';
import { readEvent } from '../../server/room/stored-event.ts';
import { studentView } from '../../shared/projection/student-view.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';
import { playSmallClass } from '../helpers/small-class.ts';
import { brokenPromises, type Asked } from './oracle.ts';

const lines = playSmallClass();
const filed = lines.flatMap(({ json }, at): { readonly at: number; readonly asked: Asked }[] => {
  const event = readEvent(json);
  if (event.type !== 'nudged' || event.intent === null) return [];
  const { seat, round, parameter, nudge, intent } = event;
  const answer = { ok: true, epoch: 1, version: at + 1 } as const;
  return [
    {
      at,
      asked: {
        seat,
        ...intent,
        intent: { kind: 'nudge', round, parameter, ...nudge },
        answer,
        isPending: false,
      },
    },
  ];
});
const asked = filed.map((one) => one.asked);
const [first] = filed;
if (first === undefined) throw new Error('somebody nudges in the small class');

describe('what holds a journal against its promises', () => {
  it('has nothing against a class that kept them', () => {
    expect(brokenPromises(lines, asked)).toEqual([]);
  });

  it('misses a nudge that was acknowledged and never filed', () => {
    const lost = { ...first.asked, seq: 9_999 };
    expect(brokenPromises(lines, [lost])).toEqual([expect.stringMatching(/acknowledged and lost$/u)]);
  });

  it('notices one that is filed twice, and the version that is missing then', () => {
    const line = lines[first.at];
    if (line === undefined) throw new Error('it is a line of the journal');
    const doubled = [...lines.slice(0, first.at + 1), line, ...lines.slice(first.at + 1)];
    const broken = brokenPromises(doubled, asked);
    expect(broken).toContainEqual(expect.stringMatching(/filed 2 times$/u));
    expect(broken).toContainEqual(expect.stringMatching(/says version/u));
  });

  it('notices a nudge of a weight that is not the seat’s', () => {
    const foreign = lines.map((line, at) =>
      at === first.at ? { ...line, json: line.json.replace(/"seat":\d+/u, '"seat":6') } : line,
    );
    expect(brokenPromises(foreign, [])).toContainEqual(expect.stringMatching(/^seat 6 moved weight/u));
  });

  it('notices an intent that came to nothing without a word', () => {
    const forgotten = { ...first.asked, answer: null };
    expect(brokenPromises(lines, [forgotten])).toEqual([expect.stringMatching(/neither done/u)]);
  });

  it('notices a phone that shows what did not happen', () => {
    const opened = readEvent(lines[0]?.json ?? '');
    if (opened.type !== 'session-opened') throw new Error('a journal begins with its opening');
    const state = lines.slice(1).reduce((so, { json }) => evolve(so, readEvent(json)), openedState(opened));
    const view = studentView(state);
    const shown = { seat: 1, epoch: 2, version: lines.length, view };
    expect(brokenPromises(lines, [], [shown])).toEqual([]);
    const { network } = view;
    const wrong = { ...view, network: { ...network, loss: network.loss + Number.EPSILON } };
    expect(brokenPromises(lines, [], [{ ...shown, view: wrong }])).toHaveLength(1);
  });
});
