import * as v from 'valibot';
import type { NetworkSpec } from '../network/topology.ts';
import { parseLine } from './codec-lines.ts';
import {
  derivedLineSchema,
  headerLineSchema,
  indexLineSchema,
  pointLineSchema,
  rulesLineSchema,
  type BlockEntry,
} from './head-schema.ts';
import { RECORDING_LIMITS } from './limits.ts';
import type { RecordingHeader } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import type { Summary } from './summary.ts';
import type { TimelinePoint } from './timeline.ts';

/**
 * Raised whenever other states, curves or summaries follow from the same events than before, or are written in
 * another way. What a file of other rules says of them is then not read but worked out again from its events.
 */
export const STATE_VERSION = 1;

/** Before the timeline's points: the header, the index and what is derived. */
export const HEAD_LINES = 3;

/** All that stands before the first block. */
export type Head = {
  readonly header: Omit<RecordingHeader, 'summary'>;
  readonly blocks: readonly BlockEntry[];
  /** What follows from the events. Null in a file of other rules, whose keyframes are not to be used either. */
  readonly derived: { readonly summary: Summary; readonly timeline: readonly TimelinePoint[] } | null;
};

/** The head's lines. Points name their network by its place in a list: they are few, and points are many. */
export function writeHead({ header, blocks, derived }: Head): string {
  if (derived === null) throw new Error('what follows from the events is to be written with them');
  const { summary, timeline } = derived;
  const specs = [...new Map(timeline.map(({ network }) => [JSON.stringify(network), network])).values()];
  const places = new Map(specs.map((network, place) => [JSON.stringify(network), place]));
  const place = new Map<NetworkSpec, number>();
  for (const { network } of timeline) place.set(network, places.get(JSON.stringify(network)) ?? 0);
  const lines = [
    { header },
    { blocks },
    { derived: { stateVersion: STATE_VERSION, summary, networks: specs } },
    ...timeline.map((point) => ({ point: { ...point, network: place.get(point.network) } })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** @throws RecordingError for lines that are not a head's, or that contradict each other */
export function readHead(lines: readonly string[]): Head {
  const [headerLine = '', indexLine = '', derivedLine = '', ...pointLines] = lines;
  const { header } = read(headerLineSchema, headerLine);
  const { blocks } = read(indexLineSchema, indexLine);
  requireWhole(header.events, blocks);
  const { stateVersion } = read(rulesLineSchema, derivedLine).derived;
  const derived = stateVersion === STATE_VERSION ? readDerived(derivedLine, pointLines) : null;
  return { header, blocks, derived };
}

function readDerived(derivedLine: string, pointLines: readonly string[]): Head['derived'] {
  const { summary, networks } = read(derivedLineSchema, derivedLine).derived;
  const timeline = pointLines.map((line): TimelinePoint => {
    const { point } = read(pointLineSchema, line);
    const network = networks[point.network];
    if (network === undefined)
      throw new RecordingError('malformed', 'a point names a network that is not there');
    return { ...point, network };
  });
  return { summary, timeline };
}

/** The blocks hold every event once, and as many as the header says. */
function requireWhole(events: number, blocks: readonly BlockEntry[]): void {
  let next = 1;
  for (const block of blocks) {
    if (block.first !== next) throw new RecordingError('inconsistent', `no block has event ${next}`, next);
    if (block.textBytes > RECORDING_LIMITS.blockTextBytes)
      throw new RecordingError('too-large', `a block says it holds ${block.textBytes} bytes`, next);
    next += block.events;
  }
  if (next !== events + 1)
    throw new RecordingError('inconsistent', `the blocks have ${next - 1} events, the header says ${events}`);
}

function read<Schema extends v.GenericSchema>(schema: Schema, line: string): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseLine(line), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const what = `${v.getDotPath(issue) ?? 'a line of the head'}: ${issue.message}`;
  throw new RecordingError(issue.message === 'unfit-text' ? 'unfit-text' : 'malformed', what);
}
