import type {
  ClassLanguage,
  CodeInfo,
  CreateSession,
  HttpErrorCode,
  OpenSession,
  SessionKeys,
  TakenSeat,
} from '../../shared/wire/http.ts';

/** What was asked for, or the reason why not. `ms` is how long to wait, where waiting helps. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

export type Refused = { readonly ok: false; readonly error: HttpErrorCode; readonly ms?: number };

/** How somebody wants to be called. */
export type WantedName =
  /** Typed; already cleaned and found fit. Only where the class allows free names, else `bad-name`. */
  | { readonly kind: 'free'; readonly name: string }
  /** One of our own, dealt before. Where somebody else has it by now another one is dealt. */
  | { readonly kind: 'pseudonym'; readonly name: string }
  | { readonly kind: 'any' }
  /** What they were called in this class before their device lost its key: they ask for that seat. */
  | { readonly kind: 'was'; readonly name: string };

/**
 * The hall outside the classrooms: what HTTP may ask of them. Codes come parsed: capitals, no dash.
 * Expected trouble is an `Answer`; only a bug rejects.
 */
export type Hall = {
  readonly createSession: (wanted: CreateSession) => Promise<Answer<SessionKeys>>;
  readonly openSessions: () => Promise<readonly OpenSession[]>;
  /** A new teacher token and a new screen token; those given before go on working. */
  readonly teacherKeys: (code: string) => Promise<Answer<SessionKeys>>;
  /** Null for a code that means nothing. It answers `ended` and `replaced` for a day. */
  readonly codeInfo: (code: string) => Promise<CodeInfo | null>;
  /** `address` is where they come from, as limits count it. */
  readonly takeSeat: (
    code: string,
    name: WantedName,
    language: ClassLanguage,
    address: string,
  ) => Promise<Answer<TakenSeat>>;
  /** Whether a token opens a console or a projector: the two pages that show a class how to join. */
  readonly invites: (token: string) => Promise<boolean>;
  /** Whether a token opens a console. */
  readonly teaches: (token: string) => Promise<boolean>;
};
