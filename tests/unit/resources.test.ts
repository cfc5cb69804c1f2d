import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ExampleVault } from '../../electron/vault/store/exampleVault.ts';
import { type BlockNode, documentSchemaVersion, ProposalDocument } from '../../shared/document/nodes.ts';
import { findAll, findFirst, priceTableOf } from '../../shared/document/walk.ts';
import { requisitesWarnings } from '../../shared/domain/checkRequisites.ts';
import { hasConsentOn } from '../../shared/domain/consent.ts';
import { AccountId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import { criterionKeys, shippedRoles, type ReaderRole } from '../../shared/domain/person.ts';
import { PlanTemplate } from '../../shared/domain/planTemplate.ts';
import { monoDependenceSharePermille, profitShares } from '../../shared/domain/portfolio.ts';
import { priceTotals } from '../../shared/domain/priceTotals.ts';
import { Block, Template } from '../../shared/domain/template.ts';

const resources = join(import.meta.dirname, '../../resources');
const filesOf = (folder: string): unknown[] =>
  readdirSync(join(resources, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name): unknown => JSON.parse(readFileSync(join(resources, folder, name), 'utf8')));

const templates = z.array(Template).parse(filesOf('templates'));
const blocks = filesOf('blocks').flatMap((file) => z.array(Block).parse(file));
const exampleOf = (language: Language): ExampleVault =>
  ExampleVault.parse(JSON.parse(readFileSync(join(resources, 'example', `${language}.json`), 'utf8')));
const examples = { ru: exampleOf('ru'), en: exampleOf('en') };
const languages: readonly Language[] = ['ru', 'en'];
const trades = ['industrial-supply', 'it-service', 'corporate-training', 'medical-supply'] as const;
const mainRoles: readonly ReaderRole[] = ['ceo', 'hr', 'finance', 'technical'];

const repeated = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);
const textsOf = (content: readonly BlockNode[]): string[] =>
  findAll({ content: [...content] }, 'text').map(({ text }) => text);
const nodesOf = (template: Template): BlockNode[] => [
  ...template.before,
  ...template.roleSections.flatMap(({ opening, closing }) => [...opening, ...closing]),
  ...template.after,
];

describe('templates that ship', () => {
  it('carry ids of their own', () => {
    expect(repeated(templates.map(({ id }) => id))).toEqual([]);
    const shipped = trades.flatMap((trade) => languages.map((language) => `${trade}-${language}`));
    expect(new Set(templates.map(({ id }) => id))).toEqual(new Set(shipped));
    for (const { id, trade, language } of templates) expect(id).toBe(`${trade}-${language}`);
  });

  it.each(templates)('$id requires blocks that exist, in its language and for the role', (template) => {
    for (const { role, requiredBlockIds } of template.roleSections) {
      for (const id of requiredBlockIds) {
        expect(blocks.find((block) => block.id === id)).toMatchObject({ language: template.language, role });
      }
    }
  });

  it.each(templates)('$id has all that a proposal must have', (template) => {
    const content = nodesOf(template);
    const { root } = ProposalDocument.parse({
      schemaVersion: documentSchemaVersion,
      root: { type: 'doc', content },
    });
    for (const type of ['letterhead', 'addressee', 'priceTable', 'team', 'validity', 'signature'] as const) {
      expect(findAll(root, type), type).toHaveLength(1);
    }
    const closing = (role: ReaderRole): BlockNode[] =>
      template.roleSections.find((section) => section.role === role)?.closing ?? [];
    expect(findFirst({ content: closing('hr') }, 'references')).not.toBeNull();
    expect(findFirst({ content: closing('finance') }, 'paymentSchedule')).not.toBeNull();
    expect(findFirst({ content: closing('technical') }, 'table')).not.toBeNull();
    expect(findFirst({ content: closing('technical') }, 'orderedList')).not.toBeNull();
  });

  it.each(templates)('$id: the payment schedule and the price table tell one story', (template) => {
    const root = { content: nodesOf(template) };
    const stages = findFirst(root, 'paymentSchedule')?.attrs.stages ?? [];
    expect(stages.reduce((sum, { percentBp }) => sum + percentBp, 0)).toBe(10_000);
    const table = priceTableOf(root);
    if (table === null) throw new Error('no price table');
    const totals = priceTotals(table);
    const service = totals.groups.at(-1);
    expect(((service?.grossMinor ?? 0) * 10_000) / totals.grossMinor).toBe(stages.at(-1)?.percentBp);
    expect(repeated(table.items.map(({ id }) => id))).toEqual([]);
  });
});

describe('argument blocks that ship', () => {
  it('carry ids of their own that say language and role', () => {
    expect(repeated(blocks.map(({ id }) => id))).toEqual([]);
    for (const { id, language, role } of blocks) expect(id).toMatch(new RegExp(`^${language}-${role}-`));
  });

  it.each(languages)('%s: answer every criterion', (language) => {
    const subjects = new Set(
      blocks.filter((block) => block.language === language).map((block) => block.criteria[0]),
    );
    expect(criterionKeys.filter((key) => !subjects.has(key))).toEqual([]);
  });

  it.each(languages.flatMap((language) => mainRoles.map((role) => ({ language, role }))))(
    '$language: enough of them for $role to choose from',
    ({ language, role }) => {
      expect(
        blocks.filter((block) => block.language === language && block.role === role).length,
      ).toBeGreaterThanOrEqual(8);
    },
  );

  it.each(
    trades.flatMap((trade) =>
      languages.flatMap((language) => shippedRoles.map((role) => ({ trade, language, role }))),
    ),
  )('$trade, $language: $role has something to read', ({ trade, language, role }) => {
    if (role === 'other') return;
    const own = blocks.filter(
      (block) =>
        block.language === language && block.role === role && (block.trade === trade || block.trade === ''),
    );
    expect(own.length).toBeGreaterThanOrEqual(mainRoles.includes(role) ? 4 : 2);
    expect(new Set(own.map(({ criteria }) => criteria[0])).size).toBeGreaterThanOrEqual(2);
  });

  it.each(languages)('%s: sixty and more, no two alike', (language) => {
    const own = blocks.filter((block) => block.language === language);
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(repeated(own.map(({ title }) => title))).toEqual([]);
    expect(repeated(own.map(({ content }) => textsOf(content).join(' ')))).toEqual([]);
  });

  it('say nothing of one trade where they are for all', () => {
    const ofOneTrade =
      /станци|воздух|компресс|запчаст|анализатор|лаборат|сервер|station|compress|spare part|analyser|server/i;
    const general = blocks.filter(({ trade }) => trade === '');
    expect(
      general.filter(({ content }) => ofOneTrade.test(textsOf(content).join(' '))).map(({ id }) => id),
    ).toEqual([]);
  });

  it('name a figure, a field or a number in words where they belong to a new trade', () => {
    const measured = /\d|один|одн[аоу]|дв[аеу]|двум|оба|половин|полов|one|two|three|both|half|six|twenty/i;
    const plain = blocks
      .filter(({ trade }) => trade !== '' && trade !== 'industrial-supply')
      .filter(({ content }) => findFirst({ content: [...content] }, 'mergeField') === null)
      .filter(({ content }) => !measured.test(textsOf(content).join(' ')));
    expect(plain.map(({ id }) => id)).toEqual([]);
  });

  it('say why they work', () => {
    expect(blocks.filter(({ why }) => why.trim() === '').map(({ id }) => id)).toEqual([]);
  });
});

describe('printed words', () => {
  const printed = [
    ...templates.map((template) => ({
      name: template.id as string,
      language: template.language,
      texts: textsOf(nodesOf(template)),
    })),
    ...blocks.map((block) => ({
      name: block.id as string,
      language: block.language,
      texts: textsOf(block.content),
    })),
  ];

  it.each(printed)('$name speaks one language', ({ language, texts }) => {
    for (const text of texts) {
      if (language === 'en') expect(text).not.toMatch(/[а-яё№«»]/i);
      else expect(text).not.toMatch(/["“”]/);
    }
  });

  it.each(printed)('$name keeps units, dashes and numbers together', ({ language, texts }) => {
    const loose =
      language === 'ru'
        ? /\d %|№ | — |\d (?:бар|кВт|м³|час|дн|месяц|недел)/
        : /\d\s%|\d (?:bar|kW|m³|hours|days|months|weeks)\b/;
    for (const text of texts) expect(text).not.toMatch(loose);
  });

  it.each(printed)('$name does not shout and leaves no braces', ({ texts }) => {
    // The greeting's own mark stands alone after its field.
    for (const text of texts) if (text !== '!') expect(text).not.toMatch(/[!{}]/);
  });

  it.each(printed)('$name keeps our words about people to ourselves', ({ texts }) => {
    for (const text of texts)
      expect(text).not.toMatch(/психотип|директивн|экспрессивн|аналитик|psychotype|amiable|expressive/i);
  });
});

describe.each(languages)('example vault, %s', (language) => {
  const example = examples[language];
  const { accounts } = example;

  it('uses every key once', () => {
    const keys = [
      ...example.company.colleagues.map(({ key }) => key),
      ...accounts.flatMap((account) => [
        account.key,
        ...[account.people, account.competitors, account.tenders, account.proposals].flatMap((list) =>
          list.map(({ key }) => key),
        ),
      ]),
    ];
    expect(repeated(keys)).toEqual([]);
  });

  it('points only at what is there', () => {
    const colleagues = new Set(example.company.colleagues.map(({ key }) => key));
    expect(colleagues).toContain(example.company.signatoryKey);
    expect(colleagues).toContain(example.company.authorKey);
    for (const { people, competitors, tenders, proposals, events, followUps } of accounts) {
      const persons = new Set(people.map(({ key }) => key));
      const named = [
        ...people.flatMap(({ heeds }) => heeds),
        ...events.flatMap((event) => event.people),
        ...tenders.flatMap(({ participants }) => participants.map(({ person }) => person)),
        ...proposals.flatMap(({ readerKeys }) => readerKeys),
        ...followUps.flatMap(({ personKey }) => personKey ?? []),
      ];
      expect(named.filter((key) => !persons.has(key))).toEqual([]);
      const bids = tenders.flatMap((tender) => tender.bids.map(({ competitor }) => competitor));
      expect(bids.filter((key) => !competitors.some((competitor) => competitor.key === key))).toEqual([]);
      const tenderKeys = proposals.flatMap(({ tenderKey }) => tenderKey ?? []);
      expect(tenderKeys.filter((key) => !tenders.some((tender) => tender.key === key))).toEqual([]);
      const proposalKeys = followUps.flatMap(({ proposalKey }) => proposalKey ?? []);
      expect(proposalKeys.filter((key) => !proposals.some((proposal) => proposal.key === key))).toEqual([]);
      const known = people.flatMap(({ contactsOfOurs }) => contactsOfOurs.map(({ colleague }) => colleague));
      expect(known.filter((key) => !colleagues.has(key))).toEqual([]);
      for (const { templateId } of proposals) {
        expect(templates.find(({ id }) => id === templateId)?.language).toBe(language);
      }
    }
  });

  it('is rich enough to make every screen look alive', () => {
    // Six with years of history; beside them a distributor, two branches and one that buys no more.
    const lastYear = `${Number(example.baseDay.slice(0, 4)) - 1}${example.baseDay.slice(4)}`;
    const old = accounts.filter(
      ({ tenders, deliveries }) =>
        tenders.length > 0 && deliveries.some(({ deliveredOn }) => deliveredOn > lastYear),
    );
    expect([accounts.length, old.length]).toEqual([10, 6]);
    expect(accounts.flatMap(({ deliveries }) => deliveries).length).toBeGreaterThanOrEqual(400);
    expect(new Set(accounts.map(({ draft }) => draft.industry)).size).toBeGreaterThanOrEqual(3);
    for (const { people } of old) {
      expect(people.length).toBeGreaterThanOrEqual(5);
      expect(people.length).toBeLessThanOrEqual(9);
      for (const role of mainRoles) expect(people.map(({ readerRole }) => readerRole)).toContain(role);
    }
    const outcomes = new Set(accounts.flatMap(({ tenders }) => tenders.map(({ status }) => status)));
    for (const status of ['won', 'lost', 'preparing', 'expected'] as const)
      expect(outcomes).toContain(status);
  });

  it('has seen no delivery and no event after its own day', () => {
    for (const { deliveries, events } of accounts) {
      expect(deliveries.filter(({ deliveredOn }) => deliveredOn > example.baseDay)).toEqual([]);
      expect(events.filter(({ happenedOn }) => happenedOn > example.baseDay)).toEqual([]);
    }
  });

  it('weighs criteria to a hundred', () => {
    for (const { people, tenders } of accounts) {
      for (const { key, criteria } of [...people, ...tenders]) {
        if (criteria.length === 0) continue;
        expect(
          criteria.reduce((sum, { weightPercent }) => sum + weightPercent, 0),
          key,
        ).toBe(100);
      }
    }
  });

  it('tells why every decided tender was won or lost', () => {
    const decided = accounts
      .flatMap(({ tenders }) => tenders)
      .filter(({ status }) => status === 'won' || status === 'lost');
    for (const { reasons, lessons } of decided) {
      expect(reasons).not.toEqual([]);
      expect(lessons).not.toBe('');
    }
  });

  it('leans on its first client without depending on it', () => {
    const rows = accounts.map(({ deliveries }, at) => ({
      accountId: AccountId.parse(`00000000-0000-4000-8000-00000000000${at}`),
      deliveries,
    }));
    const shares = profitShares(rows, example.baseDay).map(({ profitSharePermille }) => profitSharePermille);
    expect(shares[0]).toBeGreaterThanOrEqual(450);
    expect(Math.max(...shares)).toBeLessThan(monoDependenceSharePermille);
  });

  it('has requisites whose numbers agree', () => {
    for (const requisites of [example.company.requisites, ...accounts.map(({ draft }) => draft.requisites)]) {
      expect(requisitesWarnings(requisites)).toEqual([]);
    }
  });

  it('has referees who agreed, and one whose consent ran out', () => {
    const consents = example.references.map((reference) => hasConsentOn(reference, example.baseDay));
    expect(consents.filter(Boolean).length).toBeGreaterThanOrEqual(5);
    expect(consents).toContain(false);
    expect(new Set(example.references.map((reference) => reference.language))).toEqual(new Set([language]));
  });

  it('invents its addresses', () => {
    const mails = [
      ...example.company.colleagues.map(({ email }) => email),
      ...example.references.map(({ email }) => email),
      ...accounts.flatMap(({ people }) => people.map(({ email }) => email)),
    ];
    expect(mails.filter((mail) => mail !== '' && !mail.endsWith('.example'))).toEqual([]);
  });

  it('keeps private notes out of everything that is printed', () => {
    const secrets = accounts.flatMap(({ people }) => [
      ...people.map(({ privateNotes }) => privateNotes),
      ...people.flatMap(({ facts }) => facts.filter(({ sensitive }) => sensitive).map(({ text }) => text)),
    ]);
    expect(secrets.filter((secret) => secret !== '').length).toBeGreaterThanOrEqual(12);
    const printable = JSON.stringify([
      example.company,
      example.references,
      accounts.map(({ draft, proposals, tenders }) => [draft.profile.needs, proposals, tenders]),
    ]);
    for (const secret of secrets) if (secret !== '') expect(printable).not.toContain(secret);
  });
});

describe('templates of plans that ship', () => {
  const plans = languages.map((language) =>
    z
      .array(PlanTemplate.omit({ own: true }))
      .parse(JSON.parse(readFileSync(join(resources, 'plans', `${language}.json`), 'utf8'))),
  );
  const shapeOf = ({ id, goals, scheme, fits }: (typeof plans)[number][number]) => ({
    name: id.replace(/-(ru|en)$/, ''),
    fits,
    goals: goals.map(({ gauge, inDays, tasks }) => [gauge, inDays, tasks.map((task) => task.inDays)]),
    scheme: scheme.map(({ role, channel, everyDays }) => [role, channel, everyDays]),
  });

  it('say the same in both languages, one for every type of client and for a lost one', () => {
    const [ru = [], en = []] = plans;
    expect(ru.map(shapeOf)).toEqual(en.map(shapeOf));
    expect(ru.flatMap(({ fits }) => fits).toSorted()).toEqual([
      'breadwinner',
      'expert',
      'imageMaker',
      'lost',
      'prospective',
    ]);
    for (const template of plans.flat()) expect(template.id.endsWith(`-${template.language}`)).toBe(true);
  });
});
