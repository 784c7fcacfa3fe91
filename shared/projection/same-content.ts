/** Whether two pieces of JSON say the same, whatever the order of their fields: numbers, texts, lists and records. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const before = Object.entries(one);
  const after = new Map<string, unknown>(Object.entries(other));
  return (
    before.length === after.size &&
    before.every(([key, value]) => after.has(key) && sameContent(value, after.get(key)))
  );
}
