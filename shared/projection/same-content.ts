/**
 * Whether two pieces of JSON say the same, whatever the order of their fields: numbers, texts, lists and records. It runs
 * over the teacher's whole table at every publishing, and so makes nothing that would have to be collected.
 */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (!Array.isArray(one)) return !Array.isArray(other) && sameFields(one, other);
  return Array.isArray(other) && sameItems(one, other);
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (!sameContent(one[index], other[index])) return false;
  }
  return true;
}

function sameFields<Fields extends object>(one: Fields, other: Fields): boolean {
  let count = 0;
  for (const key in one) {
    if (!(key in other) || !sameContent(one[key], other[key])) return false;
    count += 1;
  }
  return count === Object.keys(other).length;
}
