/** An interface of promises as the work behind it: done at once, by a function that throws what the promise would reject with. */
export type AtOnce<Interface> = {
  readonly [Name in keyof Interface]: Interface[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};

/** Hands each piece of work to whoever says when it is done, and whether. */
export type Doing = <Result>(name: string, work: () => Result) => Promise<Result>;

/** The interface of promises again. */
export function throughTime<Interface extends object>(work: AtOnce<Interface>, doing: Doing): Interface {
  const names = Object.keys(work) as (keyof AtOnce<Interface> & string)[]; // a record's own keys are its names
  const methods = names.map((name) => {
    const piece = work[name] as (...given: readonly unknown[]) => unknown; // every member is a function by its type
    return [name, (...given: readonly unknown[]) => doing(name, () => piece(...given))];
  });
  return Object.fromEntries(methods) as Interface; // each name has its own work behind it, made a promise
}
