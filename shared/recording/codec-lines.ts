import { toText } from './codec-gzip.ts';
import { RECORDING_LIMITS } from './limits.ts';
import { RecordingError } from './recording-error.ts';

/** The lines of an unpacked part, which ends with its last. More of them than `most` are not even counted. */
export function splitLines(bytes: Uint8Array, most: number): readonly string[] {
  const text = toText(bytes);
  if (!text.endsWith('\n')) throw new RecordingError('malformed', 'a part does not end with its line');
  const lines = text.slice(0, -1).split('\n', most + 1);
  if (lines.length > most) throw new RecordingError('too-large', `a part has more than ${most} lines`);
  return lines;
}

/** What a line says, as JSON. It is looked at before it is parsed: how long it is, and how deep. */
export function parseLine(line: string): unknown {
  if (line.length > RECORDING_LIMITS.lineCharacters)
    throw new RecordingError('too-large', `a line has ${line.length} characters`);
  if (isDeeperThan(line, RECORDING_LIMITS.jsonDepth))
    throw new RecordingError('too-large', 'a line holds lists within lists without end');
  try {
    return JSON.parse(line);
  } catch {
    throw new RecordingError('malformed', 'a line is not JSON');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** One bit makes `[` a `{` and `]` a `}`. */
const CURLY_BIT = 0x20;
const OPENS = 0x7b;
const CLOSES = 0x7d;

/** Whether brackets outside of texts lie within more than `most` others. */
function isDeeperThan(line: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charCodeAt(at);
    if (sign === QUOTE) quoted = !quoted;
    else if (quoted) at += sign === BACKSLASH ? 1 : 0;
    else if ((sign | CURLY_BIT) === OPENS && ++depth > most) return true;
    else if ((sign | CURLY_BIT) === CLOSES) depth -= 1;
  }
  return false;
}
