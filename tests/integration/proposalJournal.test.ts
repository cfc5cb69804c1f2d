import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStep } from '../../shared/document/steps.ts';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { ProposalHeader } from '../../shared/domain/proposal.ts';
import type { Proposal } from '../../shared/domain/proposal.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import { addClientWithReader, openDatedVault, proposalInput } from '../support/drafts.ts';
import { testPassword } from '../support/testVault.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(() => vault.close());

const get = async (id: ProposalId) => (await vault.call('proposals.get', { id })).proposal;
const textOf = ({ document }: Proposal): string =>
  [...JSON.stringify(document.root).matchAll(/"text":"([^"]*)"/g)].map((match) => match[1]).join('');

/** Types at the start of the only paragraph, `length` = characters that stand there already. */
const typing = (
  id: ProposalId,
  baseRevision: number,
  text: string,
  length: number,
): InputOf<'proposals.appendSteps'> => ({
  id,
  baseRevision,
  steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text }] } }],
  size: length + text.length + 2,
});

/** A proposal of one paragraph of five characters. */
async function startProposal(): Promise<Proposal> {
  const { accountId, readerId } = await addClientWithReader(vault);
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  const { revision } = await get(id);
  await vault.call('proposals.saveDocument', {
    id,
    baseRevision: revision,
    document: {
      schemaVersion: 1,
      root: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Текст' }] }] },
    },
  });
  return get(id);
}

describe('what is typed', () => {
  it('is in the proposal at once, each time a revision further, and folding changes nothing of it', async () => {
    const { id, revision } = await startProposal();
    await vault.call('proposals.appendSteps', typing(id, revision, 'два ', 5));
    const answer = await vault.call('proposals.appendSteps', typing(id, revision + 1, 'Раз ', 9));
    expect(answer).toEqual({ revision: revision + 2 });
    const typed = await get(id);
    expect(textOf(typed)).toBe('Раз два Текст');
    expect(typed.revision).toBe(revision + 2);
    await vault.call('proposals.foldSteps', { id });
    expect(await get(id)).toEqual(typed);
    await vault.call('proposals.appendSteps', typing(id, revision + 2, 'И ', 13));
    expect(textOf(await get(id))).toBe('И Раз два Текст');
  });

  it('goes together with a changed header and a document saved whole', async () => {
    const { id, revision } = await startProposal();
    await vault.call('proposals.appendSteps', typing(id, revision, 'до ', 5));
    const header = { ...ProposalHeader.parse(await get(id)), title: 'Другое название' };
    await vault.call('proposals.saveHeader', { id, baseRevision: revision + 1, header });
    await vault.call('proposals.appendSteps', typing(id, revision + 2, 'после ', 8));
    const both = await get(id);
    expect([both.title, textOf(both), both.revision]).toEqual([
      'Другое название',
      'после до Текст',
      revision + 3,
    ]);
    const { document } = await startProposal();
    await vault.call('proposals.saveDocument', { id, baseRevision: both.revision, document });
    const whole = await get(id);
    expect([textOf(whole), whole.revision]).toEqual(['Текст', revision + 4]);
  });

  it('is in a kept copy, which brings it back', async () => {
    const { id, revision } = await startProposal();
    await vault.call('proposals.appendSteps', typing(id, revision, 'копия ', 5));
    const kept = await vault.call('proposals.keepRevision', { id, label: 'до правки' });
    expect(kept.revision).toBe(revision + 1);
    await vault.call('proposals.appendSteps', typing(id, revision + 1, 'правка ', 11));
    await vault.call('proposals.restoreRevision', {
      id,
      revision: kept.revision,
      baseRevision: revision + 2,
    });
    expect(textOf(await get(id))).toBe('копия Текст');
  });

  it('is there after the vault was left without folding, and the list has its total', async () => {
    const { id, revision } = await startProposal();
    const item = {
      id: '1',
      group: '',
      title: 'Станция',
      note: '',
      unit: 'шт.',
      quantityMilli: 2000,
      priceMinor: 50_000,
      discountBp: 0,
      vatRate: 22,
    };
    const table = { currency: 'EUR', vatMode: 'included', items: [item] };
    const node = { type: 'priceTable', attrs: { table } };
    await vault.call('proposals.appendSteps', {
      id,
      baseRevision: revision,
      steps: [{ stepType: 'replace', from: 7, to: 7, slice: { content: [node] } }],
      size: 8,
    });
    await vault.call('vault.close', {});
    await vault.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
    const again = await get(id);
    expect([again.document.root.content[1], again.revision]).toEqual([node, revision + 1]);
    const { rows } = await vault.call('proposals.list', { accountId: again.accountId });
    expect(rows).toMatchObject([{ totalMinor: 100_000, currency: 'EUR' }]);
  });
});

describe('steps', () => {
  it('sent twice after a lost answer are acknowledged and applied once', async () => {
    const { id, revision } = await startProposal();
    const steps = typing(id, revision, 'раз ', 5);
    await vault.call('proposals.appendSteps', steps);
    expect(await vault.call('proposals.appendSteps', steps)).toEqual({ revision: revision + 1 });
    expect(textOf(await get(id))).toBe('раз Текст');
  });

  it('upon an older revision are refused', async () => {
    const { id, revision } = await startProposal();
    await vault.call('proposals.appendSteps', typing(id, revision, 'раз ', 5));
    await expectCode(
      vault.call('proposals.appendSteps', typing(id, revision, 'другое ', 5)),
      'staleRevision',
    );
    const header = ProposalHeader.parse(await get(id));
    await expectCode(
      vault.call('proposals.saveHeader', { id, baseRevision: revision, header }),
      'staleRevision',
    );
    expect(textOf(await get(id))).toBe('раз Текст');
  });

  const misfits: readonly [string, DocumentStep, number][] = [
    ['places outside the document', { stepType: 'replace', from: 90, to: 95 }, 7],
    ['another size than the window’s', { stepType: 'replace', from: 1, to: 2 }, 7],
    ['an attribute the model does not know', { stepType: 'attr', pos: 0, attr: 'no', value: 1 }, 7],
  ];
  it.each(misfits)('with %s are refused and leave no trace', async (_, step, size) => {
    const { id, revision } = await startProposal();
    await expectCode(
      vault.call('proposals.appendSteps', { id, baseRevision: revision, steps: [step], size }),
      'documentInvalid',
    );
    const after = await get(id);
    expect([textOf(after), after.revision]).toEqual(['Текст', revision]);
  });

  it('do not reach what was sent', async () => {
    const { id } = await startProposal();
    const sent = await vault.call('proposals.setStatus', { id, status: 'sent' });
    await expectCode(
      vault.call('proposals.appendSteps', typing(id, sent.revision, 'поздно ', 5)),
      'proposalSent',
    );
  });
});
