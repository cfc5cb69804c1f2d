/** A field of a parsed JSON object, or undefined. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  // Just checked to be an object with this own property.
  return (value as Readonly<Record<string, unknown>>)[name];
}
