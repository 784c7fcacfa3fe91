const BYTES = 15;

/** A name for this page, 20 characters of base64url. `randomUUID` is missing on a plain-http classroom network. */
export function newInstance(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
