import type { Corpus, Dossier } from './dossierVault.ts';

/** A seeded stream of numbers: the same corpus every time. */
function numbers(seed: number): {
  next(): number;
  int(from: number, to: number): number;
  pick<T>(of: readonly T[]): T;
} {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    pick: (of) => {
      const one = of[int(0, of.length - 1)];
      if (one === undefined) throw new Error('Nothing to pick from');
      return one;
    },
  };
}

const split = (text: string): string[] => text.split(' ');
const syllables = split(
  'бар вел гор дан жил зар кам лит мор нев пор рад сол тал фер хим цен чар шум эко пра сто кру гло бле тра',
);
const endings = split('строй маш хим транс сервис энерго металл проект торг снаб');
const stems: readonly (readonly [string, string])[] = [
  ['поставк', 'а и е у ой ами'],
  ['насос', 'а у ом ы ов ами'],
  ['договор', 'а у ом ы ов ами'],
  ['модернизаци', 'я и ю ей ям'],
  ['оборудовани', 'е я ю ем'],
  ['компрессор', 'а у ом ы ов ами'],
  ['спецификаци', 'я и ю ей ям'],
  ['отгрузк', 'а и е у ой ами'],
  ['трубопровод', 'а у ом ы ов ами'],
  ['гаранти', 'я и ю ей'],
];
const nouns = stems.flatMap(([stem, forms]) => split(forms).map((form) => stem + form));
const verbs = split('обсудили согласовали отправили получили уточнили перенесли подписали запросили');
const small = split('на по для и с в до не');
const cities = split('Екатеринбург Челябинск Пермь Казань Самара Уфа Омск Тюмень Орёл Королёв Москва');
const trades = split('Металлургия Нефтехимия Энергетика Машиностроение Логистика Строительство Водоканал');
const surnames = split(
  'Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Соловьёв Семёнов Королёв Фёдоров',
);
const firstNames = split('Алексей Мария Пётр Ольга Сергей Анна Дмитрий Елена Семён Наталья Артём Ирина');
const positions = ['главный инженер', 'директор по закупкам', 'технический директор', 'финансовый директор'];
const upper = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1);

const tailSource = numbers(4242);
/** A long tail of words, used the less the later they come. */
const tail = Array.from(
  { length: 30_000 },
  () =>
    Array.from({ length: tailSource.int(2, 4) }, () => tailSource.pick(syllables)).join('') +
    tailSource.pick(['', 'ный', 'ка', 'ов', 'ия', 'ская', 'ом']),
);

type Numbers = ReturnType<typeof numbers>;
function word(of: Numbers): string {
  const share = of.next();
  if (share < 0.45) return of.pick(nouns);
  if (share < 0.55) return of.pick(verbs);
  if (share < 0.68) return of.pick(small);
  return tail[Math.min(tail.length - 1, Math.floor(tail.length ** of.next()))] ?? '';
}
function phrase(of: Numbers, letters: number): string {
  let text = upper(word(of));
  while (text.length < letters) text += of.next() < 0.09 ? `. ${upper(word(of))}` : ` ${word(of)}`;
  return `${text}.`;
}

const coreOf = (of: Numbers): string =>
  upper(Array.from({ length: of.int(2, 3) }, () => of.pick(syllables)).join('')) + of.pick(endings);

function dossier(at: number): Dossier {
  const of = numbers(90_001 + at * 7919);
  return {
    id: at + 1,
    name: `${of.pick(['ООО', 'АО', 'ПАО'])} «${coreOf(of)}${of.next() < 0.3 ? ` ${upper(of.pick(tail))}` : ''}»`,
    inn: String(6_600_000_000 + ((at * 48_271) % 3_299_999_999)),
    industry: of.pick(trades),
    city: of.pick(cities),
    notes: phrase(of, 830),
    contacts: Array.from({ length: 5 }, () => ({
      name: `${of.pick(surnames)} ${of.pick(firstNames)}`,
      position: of.pick(positions),
      phone: `+7 9${of.int(10, 99)} ${of.int(100, 999)}-${of.int(10, 99)}-${of.int(10, 99)}`,
      email: `user${of.int(1, 99_999)}@example.ru`,
    })),
    events: Array.from({ length: 20 }, () => ({
      date: `2026-${String(of.int(1, 11)).padStart(2, '0')}-${String(of.int(1, 28)).padStart(2, '0')}`,
      type: of.pick(['звонок', 'встреча', 'письмо']),
      text: phrase(of, 45),
    })),
    tenders: Array.from({ length: of.int(0, 4) }, () => ({
      number: String(of.int(10_000_000_000, 90_000_000_000)),
      subject: phrase(of, 60),
    })),
  };
}

/** `n` invented clients of about five kilobytes of text each: five people, twenty events, up to four tenders. */
export const dossierCorpus = (n: number): Corpus => ({ n, get: dossier });

/** What is typed into a search over {@link dossierCorpus}, by kind. */
export function typedQueries(
  n: number,
): Readonly<Record<'typeAhead' | 'wordForms' | 'pieces' | 'numbers', string[]>> {
  const of = numbers(31_337);
  const named = Array.from({ length: 30 }, () => {
    const { name } = dossier(of.int(0, n - 1));
    return (/«([^» ]+)/.exec(name)?.[1] ?? '').toLowerCase();
  });
  const whole = split(
    'поставк насос модернизац екатеринб королёв металлург соколов спецификац отгрузк трубопров',
  );
  const beginnings = (text: string, most: number): string[] =>
    Array.from({ length: Math.min(most, text.length) - 1 }, (_value, at) => text.slice(0, at + 2));
  return {
    typeAhead: [...whole, ...named.slice(0, 10)].flatMap((text) => beginnings(text, 7)),
    wordForms: Array.from({ length: 40 }, () => of.pick(nouns)),
    pieces: named.map((name) => name.slice(1, 6)),
    numbers: Array.from({ length: 20 }, () => dossier(of.int(0, n - 1)).inn.slice(0, of.int(5, 9))),
  };
}
