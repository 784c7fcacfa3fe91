/** Does so many things, some of them at a time; what each came to, in no particular order. */
export async function atOnce<T>(
  count: number,
  lanes: number,
  task: (index: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      done.push(await task(next - 1));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

/** How often each occurs. */
export function countBy(things: readonly (string | number)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[thing] = (counts[thing] ?? 0) + 1;
  return counts;
}
