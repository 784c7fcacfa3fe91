/** A place in the class. Numbers start at 1 and are never given twice in a session. */
export type SeatNumber = number & { readonly __brand: 'SeatNumber' };

/** The session's own name: 22 characters of base64url, drawn by the server. */
export type SessionId = string & { readonly __brand: 'SessionId' };

/** Brands a whole number that is known to be a seat's: read from a journal, or just dealt. */
export function seatNumber(value: number): SeatNumber {
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`a seat number is a whole number from 1, not ${value}`);
  return value as SeatNumber; // checked on the line above
}

/** Brands a text that is known to be a session's id: made by the server or read from its own store. */
export function sessionId(value: string): SessionId {
  return value as SessionId; // an id is opaque; only the store can say whether it exists
}
