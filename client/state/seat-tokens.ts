import * as v from 'valibot';
import type { KeyValue } from './storage.ts';

/** The keys to this device's places, by join code: whoever holds one sits down without asking. */
export type SeatTokens = {
  readonly find: (code: string) => string | null;
  readonly keep: (code: string, token: string) => void;
  readonly forget: (code: string) => void;
};

const KEY = 'descenso-seats';
/** A shared tablet sees many classes; the oldest places are long over. */
const MOST_SEATS = 20;

const seatsSchema = v.array(v.object({ code: v.string(), token: v.string() }));
type Seats = v.InferOutput<typeof seatsSchema>;

export function createSeatTokens(storage: KeyValue): SeatTokens {
  const read = (): Seats => {
    const parsed = v.safeParse(seatsSchema, parseJson(storage.getItem(KEY)));
    return parsed.success ? parsed.output : [];
  };
  const write = (seats: Seats): void => storage.setItem(KEY, JSON.stringify(seats.slice(-MOST_SEATS)));
  const others = (code: string): Seats => read().filter((seat) => seat.code !== code);
  return {
    find: (code) => read().find((seat) => seat.code === code)?.token ?? null,
    keep: (code, token) => write([...others(code), { code, token }]),
    forget: (code) => write(others(code)),
  };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
