import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { RecordingError } from '../../shared/recording/recording-error.ts';
import type { FromThread, Job, JobResults, JournalJob, ToThread } from './jobs.ts';
import { workOnFile, workOnJournal } from './work.ts';

/** A thread that works on one recording and ends: what takes seconds here keeps no class waiting there. */
const port = parentPort;
if (port === null) throw new Error('recordings are worked on in a thread of its own');
run(workerData as Job, port); // only recording-threads.ts starts this program

function run(job: Job, to: MessagePort): void {
  switch (job.kind) {
    case 'check':
    case 'relabel':
    case 'continue-file':
      attempt(to, () => done(to, workOnFile(job)));
      return;
    case 'write':
    case 'summarise':
    case 'continue':
      workPieceByPiece(job, to);
  }
}

function workPieceByPiece(job: JournalJob, to: MessagePort): void {
  const work = workOnJournal(job);
  to.on('message', ({ lines, last }: ToThread) => {
    attempt(to, () => {
      for (const line of lines) work.take(line);
      if (last) done(to, work.finish());
    });
  });
}

/** What a file is to blame for is an answer; what we are to blame for ends the thread. */
function attempt(to: MessagePort, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    say(to, { kind: 'refused', code: error.code, message: error.message });
    to.close();
  }
}

function done(to: MessagePort, result: JobResults[Job['kind']]): void {
  say(to, { kind: 'done', result });
  to.close();
}

function say(to: MessagePort, message: FromThread): void {
  to.postMessage(message);
}
