import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inclineLastname } from 'lvovich';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Birthday } from '../../shared/domain/calendarDate.ts';
import type { ErasureOrder } from '../../shared/domain/erasure.ts';
import type { AccountId, PersonId, ProposalId } from '../../shared/domain/ids.ts';
import {
  accountDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  testCare,
  tenderDraft,
  testToday,
} from '../support/drafts.ts';
import { validateDocx } from '../support/docx.ts';
import { readExported } from '../support/exported.ts';
import { documentPlainText } from '../support/plainDocument.ts';
import { expectCode, formsOf } from '../support/vaultFiles.ts';
import { wholeImages } from '../support/wholeImage.ts';

type Vault = Awaited<ReturnType<typeof openDatedVault>>;

let vault: Vault;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-erasure-'));
afterEach(async () => {
  await vault.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const order = (id: PersonId, part: Partial<ErasureOrder> = {}): ErasureOrder => ({
  id,
  reason: 'request',
  note: '',
  responsible: 'Корабельникова А. П., руководитель продаж',
  placeKeys: [],
  sentFiles: 'erase',
  purgeBackups: true,
  ...part,
});

/** Erases with everything the traces offer. */
async function eraseWholly(id: PersonId, part: Partial<ErasureOrder> = {}): Promise<number> {
  const { places } = await vault.call('people.traces', { id });
  const { number } = await vault.call(
    'people.erase',
    order(id, { placeKeys: places.map(({ key }) => key), ...part }),
  );
  return number;
}

const syllables = ['жаб', 'хрум', 'цып', 'щёк', 'фыр', 'гвоз', 'плюх', 'чвир', 'дзюм', 'кряж'];
const endings = ['отский', 'улькин', 'ентьев', 'адзян', 'ищенко'];

/** Somebody whose every word can be told from anybody else's. */
function canaryOf(at: number) {
  const stem = `${syllables[at % 10] ?? ''}${['бор', 'лен', 'ман', 'тур', 'вис'][Math.floor(at / 10)] ?? ''}`;
  const lastName = `${stem.charAt(0).toUpperCase()}${stem.slice(1)}${endings[at % 5] ?? ''}`;
  const number = String(at).padStart(2, '0');
  return {
    lastName,
    forms: (['genitive', 'dative', 'instrumental'] as const).map((form) =>
      inclineLastname(lastName, form, 'male'),
    ),
    phone: `+7 921 700-${number}-${number}`,
    email: `kanareyka${number}@example.com`,
    note: `примета${number}заметки`,
    fact: `примета${number}факта`,
    taboo: `примета${number}запрета`,
    words: [stem, `kanareyka${number}`, `примета${number}`, `700-${number}-${number}`],
  };
}

describe('erasing people', () => {
  it('leaves nothing of fifty of them in the database, the search and the copies, and fifty acts', async () => {
    vault = await openDatedVault();
    await vault.call('privacy.setSpecialData', { on: true });
    const people: { id: PersonId; accountId: AccountId; canary: ReturnType<typeof canaryOf> }[] = [];
    const proposalIds: ProposalId[] = [];
    for (let client = 0; client < 2; client += 1) {
      const { id: accountId } = await vault.call('accounts.create', {
        draft: accountDraft({ name: `Клиент ${client}` }),
      });
      const ids: PersonId[] = [];
      for (let at = client * 25; at < client * 25 + 25; at += 1) {
        const canary = canaryOf(at);
        const { id } = await vault.call('people.create', {
          draft: personDraft(accountId, {
            lastName: canary.lastName,
            firstName: 'Пётр',
            middleName: 'Ильич',
            phone: canary.phone,
            email: canary.email,
            birthday: Birthday.parse('1971-03-07'),
            privateNotes: canary.note,
            taboos: canary.taboo,
            heeds: ids.slice(-1),
            conflicts: ids.slice(0, 1),
            nameForms: { addresseeDative: `${canary.lastName}-у`, positionDative: '', greeting: '' },
            facts: [
              {
                text: canary.fact,
                certainty: 'heard',
                source: 'сам',
                notedOn: testToday,
                sensitive: true,
                care: testCare,
              },
            ],
          }),
        });
        ids.push(id);
        people.push({ id, accountId, canary });
        const [genitive = '', dative = '', instrumental = ''] = canary.forms;
        await vault.call('events.create', {
          draft: eventDraft(accountId, {
            title: `Звонок ${dative}`,
            text: `Договорились с ${instrumental} П. И. о цене. Почта ${canary.email}, тел. ${canary.phone}`,
            outcome: `Ждём ${genitive}`,
            personIds: [id],
          }),
        });
      }
      const [attached] = ids;
      const file = join(folder, `письмо ${people.at(-25)?.canary.lastName ?? ''}.txt`);
      writeFileSync(file, people.at(-25)?.canary.note ?? '');
      await vault.call('attachments.addFile', {
        place: { accountId, eventId: null, personId: attached ?? null, tenderId: null, proposalId: null },
        path: file,
      });
      await vault.call('tenders.create', {
        draft: tenderDraft(accountId, {
          lessons: `Решал ${people.at(-1)?.canary.lastName ?? ''} Пётр`,
          participants: ids.map((personId) => ({ personId, contactQuality: 3 })),
        }),
      });
      await vault.call('meetings.savePlan', {
        plan: {
          accountId,
          meetsOn: testToday,
          place: '',
          purpose: `Разговор с ${people.at(-2)?.canary.forms[2] ?? ''}`,
          personIds: ids.slice(-12),
          questions: [],
          offers: [],
          objections: [],
        },
      });
      const { id: proposalId } = await vault.call('proposals.create', proposalInput(accountId, ids));
      proposalIds.push(proposalId);
      const { proposal } = await vault.call('proposals.get', { id: proposalId });
      const [first] = people.slice(-25);
      await vault.call('proposals.saveDocument', {
        id: proposalId,
        baseRevision: proposal.revision,
        document: {
          ...proposal.document,
          root: {
            ...proposal.document.root,
            content: [
              {
                type: 'paragraph',
                content: [
                  {
                    type: 'text',
                    text: `Уважаемый ${first?.canary.lastName ?? ''}`,
                    marks: [{ type: 'bold' }],
                  },
                  { type: 'text', text: ` Пётр Ильич, готовы начать` },
                ],
              },
              ...proposal.document.root.content,
            ],
          },
        },
      });
      await vault.call('proposals.keepRevision', { id: proposalId, label: 'до отправки' });
      if (client % 2 === 0)
        await vault.call('proposals.markSent', {
          id: proposalId,
          sentOn: testToday,
          readerIds: ids.slice(0, 3),
          channel: 'paper',
        });
    }
    // Somebody is known to another client too: both cards go.
    const [mover] = people;
    if (mover === undefined) throw new Error('nobody');
    await vault.call('people.move', {
      id: mover.id,
      to: { draft: accountDraft({ name: 'Новый клиент' }) },
      movedOn: testToday,
      leadTitle: `Разговор с ${mover.canary.forms[2] ?? ''}`,
    });
    // A copy with all of it, as closing makes one.
    await vault.close({ keepFiles: true });
    const canaries = people.flatMap(({ canary }) => canary.words);
    const before = await wholeImages(vault.dir, vault.vaultId);
    expect(before.length).toBeGreaterThan(1);
    for (const image of before) expect(canariesIn(image, canaries).length).toBe(canaries.length);

    await vault.call('vault.unlock', { vaultId: vault.vaultId, password: 'верба-кирпич-7-маяк' });
    for (const { id } of people) await eraseWholly(id);
    await vault.call('vault.scrub', {});
    expect((await vault.call('privacy.get', {})).acts).toHaveLength(50);
    for (const { canary } of people) {
      // The whole number: its last digits alone stand in numbers of proposals too.
      for (const query of [`"${canary.lastName}"`, `"${canary.phone}"`, `"${canary.email}"`]) {
        const { hits } = await vault.call('search.everywhere', { query });
        // In quotes: nothing like it is looked for instead.
        expect(hits.filter(({ accountId }) => accountId !== null)).toEqual([]);
      }
    }
    // What stays can still be read: proposals, their versions and files, events, tenders.
    for (const id of proposalIds) {
      const { proposal } = await vault.call('proposals.get', { id });
      expect(proposal.readerIds).toEqual([]);
      expect(proposal.addresseeId).toBeNull();
      expect(documentPlainText(proposal.document.root)).toContain('[стёрто]');
      for (const { revision } of (await vault.call('proposals.listRevisions', { id })).revisions)
        await vault.call('proposals.readRevision', { id, revision });
      for (const copy of (await vault.call('proposals.life', { id })).copies) {
        expect(copy.readerNames).toEqual([]);
        await expectCode(
          vault.call('proposals.writeSentCopy', { id: copy.id, path: join(folder, 'copy.docx') }),
          'fileErased',
        );
      }
    }
    await vault.close({ keepFiles: true });
    expect(readdirSync(join(vault.dir, vault.vaultId, 'files'))).toEqual([]);
    const after = await wholeImages(vault.dir, vault.vaultId);
    expect(after.length).toBeGreaterThan(1);
    for (const image of after)
      expect({ path: image.path, found: canariesIn(image, canaries) }).toEqual({
        path: image.path,
        found: [],
      });
  }, 120_000);

  it('offers what is sure, leaves what was not chosen, and keeps sent files when told to', async () => {
    vault = await openDatedVault();
    const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
    const { id: otherAccount } = await vault.call('accounts.create', {
      draft: accountDraft({ name: 'Другой клиент' }),
    });
    const { id } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Хвощинский' }),
    });
    const { id: colleague } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Шадрин', privateNotes: 'Дружит с Хвощинским', heeds: [id] }),
    });
    await vault.call('events.create', {
      draft: eventDraft(accountId, { title: 'Хвощинский просил скидку', personIds: [id, colleague] }),
    });
    await vault.call('events.create', {
      draft: eventDraft(otherAccount, { title: 'Встретили Хвощинского на выставке' }),
    });
    const { id: proposalId } = await vault.call('proposals.create', proposalInput(accountId, [id]));
    await vault.call('proposals.markSent', {
      id: proposalId,
      sentOn: testToday,
      readerIds: [id],
      channel: 'email',
    });
    const traces = await vault.call('people.traces', { id });
    expect(traces.accountNames).toEqual(['Тихвинский фарфор']);
    expect(traces.links).toEqual({ events: 1, tenders: 0, proposals: 1, tasks: 1 });
    expect(traces.sent).toMatchObject([{ id: proposalId, files: 1 }]);
    expect(traces.places.map(({ kind, accountName, sure }) => ({ kind, accountName, sure }))).toEqual([
      { kind: 'event', accountName: 'Тихвинский фарфор', sure: true },
      { kind: 'person', accountName: 'Тихвинский фарфор', sure: true },
      // A surname alone at another client may be somebody else's.
      { kind: 'event', accountName: 'Другой клиент', sure: false },
    ]);
    const chosen = traces.places.filter(({ sure }) => sure).map(({ key }) => key);
    const { number } = await vault.call(
      'people.erase',
      order(id, { placeKeys: chosen, sentFiles: 'keep', purgeBackups: false, reason: 'consentWithdrawn' }),
    );
    const { people } = await vault.call('people.list', { accountId });
    expect(people).toMatchObject([{ id: colleague, privateNotes: 'Дружит с [стёрто]', heeds: [] }]);
    const { events } = await vault.call('events.list', { accountId });
    expect(events).toMatchObject([{ title: '[стёрто] просил скидку', personIds: [colleague] }]);
    const elsewhere = await vault.call('events.list', { accountId: otherAccount });
    expect(elsewhere.events[0]?.title).toBe('Встретили Хвощинского на выставке');
    const [copy] = (await vault.call('proposals.life', { id: proposalId })).copies;
    if (copy === undefined) throw new Error('the sent copy is gone');
    await vault.call('proposals.writeSentCopy', { id: copy.id, path: join(folder, 'copy.docx') });

    // The act tells everything but whose data they were.
    const path = join(folder, 'act.docx');
    await vault.call('papers.writeDocx', { request: { kind: 'erasureAct', number, language: 'ru' }, path });
    expect(await validateDocx(path)).toEqual([]);
    const { text, everything } = readExported(path);
    for (const said of [
      'Акт об уничтожении персональных данных № 1',
      'Выгрузка из журнала событий к акту № 1',
      'ПД-2026-001',
      'отзыв согласия',
      'Корабельникова А. П., руководитель продаж',
      'фамилия, имя, отчество',
      'Сохранены как деловые документы',
      'записей, где имя заменено: 2',
      'записей, где имя оставлено: 1',
    ])
      expect(text).toContain(said);
    expect(everything).not.toContain('Хвощинск');
    await expectCode(vault.call('people.traces', { id }), 'notFound');
  });

  it('is finished by the next opening when the program ended in between', async () => {
    vault = await openDatedVault();
    const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
    const canary = canaryOf(7);
    const { id } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: canary.lastName, privateNotes: canary.note }),
    });
    await vault.close({ keepFiles: true });
    await vault.call('vault.unlock', { vaultId: vault.vaultId, password: 'верба-кирпич-7-маяк' });
    await eraseWholly(id);
    await vault.close({ keepFiles: true });
    const between = await wholeImages(vault.dir, vault.vaultId);
    expect(between.some((image) => canariesIn(image, canary.words).length > 0)).toBe(true);
    await vault.call('vault.unlock', { vaultId: vault.vaultId, password: 'верба-кирпич-7-маяк' });
    await vault.close({ keepFiles: true });
    for (const image of await wholeImages(vault.dir, vault.vaultId))
      expect(canariesIn(image, canary.words)).toEqual([]);
  });
});

function canariesIn(
  image: { readonly bytes: Buffer; readonly packed: readonly string[] },
  words: readonly string[],
): string[] {
  const packed = image.packed.join('\n').toLowerCase();
  return words.filter((word) => {
    const capital = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    // SQLite keeps text as UTF-8; what is packed was unpacked above.
    const forms = [word, capital, word.replaceAll('ё', 'е')].flatMap((form) => formsOf(form).slice(0, 1));
    return packed.includes(word) || forms.some((form) => image.bytes.includes(form));
  });
}
