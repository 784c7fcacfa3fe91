import type { Handler } from 'hono';
import type { ServerClock } from '../../../clock.ts';
import { INTAKE } from '../../../limits.ts';
import { createBuckets } from '../../../net/bucket.ts';
import { answerWith, refuse } from '../../answer.ts';
import type { Library } from '../../library.ts';
import { readBytes } from '../../read-bytes.ts';
import { addressOf, type Env } from '../../visitor.ts';

/** POST /api/recordings: takes in a recording from elsewhere. The body is the file. */
export function importRecordingRoute(library: Library, clock: ServerClock): Handler<Env> {
  const imports = createBuckets<string>(INTAKE.import.perAddress, clock);
  return async (context) => {
    imports.forgetFull();
    const ms = imports.take(addressOf(context));
    if (ms > 0) return refuse(context, 'slow-down', ms);
    const file = await readBytes(context, INTAKE.body.perRequest.recordingBytesMost);
    if (!file.ok) return refuse(context, file.error);
    return answerWith(context, await library.bringIn(file.value));
  };
}
