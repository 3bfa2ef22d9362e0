import * as z from 'zod';

/** A property: the key the office writes, and the schema of its value. */
type Entry = readonly [key: string, schema: z.ZodType];
type Entries = Readonly<Record<string, Entry>>;

type Output<E extends Entries> = { readonly [K in keyof E]: z.output<E[K][1]> };
type Stored = Record<string, unknown>;

/**
 * An object whose keys are Chinese in the data and in templates and English in the program:
 * `named({ issuer: ['发文机关', text] })` reads `{发文机关: …}` as `{issuer: …}`, and back with `z.encode`.
 * Unknown keys are refused.
 */
export function named<E extends Entries>(
  entries: E,
): z.ZodCodec<z.ZodType<Stored, Stored>, z.ZodType<Output<E>>> {
  const pairs = Object.entries(entries);
  const stored = z.strictObject(Object.fromEntries(pairs.map(([, [key, schema]]) => [key, schema])));
  const codec = z.codec(stored, z.custom<Output<E>>(), {
    decode: (value: Stored) =>
      Object.fromEntries(pairs.map(([name, [key]]) => [name, value[key]])) as Output<E>,
    // Encoding runs outside in: the inner schemas encode their values after this hands them over.
    encode: (value: Output<E>) =>
      Object.fromEntries(pairs.map(([name, [key]]) => [key, value[name as keyof E]])) as never,
  });
  return codec as unknown as z.ZodCodec<z.ZodType<Stored, Stored>, z.ZodType<Output<E>>>;
}
