/** A run of characters of one text. */
export type TextSpan = { readonly place: number; readonly start: number; readonly end: number };
export type NumberSpan = TextSpan & { readonly owner: string; readonly kind: 'requisite' | 'contact' };

/** What a company or a person is reached and registered by. */
export type GuardedNumbers = {
  readonly owner: string;
  /** ИНН, ОГРН, accounts: any text with the digits. */
  readonly requisites: readonly string[];
  readonly phones: readonly string[];
  /** E-mails and sites. */
  readonly addresses: readonly string[];
};

export type NumberIndex = {
  /** Digits → owners. A telephone is its last ten digits. */
  readonly requisites: Map<string, Set<string>>;
  readonly phones: Map<string, Set<string>>;
  /** Whole e-mails, and hosts that belong to one company. */
  readonly addresses: Map<string, Set<string>>;
};

const publicHosts = new Set(
  'mail.ru inbox.ru bk.ru list.ru yandex.ru ya.ru yandex.com gmail.com googlemail.com outlook.com hotmail.com icloud.com rambler.ru yahoo.com proton.me'.split(
    ' ',
  ),
);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function put(map: Map<string, Set<string>>, key: string, owner: string): void {
  const owners = map.get(key);
  if (owners === undefined) map.set(key, new Set([owner]));
  else owners.add(owner);
}

const emailShape = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const hostShape = /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+[\p{L}][\p{L}\p{N}-]+(?![\p{L}\p{N}@])/gu;

/** A letter right after a full stop: only then is a host or an e-mail worth looking for. */
const dottedName = /[a-z0-9а-яё]\.[a-zа-яё]/i;

const hostOf = (address: string): string =>
  address
    .toLowerCase()
    .trim()
    .replace(/^mailto:/, '')
    .replace(/^.*@/, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');

/** Prepares numbers and addresses for {@link numberSpans}. */
export function indexNumbers(all: readonly GuardedNumbers[]): NumberIndex {
  const index: NumberIndex = { requisites: new Map(), phones: new Map(), addresses: new Map() };
  for (const { owner, requisites, phones, addresses } of all) {
    for (const digits of requisites.map(digitsOf))
      if (digits.length >= 9) put(index.requisites, digits, owner);
    // One field may hold several telephones.
    for (const digits of phones.flatMap((phone) => phone.split(/[,;/\n]|доб/)).map(digitsOf))
      if (digits.length >= 10) put(index.phones, digits.slice(-10), owner);
    for (const text of addresses) {
      for (const [email] of text.matchAll(emailShape)) put(index.addresses, email.toLowerCase(), owner);
      const host = hostOf(text);
      if (/\.\p{L}{2,}$/u.test(host) && !/\s/.test(host) && !publicHosts.has(host))
        put(index.addresses, host, owner);
    }
  }
  return index;
}

// Digits in groups, as accounts, ИНН and telephones are written.
const digitRun = /\d[\d\s\u00A0\u202F().+‐‑–-]*\d/g;

/** Every run of whole groups that is long enough to be a number worth guarding. */
function* digitGroups(run: string): Generator<{ digits: string; start: number; end: number }> {
  const groups = [...run.matchAll(/\d+/g)].map((match) => ({ digits: match[0], start: match.index }));
  for (let first = 0; first < groups.length; first += 1) {
    const start = groups[first]?.start ?? 0;
    let digits = '';
    for (const group of groups.slice(first, first + 10)) {
      digits += group.digits;
      if (digits.length > 20) break;
      if (digits.length >= 9) yield { digits, start, end: group.start + group.digits.length };
    }
  }
}

/** Where known registration numbers, telephones, e-mails and sites stand in texts. */
export function numberSpans(texts: readonly string[], index: NumberIndex): NumberSpan[] {
  const spans: NumberSpan[] = [];
  const add = (owners: ReadonlySet<string> | undefined, span: TextSpan, kind: NumberSpan['kind']): void => {
    for (const owner of owners ?? []) spans.push({ ...span, owner, kind });
  };
  texts.forEach((text, place) => {
    if (/\d{2}/.test(text))
      for (const run of text.matchAll(digitRun))
        for (const { digits, start, end } of digitGroups(run[0])) {
          const span = { place, start: run.index + start, end: run.index + end };
          add(index.requisites.get(digits), span, 'requisite');
          if (digits.length === 10 || digits.length === 11)
            add(index.phones.get(digits.slice(-10)), span, 'contact');
        }
    if (!dottedName.test(text)) return;
    for (const match of text.includes('@') ? text.matchAll(emailShape) : []) {
      const span = { place, start: match.index, end: match.index + match[0].length };
      const whole = match[0].toLowerCase();
      add(index.addresses.get(whole) ?? index.addresses.get(hostOf(whole)), span, 'contact');
    }
    for (const match of text.matchAll(hostShape)) {
      const host = hostOf(match[0]);
      add(
        index.addresses.get(host),
        { place, start: match.index, end: match.index + match[0].length },
        'contact',
      );
    }
  });
  return spans;
}

const amountShape = /\d{1,3}(?:[\s\u00A0\u202F,.'’]\d{3})+(?:[.,]\d{2})?(?!\d)|\d{4,}(?:[.,]\d{2})?(?!\d)/g;

/** Amounts written out in a text, in the smallest unit: `25 329 396,00`, `25,329,396.00`, `25329396`. */
export function amountsIn(
  text: string,
): { readonly amountMinor: number; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(amountShape)].map((match) => {
    const [written] = match;
    const kopecks = /[.,](\d{2})$/.exec(written)?.[1];
    const whole = digitsOf(kopecks === undefined ? written : written.slice(0, -3));
    return {
      amountMinor: Number(whole) * 100 + Number(kopecks ?? 0),
      start: match.index,
      end: match.index + written.length,
    };
  });
}
