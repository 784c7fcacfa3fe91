import type { CodeInfo, TakenSeat, TakeSeat } from '../../shared/wire/http.ts';
import type { ApiError, ApiResult } from '../link/ask.ts';
import { CODE_LENGTH, normaliseCode } from '../text/join-code.ts';
import type { Language } from '../text/language.ts';
import { createTicker } from './ticking.ts';

/** What keeps somebody outside. A closed or full class may open again, so it never locks the button. */
export type EntranceProblem = ApiError | Exclude<CodeInfo['state'], 'open'>;

/** The door as it looks from outside. */
export type Door =
  | { readonly kind: 'no-code' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'open'; readonly freeNames: boolean }
  | { readonly kind: 'problem'; readonly problem: EntranceProblem };

export type Entrance = {
  readonly code: string;
  readonly door: Door;
  /** The pseudonym that was dealt, or what somebody typed where the class allows it. */
  readonly name: string;
  /** What somebody says they were called here, whose device has lost its place; null for everybody else. */
  readonly was: string | null;
  readonly isEntering: boolean;
  /** Seconds until trying again makes sense; 0 when it does now. */
  readonly waitSeconds: number;
  readonly typeCode: (typed: string) => void;
  readonly typeName: (typed: string) => void;
  /** Null is not to come back after all. */
  readonly sayWas: (name: string | null) => void;
  readonly dealName: () => Promise<void>;
  readonly enter: () => Promise<void>;
  readonly close: () => void;
};

export type EntranceDeps = {
  readonly api: {
    readonly lookAtCode: (code: string) => Promise<ApiResult<CodeInfo>>;
    readonly takeSeat: (code: string, wanted: TakeSeat) => Promise<ApiResult<TakenSeat>>;
    readonly dealPseudonym: (language: Language) => Promise<ApiResult<{ readonly name: string }>>;
  };
  readonly language: () => Language;
  /** A whole code: true when this device already has a place behind it, and the page goes straight in. */
  readonly oncode: (code: string) => boolean;
  readonly onseated: (code: string, token: string) => void;
};

const TRY_AGAIN_MS = 3_000;

/** The way from the street to a seat: a code, a name, one tap. Looking at a code takes no seat. */
export function createEntrance(firstCode: string, deps: EntranceDeps): Entrance {
  let code = $state('');
  let door = $state.raw<Door>({ kind: 'no-code' });
  let dealt = $state('');
  let typed = $state<string | null>(null);
  let was = $state<string | null>(null);
  let isEntering = $state(false);
  let waitUntilMs = $state(0);
  let again: ReturnType<typeof setTimeout> | undefined;
  const followTime = createTicker();

  function stop(problem: EntranceProblem, ms: number | null): void {
    door = { kind: 'problem', problem };
    waitUntilMs = ms === null ? 0 : performance.now() + ms;
    clearTimeout(again);
    // A phone that has just joined the network gets through in a moment; nobody should have to press for it.
    if (problem === 'unreachable') again = setTimeout(() => void look(), TRY_AGAIN_MS);
  }

  async function look(): Promise<void> {
    const asked = code;
    if (door.kind !== 'problem') door = { kind: 'looking' };
    const result = await deps.api.lookAtCode(asked);
    if (asked !== code) return;
    if (!result.ok) stop(result.error, result.ms);
    else if (result.value.state !== 'open') stop(result.value.state, null);
    else door = { kind: 'open', freeNames: result.value.freeNames };
    if (result.ok && dealt === '') await dealName();
  }

  async function dealName(): Promise<void> {
    const result = await deps.api.dealPseudonym(deps.language());
    if (!result.ok) return;
    dealt = result.value.name;
    typed = null;
  }

  function wantedName(): Pick<TakeSeat, 'name' | 'pseudonym' | 'was'> {
    if (was !== null) return { was: was.trim() };
    const own = typed?.trim() ?? '';
    if (own !== '' && own !== dealt) return { name: own };
    return dealt === '' ? {} : { pseudonym: dealt };
  }

  function typeCode(next: string): void {
    const normal = normaliseCode(next);
    if (normal === code) return;
    code = normal;
    clearTimeout(again);
    waitUntilMs = 0;
    door = { kind: 'no-code' };
    if (normal.length === CODE_LENGTH && !deps.oncode(normal)) void look();
  }

  void dealName();
  typeCode(firstCode);

  return {
    get code() {
      return code;
    },
    get door() {
      return door;
    },
    get name() {
      return typed ?? dealt;
    },
    get was() {
      return was;
    },
    get isEntering() {
      return isEntering;
    },
    get waitSeconds() {
      const leftMs = waitUntilMs - performance.now();
      if (leftMs > 0) followTime();
      return Math.max(0, Math.ceil(leftMs / 1_000));
    },
    typeCode,
    typeName: (next) => {
      typed = next;
    },
    sayWas: (name) => {
      was = name;
      // What kept one name out says nothing of another.
      if (door.kind === 'problem' && door.problem === 'unknown-seat') void look();
    },
    dealName,
    enter: async () => {
      if (isEntering || code.length < CODE_LENGTH) return;
      isEntering = true;
      const asked = code;
      const result = await deps.api.takeSeat(asked, { language: deps.language(), ...wantedName() });
      isEntering = false;
      if (result.ok) deps.onseated(asked, result.value.token);
      else stop(result.error, result.ms);
    },
    close: () => clearTimeout(again),
  };
}
