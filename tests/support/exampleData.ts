import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExampleVault } from '../../electron/vault/store/exampleVault.ts';
import { projectFolder } from './launchApp.ts';

/** What the example vault is made from. */
export function exampleData(language: 'ru' | 'en'): ExampleVault {
  return ExampleVault.parse(
    JSON.parse(readFileSync(join(projectFolder, 'resources', 'example', `${language}.json`), 'utf8')),
  );
}

/** The client whose tender is being prepared and is the nearest: the one a proposal is due for. */
export function clientWithComingTender(data: ExampleVault): ExampleVault['accounts'][number] {
  const day = (account: ExampleVault['accounts'][number]) =>
    account.tenders
      .flatMap(({ status, tenderOn }) => (status === 'preparing' && tenderOn !== null ? [tenderOn] : []))
      .sort()[0];
  const [nearest] = data.accounts
    .filter((account) => day(account) !== undefined)
    .toSorted((one, other) => String(day(one)).localeCompare(String(day(other))));
  if (nearest === undefined) throw new Error('The example has no client with a coming tender');
  return nearest;
}

/** Whoever is named as a reader of one of the four main roles, the weightiest of each. */
export function mainReaders(
  account: ExampleVault['accounts'][number],
): ExampleVault['accounts'][number]['people'] {
  return (['ceo', 'hr', 'finance', 'technical'] as const).map((role) => {
    const [best] = account.people
      .filter(({ readerRole }) => readerRole === role)
      .toSorted((one, other) => other.influence - one.influence);
    if (best === undefined) throw new Error(`${account.draft.name} has nobody for ${role}`);
    return best;
  });
}

/** Everything that is told about people in confidence: it must never reach a client. */
export function confidences(data: ExampleVault): string[] {
  return (
    data.accounts
      .flatMap(({ people }) => people)
      .flatMap(({ privateNotes, facts, family, hobbies, values }) => [
        privateNotes,
        family,
        hobbies,
        values,
        ...facts.flatMap((fact) => (fact.sensitive ? [fact.text] : [])),
      ])
      // Whole texts and their sentences: a part of a note is as bad as all of it.
      .flatMap((text) => [text, ...text.split(/(?<=[.;!?])\s+/)])
      .map((text) => text.trim())
      .filter((text) => text.length >= 12)
  );
}
