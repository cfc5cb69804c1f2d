import { findLeaks, prepareLeakGuard } from '../../shared/domain/leakGuard.ts';
import type { GuardSources, LeakPermission } from '../../shared/domain/leakGuard.ts';
import { exampleData } from '../support/exampleData.ts';
import { openTestExampleVault } from '../support/testVault.ts';
import { median, ms, quantile } from './measure.ts';

const CLIENTS = 1000;
const PEOPLE = 10_000;
/** About 2,500 characters a page. */
const PAGES = 40;
const ROUNDS = 15;

const roots =
  'вер гор дуб зим кам лес мор нев озер пар рек сав тул ур фар холм цвет чер шат щег яр бел волх глин дон ельн жар ил клён луг'.split(
    ' ',
  );
const tails = 'ов ев ин ский енко ук'.split(' ');
const firsts =
  'Андрей Борис Виктор Глеб Денис Егор Иван Кирилл Леонид Максим Никита Олег Павел Роман Семён Тимур Фёдор Юрий'.split(
    ' ',
  );
const middles =
  'Андреевич Борисович Викторович Денисович Егорович Иванович Кириллович Олегович Павлович Романович'.split(
    ' ',
  );
const nouns =
  'завод комбинат фарфор препарат хлеба верфь станок магнит вектор прогресс союз маяк горизонт родник'.split(
    ' ',
  );

const pick = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Clients and people with invented names, numbers and notes made from the example's. */
function manySources(): GuardSources {
  const notes = exampleData('ru')
    .accounts.flatMap(({ people }) => people.map(({ privateNotes }) => privateNotes))
    .filter(Boolean);
  const surname = (at: number): string =>
    capital(pick(roots, at) + pick(roots, Math.floor(at / 31)) + pick(tails, Math.floor(at / 7)));
  return {
    companies: Array.from({ length: CLIENTS }, (_, at) => ({
      owner: String(at),
      names: [`${capital(pick(roots, at))}${pick(roots, at * 7)}ский ${pick(nouns, Math.floor(at / 3))}`],
    })),
    people: Array.from({ length: PEOPLE }, (_, at) => ({
      owner: String(at % CLIENTS),
      lastName: surname(at),
      firstName: pick(firsts, at),
      middleName: pick(middles, Math.floor(at / 5)),
      gender: 'male' as const,
    })),
    numbers: Array.from({ length: CLIENTS }, (_, at) => ({
      owner: String(at),
      requisites: [String(7_800_000_000 + at * 7919)],
      phones: [`+7 812 ${String(1_000_000 + at * 13)}`],
      addresses: [`office@firma${at}.example`],
    })),
    secrets: Array.from({ length: PEOPLE }, (_, at) => ({
      kind: 'private' as const,
      text: `${pick(notes, at)} ${capital(pick(roots, at))}${pick(roots, at * 3)}ская ${pick(nouns, at)} ${at}.`,
    })),
    open: [],
  };
}

/** The leak guard over a document of forty pages against a large department's vault. */
export async function benchCheck(): Promise<void> {
  const vault = await openTestExampleVault('ru');
  const { rows } = await vault.call('proposals.list', { accountId: null });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The example vault holds no proposal');
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    await vault.call('proposals.check', { id });
    whole.push(performance.now() - from);
  }
  const { templates } = await vault.call('templates.list', { language: 'ru' });
  await vault.close();

  const sources = manySources();
  const library = [...JSON.stringify(templates).matchAll(/"text":"([^"]{20,})"/g)].map(
    (match) => match[1] ?? '',
  );
  const texts: string[] = [];
  for (let length = 0, at = 0; length < PAGES * 2500; at++) {
    // Words of their own on every line, so that no cache of words makes it look better.
    const text = `${pick(library, at)} ${capital(pick(roots, at * 5))}${pick(roots, at * 11)}ами ${pick(nouns, at)}ом ${at}.`;
    texts.push(at % 40 === 39 ? `${text} ${sources.companies[at]?.names[0] ?? ''}.` : text);
    length += text.length;
  }
  const permission: LeakPermission = {
    owners: new Set(['0']),
    companies: [],
    people: [],
    addresses: [],
    phones: [],
    requisites: [],
    open: [],
    otherAmounts: new Set([123_456_789]),
  };
  const prepared = performance.now();
  const guard = prepareLeakGuard({ ...sources, open: library });
  const preparing = performance.now() - prepared;
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    found = findLeaks(texts, guard, permission).length;
    times.push(performance.now() - from);
  }
  console.log('\n## Check before sending\n');
  console.log(
    `the example's proposal, whole call  first ${ms(whole[0] ?? 0)}, then ${ms(median(whole.slice(1)))}`,
  );
  console.log(
    `guard of ${CLIENTS} clients, ${PEOPLE} people  prepared in ${ms(preparing)}, once for all checks`,
  );
  console.log(
    `leak guard over ${PAGES} pages            first ${ms(times[0] ?? 0)}, then ${ms(median(times.slice(1)))} ` +
      `(worst of ${ROUNDS}: ${ms(quantile(times, 1))}), ${found} found`,
  );
}
