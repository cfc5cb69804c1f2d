import { formatDay, formatDayLong } from '../domain/formatDate.ts';
import type { Proposal, ProposalContext } from '../domain/proposal.ts';
import { quotedName } from '../domain/quotedName.ts';
import type { FieldValues } from './mergeFields.ts';
import { words } from './words.ts';

/** The short letter that a proposal travels with; lines end in `\n`. */
export type CoverLetter = { readonly subject: string; readonly text: string };

/** Greeting, what is enclosed, how long it holds, who writes. All words are the proposal's language. */
export function coverLetter(proposal: Proposal, context: ProposalContext, values: FieldValues): CoverLetter {
  const { language, validity } = proposal;
  const { company } = context;
  const { mail, validity: validityWords } = words[language];
  const number = values['proposal.number'] ?? proposal.number;
  const author =
    company.colleagues.find(({ id }) => id === company.authorId) ??
    company.colleagues.find(({ id }) => id === company.signatoryId);
  const date = formatDay(proposal.documentDate, language);
  const paragraphs = [
    mail.greeting(values['addressee.greeting'] ?? mail.nobody),
    mail.enclosed(number, date, proposal.subject.trim().replace(/[.\s]+$/, '')),
    validityWords(formatDayLong(validity.validFrom, language), formatDayLong(validity.validUntil, language)),
    [
      mail.regards,
      author?.name ?? '',
      author?.position ?? '',
      quotedName(company, language),
      author?.phone || company.requisites.phone,
    ]
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  ];
  return { subject: mail.subject(number, company.name.trim()), text: `${paragraphs.join('\n\n')}\n` };
}
