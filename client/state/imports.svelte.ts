import type { RecordingCard } from '../../shared/wire/recordings.ts';
import type { ApiError, ApiResult } from '../link/ask.ts';

/** One file on its way into the library. */
export type Import = {
  /** Its place in the list: two files may have the same name. */
  readonly number: number;
  readonly name: string;
  readonly stage: ImportStage;
};

export type ImportStage =
  | { readonly kind: 'waiting' }
  /** The share of its bytes that the server has, 0 … 1; at 1 it is being checked. */
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'done'; readonly id: string };

/** Files that were chosen or dropped, in that order; they travel one by one. */
export type Imports = {
  readonly list: readonly Import[];
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly forget: (number: number) => void;
};

type Send = (file: File, onsent: (share: number) => void) => Promise<ApiResult<RecordingCard>>;

export function createImports(send: Send, ondone: (card: RecordingCard) => void): Imports {
  let list = $state.raw<readonly Import[]>([]);
  let last = 0;
  let queue: Promise<void> = Promise.resolve();

  const move = (number: number, stage: ImportStage): void => {
    list = list.map((one) => (one.number === number ? { ...one, stage } : one));
  };

  async function bring(number: number, file: File): Promise<void> {
    move(number, { kind: 'sending', share: 0 });
    const answer = await send(file, (share) => move(number, { kind: 'sending', share }));
    if (!answer.ok) {
      move(number, { kind: 'refused', error: answer.error });
      return;
    }
    move(number, { kind: 'done', id: answer.value.id });
    ondone(answer.value);
  }

  return {
    get list() {
      return list;
    },
    add: (files) => {
      for (const file of files) {
        const number = ++last;
        list = [...list, { number, name: file.name, stage: { kind: 'waiting' } }];
        queue = queue.then(() => bring(number, file));
      }
      return queue;
    },
    forget: (number) => {
      list = list.filter((one) => one.number !== number);
    },
  };
}
