/** Lower case and without accents: "Óscar" is found by "oscar", and the other way round. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
