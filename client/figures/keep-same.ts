/**
 * Gives back the value it knows as long as a new one says the same. A page that comes back is sent everything anew,
 * and what stands on it already need not be drawn again.
 */
export function keepSame<Value>(): (value: Value) => Value {
  let seen: Value | undefined;
  let kept: { readonly value: Value; readonly key: string } | null = null;
  return (value) => {
    if (kept !== null && value === seen) return kept.value;
    seen = value;
    const key = JSON.stringify(value);
    if (kept?.key !== key) kept = { value, key };
    return kept.value;
  };
}
