/** One thing a drawing function did to its canvas. */
export type CanvasCall = { readonly name: string; readonly args: readonly unknown[] };

export type RecordingCanvas = {
  readonly context: CanvasRenderingContext2D;
  readonly calls: readonly CanvasCall[];
  /** The values a property was given, in order: `settings('strokeStyle')`. */
  readonly settings: (name: string) => readonly unknown[];
  readonly named: (name: string) => readonly CanvasCall[];
};

/** A canvas without a browser: it paints nothing and remembers everything. Ten pixels a letter. */
export function createRecordingCanvas(): RecordingCanvas {
  const calls: CanvasCall[] = [];
  const handler: ProxyHandler<object> = {
    get: (_, name) => {
      return (...args: readonly unknown[]): unknown => {
        calls.push({ name: String(name), args });
        return name === 'measureText' ? { width: String(args[0]).length * 10 } : undefined;
      };
    },
    set: (_, name, value: unknown) => {
      calls.push({ name: `set ${String(name)}`, args: [value] });
      return true;
    },
  };
  return {
    // The browser's own type has some seventy members; the proxy answers to every one of them.
    context: new Proxy({}, handler) as CanvasRenderingContext2D,
    calls,
    settings: (name) => calls.filter((call) => call.name === `set ${name}`).map((call) => call.args[0]),
    named: (name) => calls.filter((call) => call.name === name),
  };
}
