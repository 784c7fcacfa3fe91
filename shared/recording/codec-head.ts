import * as v from 'valibot';
import { parseLine } from './codec-lines.ts';
import {
  derivedLineSchema,
  headerLineSchema,
  indexLineSchema,
  rulesLineSchema,
  type BlockEntry,
} from './head-schema.ts';
import { RECORDING_LIMITS } from './limits.ts';
import type { RecordingHeader } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import type { Summary } from './summary.ts';
import type { TimelinePoint } from './timeline.ts';
import { columnsOf, pointsLineSchema, pointsOf, POINTS_PER_LINE } from './timeline-lines.ts';

/**
 * Raised whenever other states, curves or summaries follow from the same events than before, or are written in
 * another way. What a file of other rules says of them is then not read but worked out again from its events.
 */
export const STATE_VERSION = 3;

/** The header, the index, what is derived, and as many lines of points as the longest class has. */
export const HEAD_LINES_MOST = 3 + Math.ceil(RECORDING_LIMITS.points / POINTS_PER_LINE);

/** All that stands before the first block. */
export type Head = {
  readonly header: Omit<RecordingHeader, 'summary'>;
  readonly blocks: readonly BlockEntry[];
  /** What follows from the events. Null in a file of other rules, whose keyframes are not to be used either. */
  readonly derived: { readonly summary: Summary; readonly timeline: readonly TimelinePoint[] } | null;
};

/** The head's lines: the header, the index, what is derived, and the timeline's points. */
export function writeHead({ header, blocks, derived }: Head): string {
  if (derived === null) throw new Error('what follows from the events is to be written with them');
  const { summary, timeline } = derived;
  const networks = new Map(timeline.map(({ network }) => [JSON.stringify(network), network]));
  const places = new Map([...networks.keys()].map((network, place) => [network, place]));
  const lines: unknown[] = [
    { header },
    { blocks },
    { derived: { stateVersion: STATE_VERSION, summary, networks: [...networks.values()] } },
  ];
  for (let from = 0; from < timeline.length; from += POINTS_PER_LINE) {
    const some = timeline.slice(from, from + POINTS_PER_LINE);
    lines.push({ points: columnsOf(some, (network) => places.get(JSON.stringify(network)) ?? 0) });
  }
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
  const timeline = pointLines.flatMap((line) => pointsOf(read(pointsLineSchema, line).points, networks));
  if (timeline.length > RECORDING_LIMITS.points)
    throw new RecordingError('too-large', `the curve has ${timeline.length} points`);
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
