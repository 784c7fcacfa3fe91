import { gzipSync } from 'node:zlib';
import type { JournalLine } from '../../shared/recording/chain.ts';
import { checkImport, checkRecording, type CheckedRecording } from '../../shared/recording/check.ts';
import { createChronicle } from '../../shared/recording/chronicle.ts';
import { createRecorder } from '../../shared/recording/recorder.ts';
import { openRecording, type RecordedEvent } from '../../shared/recording/recording.ts';
import type { RecordingTools } from '../../shared/recording/tools.ts';
import { upgradeEvent } from '../../shared/recording/upgrade.ts';
import { continuedSetup } from '../../shared/session/continued-setup.ts';
import { sameContent } from '../../shared/projection/same-content.ts';
import { sealWith } from '../auth/recording-seal.ts';
import { sha256 } from '../sha-256.ts';
import type { FileJob, JobResults, JournalJob } from './jobs.ts';

/** A job that takes a session's events one after another, and what it comes to. */
export type Work = {
  readonly take: (line: JournalLine) => void;
  readonly finish: () => JobResults[JournalJob['kind']];
};

/** With the machine's own compression and hash. */
const TOOLS: RecordingTools = { gzip: (bytes) => gzipSync(bytes, { level: 9 }), sha256 };

/** A job on what the journal has. */
export function workOnJournal(job: JournalJob): Work {
  switch (job.kind) {
    case 'write': {
      const recorder = createRecorder(job.session, TOOLS);
      return {
        take: recorder.add,
        finish: () => ownBytes(recorder.finish(job.label, sealWith(job.pem))),
      };
    }
    case 'summarise': {
      const chronicle = createChronicle(job.session);
      return {
        take: (line) => void chronicle.file(recordedEvent(line)),
        finish: () => (chronicle.state() === null ? null : chronicle.told().derived.summary),
      };
    }
    case 'continue':
      return goOn(job);
  }
}

/** A job on a whole file. Throws a RecordingError for one that is not the recording it should be. */
export function workOnFile(job: FileJob): JobResults[FileJob['kind']] {
  switch (job.kind) {
    case 'check': {
      const { header } = lastOf(checkImport(job.file, sha256), () => undefined);
      return { header, file: ownBytes(job.file) };
    }
    case 'relabel':
      return ownBytes(relabel(job));
    case 'continue-file': {
      const { header, stateAt } = openRecording(job.file, sha256);
      if (job.version > header.events) return null;
      const from = { recording: header.session, version: job.version };
      return continuedSetup(stateAt(job.version), from, job.seed);
    }
  }
}

function goOn({ session, version, seed }: Extract<JournalJob, { kind: 'continue' }>): Work {
  const chronicle = createChronicle(session);
  let reached = 0;
  return {
    take: (line) => {
      if (line.version > version) return;
      chronicle.file(recordedEvent(line));
      reached = line.version;
    },
    finish: () => {
      const state = chronicle.state();
      return state === null || reached < version
        ? null
        : continuedSetup(state, { recording: session, version }, seed);
    },
  };
}

/** Where this server sealed it, it seals it again; whoever else did cannot vouch for what was changed. */
function relabel({ file, label, names, pem }: Extract<FileJob, { kind: 'relabel' }>): Uint8Array {
  const { header } = openRecording(file, sha256);
  const wanted = { ...label, names: names ? header.names : null };
  const { title, tags, bookmarks } = header;
  if (sameContent(wanted, { title, tags, bookmarks, names: header.names })) return file;
  const recorder = createRecorder(header.session, TOOLS);
  const { digest, seal } = lastOf(checkRecording(file, sha256), ({ line }) => recorder.add(line));
  const sealOurs = sealWith(pem);
  // Ed25519 gives the same signature for the same bytes.
  const isOurs = seal !== null && sameContent(seal, sealOurs(digest));
  return recorder.finish(wanted, isOurs ? sealOurs : () => null);
}

/** Runs a check to its end, and tells of every event on the way. */
function lastOf<Each>(
  check: Generator<Each, CheckedRecording>,
  tell: (each: Each) => void,
): CheckedRecording {
  for (;;) {
    const step = check.next();
    if (step.done === true) return step.value;
    tell(step.value);
  }
}

function recordedEvent({ version, epoch, json }: JournalLine): RecordedEvent {
  const { atMs, event } = upgradeEvent(JSON.parse(json));
  return { version, epoch, atMs, event };
}

/** Bytes in memory of their own, so that they can be handed over to another thread and not copied. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}
