import type { KeyValue } from '../../state/storage.ts';

/** A session's keys, as this device holds them, and the id its recording goes by. */
export type KeptKeys = {
  /** Null on a second device, which was only handed the console. */
  readonly session: string | null;
  readonly teacherToken: string;
  /** Null on a second device, too. */
  readonly screenToken: string | null;
};

/** What this device keeps for a teacher: the server's key, and each session's keys by its code. */
export type Keyring = {
  readonly teacherKey: () => string | null;
  readonly keepTeacherKey: (key: string) => void;
  readonly forgetTeacherKey: () => void;
  readonly sessionKeys: (code: string) => KeptKeys | null;
  readonly keepSessionKeys: (code: string, keys: KeptKeys) => void;
  readonly forgetSessionKeys: (code: string) => void;
};

const TEACHER_KEY = 'descenso-teacher-key';
const nameOf = (kind: 'console' | 'projector' | 'session', code: string): string =>
  `descenso-${kind}-${code}`;

export function createKeyring(storage: KeyValue): Keyring {
  return {
    teacherKey: () => storage.getItem(TEACHER_KEY),
    keepTeacherKey: (key) => storage.setItem(TEACHER_KEY, key),
    forgetTeacherKey: () => storage.removeItem(TEACHER_KEY),
    sessionKeys: (code) => {
      const teacherToken = storage.getItem(nameOf('console', code));
      return teacherToken === null
        ? null
        : {
            session: storage.getItem(nameOf('session', code)),
            teacherToken,
            screenToken: storage.getItem(nameOf('projector', code)),
          };
    },
    keepSessionKeys: (code, { session, teacherToken, screenToken }) => {
      storage.setItem(nameOf('console', code), teacherToken);
      if (session !== null) storage.setItem(nameOf('session', code), session);
      if (screenToken !== null) storage.setItem(nameOf('projector', code), screenToken);
    },
    forgetSessionKeys: (code) => {
      storage.removeItem(nameOf('console', code));
      storage.removeItem(nameOf('projector', code));
      storage.removeItem(nameOf('session', code));
    },
  };
}
