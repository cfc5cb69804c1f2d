import type { BlockNode } from '../../shared/document/nodes.ts';

// Leaks as a tired manager would make them, for a proposal to «Тихвинский фарфор» of the Russian example vault. The
// cases are written by hand: the rules that find them are not asked for them.

export type Plant = {
  readonly sort: string;
  /** What is put at the end of a section of the page; null = nothing. */
  readonly block: BlockNode | null;
  readonly title?: string;
  readonly subject?: string;
  readonly override?: string;
  /** Words that the finding must quote, or their beginning. */
  readonly leaked: string;
};

const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { textAlign: null },
  content: text
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]),
});
const cellAttrs = { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null };
const table = (cells: readonly string[]): BlockNode => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: cells.map((text) => ({ type: 'tableCell', attrs: cellAttrs, content: [paragraph(text)] })),
    },
  ],
});
const inText = (sort: string, leaked: string, frame: (text: string) => string): Plant => ({
  sort,
  leaked,
  block: paragraph(frame(leaked)),
});

/** Nominative, genitive, dative, accusative, instrumental, prepositional. */
const companies = [
  [
    'Молоко Заонежья',
    'Молока Заонежья',
    'Молоку Заонежья',
    'Молоко Заонежья',
    'Молоком Заонежья',
    'Молоке Заонежья',
  ],
  [
    'Невский препарат',
    'Невского препарата',
    'Невскому препарату',
    'Невский препарат',
    'Невским препаратом',
    'Невском препарате',
  ],
  [
    'Верфи Беломорья',
    'Верфей Беломорья',
    'Верфям Беломорья',
    'Верфи Беломорья',
    'Верфями Беломорья',
    'Верфях Беломорья',
  ],
  [
    'Клиника на Карповке',
    'Клиники на Карповке',
    'Клинике на Карповке',
    'Клинику на Карповке',
    'Клиникой на Карповке',
    'Клинике на Карповке',
  ],
  [
    'Валдайские хлеба',
    'Валдайских хлебов',
    'Валдайским хлебам',
    'Валдайские хлеба',
    'Валдайскими хлебами',
    'Валдайских хлебах',
  ],
] as const;
const companyForms = companies.flat();

const surnames = [
  [
    'Кургин',
    'Кургина',
    'Кургину',
    'Кургиным',
    'Кургине',
    'Виктор',
    'Виктора',
    'Виктору',
    'Виктором',
    'Викторе',
    'В',
    'П',
  ],
  [
    'Еремеев',
    'Еремеева',
    'Еремееву',
    'Еремеевым',
    'Еремееве',
    'Роман',
    'Романа',
    'Роману',
    'Романом',
    'Романе',
    'Р',
    'И',
  ],
  ['Ланская', 'Ланской', 'Ланской', 'Ланской', 'Ланской', 'Юлия', 'Юлии', 'Юлии', 'Юлией', 'Юлии', 'Ю', 'Б'],
  ['Сычёва', 'Сычевой', 'Сычёвой', 'Сычёвой', 'Сычевой', 'Рита', 'Риты', 'Рите', 'Ритой', 'Рите', 'Р', 'О'],
  [
    'Чуприна',
    'Чуприны',
    'Чуприне',
    'Чуприной',
    'Чуприне',
    'Фёдор',
    'Федора',
    'Фёдору',
    'Федором',
    'Фёдоре',
    'Ф',
    'М',
  ],
] as const;

const cycle = <Item>(items: readonly Item[], count: number): Item[] =>
  Array.from({ length: count }, (_, at) => items[at % items.length]).filter((item) => item !== undefined);
const share = 25;

const cases = cycle(companyForms, 30)
  .slice(0, share)
  .map((name, at) =>
    inText(
      'company in a case',
      at % 5 === 4 ? name.toLowerCase() : name,
      (text) =>
        [
          `Такую же станцию мы поставили для ${text} в прошлом году.`,
          `${text} довольны пуском.`,
          `Опыт — у ${text}.`,
        ][at % 3] ?? text,
    ),
  );

const wrappers: readonly ((name: string) => string)[] = [
  (name) => `ООО «${name}»`,
  (name) => `АО "${name}"`,
  (name) => `«${name}»`,
  (name) => `„${name}“`,
  (name) => `(${name.toUpperCase()})`,
];
const quoted = cycle(companyForms, 60)
  .filter((_, at) => at % 2 === 1)
  .slice(0, share)
  .map((name, at): Plant => {
    const wrap = wrappers[at % wrappers.length] ?? String;
    const inner = wrap(name);
    const leaked = at % wrappers.length === 4 ? name.toUpperCase() : name;
    return { sort: 'quotes and legal form', leaked, block: paragraph(`Так работает ${inner}, и это видно.`) };
  });

const separators = ['\u00A0', '  ', '\n', ' \u00A0 ', '\u202F'];
const soft = (name: string): string => name.replace(/(\p{L}{3})(?=\p{L}{2})/gu, '$1\u00AD');
const spaced = cycle(companyForms, share).map((name, at): Plant => {
  const leaked = at % 5 === 4 ? soft(name) : name.replaceAll(' ', separators[at % separators.length] ?? ' ');
  return inText('spaces and soft hyphens', leaked, (text) => `Как у ${text}, только быстрее.`);
});

const tables = cycle(companyForms, share).map((name, at): Plant => {
  const [first = '', ...rest] = name.split(' ');
  if (at % 3 === 0)
    return { sort: 'inside a table', leaked: name, block: table(['Где работает', name, '2024']) };
  if (at % 3 === 1)
    return {
      sort: 'inside a table',
      leaked: `${first}\n${rest.join(' ')}`,
      block: table(['1', `${first}\n${rest.join(' ')}`]),
    };
  // Parted between two cells: quoted from where it begins.
  return { sort: 'inside a table', leaked: first, block: table([first, rest.join(' ')]) };
});

const initials = surnames.flatMap(([a, b, c, d, e, , , , , , first, middle]) => [
  `${a} ${first}. ${middle}.`,
  `${first}. ${middle}. ${b}`,
  `${c}\u00A0${first}.${middle}.`,
  `${first}.\u00A0${middle}.\u00A0${d}`,
  `${e} ${first}.`,
]);
const withInitials = initials.map((leaked) =>
  inText('surname and initials', leaked, (text) => `Это подтвердит ${text}, звоните.`),
);

const full = surnames.flatMap(([a, b, c, d, e, f, g, h, i, j]) => [
  `${a} ${f}`,
  `${g} ${b}`,
  `${c}\n${h}`,
  `${i}\u00A0${d}`,
  `${e} ${j}`,
]);
const withFirst = full.map((leaked) =>
  inText('surname and first name', leaked, (text) => `Спросите о пуске: ${text} расскажет.`),
);

const numbers = [
  '1013002670',
  '10 13 00 26 70',
  '1013\u00A0002\u00A0670',
  '7813004928',
  '7814 006 558',
  '1021000560140',
  '1037800006177',
  '+7 814 000-52-00',
  '8 (814) 000-52-00',
  '+78140005200',
  '7-814-000-66-00',
  '+7 812 000 58 00',
  'zavod@zaonezhye.example',
  'Zavod@Zaonezhye.example',
  'kurgin@zaonezhye.example',
  'averin@nevskiy-preparat.example',
  'sales@nevskiy-preparat.example',
  'www.verfi-belomorya.example',
  'zaonezhye.example',
  'https://karpovka-klinika.example/gas',
  '5302001472',
  '53 02 00 14 72',
  '1055302000643',
  '+7 816 000-12-41',
  '+7\u00A0(812)\u00A0000‑73‑01',
].map((written): Plant => {
  const leaked = written.replace(/^(?:www\.|https:\/\/)|\/gas$/g, '');
  return {
    sort: 'number or address',
    leaked: leaked.slice(-6),
    block: paragraph(`Справки: ${written}, в рабочие дни.`),
  };
});

// Fragments of notes: endings, «ё» and line breaks differ from what is kept.
const fragments = [
  'отчислили со второго курса',
  'про детей не спрашивать',
  'пьёт только травяной чай',
  'После операции на колене',
  'не выдерживает долгих обходов',
  'в полнолуние лучше не звонить',
  'аллергия на лилии',
  'тяжба за наследство',
  'за наследство с двоюродной сестрой',
  'слуховой аппарат в левом ухе',
  'подрабатывает экспертизой для соседнего завода',
  'просил не\u00A0распространяться',
  'переезжает к маме',
  'на заводе об этом не знают',
  'был в совете директоров у',
  'об уходе говорит\nнеохотно',
  'резюме видели открытым',
  'стент поставили два года назад',
  'ночные вызовы ему тяжелы',
  'Ссорится с зятем из\u2011за доли',
  'при нем зятя не хвалить',
  'Ипотека за квартиру сына',
  'в этот день похоронила брата',
  'Заикается при начальстве',
  'пережил инсульт три года',
].map((leaked) =>
  inText('fragment of a private note', leaked, (text) => `Учтём и это: ${text}, как договорились.`),
);

const rareWords = [
  'полнолунием',
  'мигренью',
  'наследства',
  'гончарными',
  'калитками',
  'сыроварни',
  'сыроварнями',
  'рыболовных',
  'фехтованием',
  'саксофоне',
  'триатлону',
  'байдарках',
  'акварелью',
  'снегоходах',
  'гармонью',
  'инсультом',
  'начальстве',
  'скандинавской',
  'парусную',
  'марафоны',
  'доказательности',
  'шахматами',
  'вышивкой',
  'предсказуемости',
  'курильщики',
].map((leaked) =>
  inText('rare word of a note', leaked, (text) => `Пусть это будет связано с ${text} — решать вам.`),
);

const properties = cycle(companyForms, share).map((leaked, at): Plant => {
  const text = `Станция, как у ${leaked}`;
  const plant = { sort: 'property of the file', leaked, block: null };
  return (
    [
      { ...plant, title: text },
      { ...plant, subject: text },
      { ...plant, override: text },
    ][at % 3] ?? plant
  );
});

// One white pixel.
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const hidden = cycle(companyForms, share).map((name, at): Plant => {
  const sort = 'behind a picture or a link';
  const picture = { src: pixel, width: null, height: null, align: null };
  if (at % 3 === 0)
    return {
      sort,
      leaked: name,
      block: { type: 'image', attrs: { ...picture, alt: `Цех: ${name}`, caption: null } },
    };
  if (at % 3 === 1)
    return {
      sort,
      leaked: name,
      block: { type: 'image', attrs: { ...picture, alt: null, caption: `Станция у ${name}` } },
    };
  const hosts = ['zaonezhye.example', 'nevskiy-preparat.example', 'verfi-belomorya.example'];
  const leaked = hosts[at % hosts.length] ?? '';
  const marks = [{ type: 'link' as const, attrs: { href: `https://${leaked}/cases` } }];
  return {
    sort,
    leaked,
    block: {
      type: 'paragraph',
      attrs: { textAlign: null },
      content: [{ type: 'text', text: 'пример', marks }],
    },
  };
});

const types = ['директивный', 'экспрессивная', 'насторожен', 'насторожена', 'расположен'];
const readers = ['Вересов', 'Петрова', 'Шадрин', 'Лисина', 'Андрей Николаевич'];
const words = types.flatMap((leaked, at) =>
  readers.map((reader, by) =>
    inText('psychotype or attitude', leaked, (text) =>
      (at + by) % 2 === 0 ? `${reader} — ${text}, это видно.` : `Раз ${text} ${reader}, говорим коротко.`,
    ),
  ),
);

/** Three hundred leaks of twelve sorts. */
export const leakPlants: readonly Plant[] = [
  ...cases,
  ...quoted,
  ...spaced,
  ...tables,
  ...withInitials,
  ...withFirst,
  ...numbers,
  ...fragments,
  ...rareWords,
  ...properties,
  ...hidden,
  ...words,
];
