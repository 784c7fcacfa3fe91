/** A number or a text somewhere in a piece of JSON, by the keys that lead there. */
export type Leaf = { readonly path: readonly (string | number)[]; readonly value: unknown };

/** All that is not an object or a list, in the order it is written. */
export function leavesOf(json: unknown, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (Array.isArray(json)) return json.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([key, value]) => leavesOf(value, [...path, key]));
  return [{ path, value: json }];
}

/** The same JSON with another value in one place. */
export function withLeaf<Json>(json: Json, path: readonly (string | number)[], value: unknown): Json {
  const copy: Json = structuredClone(json);
  let place: unknown = copy;
  for (const key of path.slice(0, -1)) place = Reflect.get(Object(place), key);
  Reflect.set(Object(place), path[path.length - 1] ?? '', value);
  return copy;
}
