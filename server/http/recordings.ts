import { Hono } from 'hono';
import type { ServerClock } from '../clock.ts';
import type { KeyGuard } from './key-guard.ts';
import type { Library } from './library.ts';
import { changeRecordingRoute } from './routes/recordings/change-recording.ts';
import { continueRecordingRoute } from './routes/recordings/continue-recording.ts';
import { deleteNamesRoute } from './routes/recordings/delete-names.ts';
import { deleteRecordingRoute } from './routes/recordings/delete-recording.ts';
import { importRecordingRoute } from './routes/recordings/import-recording.ts';
import { listRecordingsRoute } from './routes/recordings/list-recordings.ts';
import { recordingFileRoute } from './routes/recordings/recording-file.ts';
import { recordingPlayerRoute } from './routes/recordings/recording-player.ts';
import { shareRecordingRoute } from './routes/recordings/share-recording.ts';
import { takeBackShareRoute } from './routes/recordings/take-back-share.ts';
import { teacherOnly } from './teacher-only.ts';
import type { Env } from './visitor.ts';

export type RecordingsDeps = {
  readonly library: Library;
  readonly keys: KeyGuard;
  readonly clock: ServerClock;
  readonly playerTemplate: () => string | null;
};

/** The API's part about recordings. Reading one takes the key or a share of it; all the rest takes the key. */
export function recordings({ library, keys, clock, playerTemplate }: RecordingsDeps): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/recordings/:id', recordingFileRoute(library, keys));
  app.get('/recordings/:id/player', recordingPlayerRoute({ library, keys, template: playerTemplate }));

  app.use('/recordings/*', teacherOnly(keys));
  app.get('/recordings', listRecordingsRoute(library));
  app.post('/recordings', importRecordingRoute(library, clock));
  app.patch('/recordings/:id', changeRecordingRoute(library));
  app.delete('/recordings/:id', deleteRecordingRoute(library));
  app.delete('/recordings/:id/names', deleteNamesRoute(library));
  app.post('/recordings/:id/shares', shareRecordingRoute(library));
  app.delete('/recordings/:id/shares/:share', takeBackShareRoute(library));
  app.post('/recordings/:id/continue', continueRecordingRoute(library));
  return app;
}
