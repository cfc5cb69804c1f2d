import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vaultContents } from '../../electron/vault/contents.ts';
import { createDispatch, type Dispatch } from '../../electron/vault/dispatch.ts';
import { handlers } from '../../electron/vault/handlers/index.ts';
import { createSession, type Session } from '../../electron/vault/session.ts';
import { migrations } from '../../electron/vault/store/migrations/index.ts';
import { vaultContract } from '../../shared/ipc/contract.ts';
import type { VaultCall } from '../../shared/ipc/contract.ts';
import { errorCodes } from '../../shared/ipc/reply.ts';
import { arbitraryInput, damaged, junk } from '../support/arbitraryInput.ts';
import { newVaultsDir, resourcesDir } from '../support/testVault.ts';

// The one door to a vault, knocked at with everything: each answer is a value or a code, and the vault stays whole.

const roundsOfCall = 100;
const calls = (Object.keys(vaultContract) as VaultCall[]).filter((name) => handlers[name].kind !== 'host');
const codes: readonly string[] = errorCodes;

const dir = newVaultsDir();
const failures: string[] = [];
let session: Session;
let dispatch: Dispatch;
let ids: string[];

beforeAll(async () => {
  session = createSession({
    vaultsDir: dir,
    resourcesDir,
    migrations,
    contents: vaultContents,
    passwordCost: 'lowest',
  });
  dispatch = createDispatch({
    host: session,
    handlers,
    report: ({ call, error, at }) => failures.push(`${call}: ${error} at ${at}`),
  });
  expect((await dispatch('vault.openExample', { language: 'ru' }, 'window')).ok).toBe(true);
  const { reader } = opened();
  const tables = reader
    .prepare(`
      SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'id' AND c.type = 'TEXT'
      WHERE m.type = 'table'`)
    .all() as { name: string }[];
  ids = tables.flatMap(({ name }) =>
    (reader.prepare(`SELECT id FROM "${name}" ORDER BY id LIMIT 4`).all() as { id: string }[]).map(
      ({ id }) => id,
    ),
  );
});

afterAll(() => {
  session.closeNow();
  rmSync(dir, { recursive: true, force: true });
});

function opened() {
  const vault = session.opened();
  if (vault === null) throw new Error('No vault is open');
  return vault;
}

/** Asks and answers the code of what came back; a value must be one of the contract. */
async function expectAnswer(name: string, input: unknown): Promise<string> {
  const reply = await dispatch(name, input, 'window');
  if (!reply.ok) {
    expect(codes).toContain(reply.code);
    return reply.code;
  }
  const { output } = vaultContract[name as VaultCall];
  expect(output.safeParse(reply.value).error?.issues[0]).toBeUndefined();
  return 'ok';
}

const place = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 });

describe('what looks nearly right', () => {
  const seen = new Map<string, number>();

  test.each(calls)('%s answers', async (name) => {
    const { input } = vaultContract[name];
    await fc.assert(
      fc.asyncProperty(
        fc.boolean().chain((odd) => arbitraryInput(input, ids, odd)),
        place,
        junk(),
        fc.nat(9),
        async (made, path, put, dice) => {
          const code = await expectAnswer(name, dice < 3 ? damaged(made, path, put) : made);
          const kind = code === 'invalidInput' ? code : 'beyond';
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
          expect(failures.splice(0)).toEqual([]);
        },
      ),
      { numRuns: roundsOfCall },
    );
  });

  test('gets past the schema often enough to try what lies behind', () => {
    expect(seen.get('beyond') ?? 0).toBeGreaterThan(calls.length * roundsOfCall * 0.4);
  });
});

test('what is not a call of the window at all is declined', async () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'proposals.writeDocx', 'vault'),
  );
  await fc.assert(
    fc.asyncProperty(names, junk(), async (name, input) => {
      expect(await expectAnswer(name, input)).toBe('unavailable');
    }),
    { numRuns: 1000 },
  );
});

test('afterwards the vault is whole, and no prototype has got a key', () => {
  const { reader } = opened();
  expect(reader.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(reader.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.keys(Array.prototype)).toEqual([]);
  expect(({} as { id?: unknown }).id).toBeUndefined();
});
