import { expect, test } from 'vitest';
import { z } from 'zod';
import { withBytes } from '../../electron/vault/serve.ts';
import { vaultContract } from '../../shared/ipc/contract.ts';
import { heardReply } from '../../shared/ipc/reply.ts';

const isJson = (schema: z.ZodType): boolean => {
  try {
    z.toJSONSchema(schema);
    return true;
  } catch {
    return false;
  }
};

test('JSON says every answer to the window, but for those that are known to carry bytes', () => {
  const others = Object.entries(vaultContract).filter(([, { output }]) => !isJson(output));
  expect(others.map(([name]) => name)).toEqual([...withBytes]);
});

test('a reply is heard as it was said, as a text or as itself', () => {
  const failed = { ok: false, code: 'notFound', details: { field: 'имя' } } as const;
  expect(heardReply(JSON.stringify(failed))).toEqual(failed);
  const bytes = { ok: true, value: { docx: new Uint8Array([80, 75]) } } as const;
  expect(heardReply(bytes)).toBe(bytes);
});
