import { z } from 'zod';
import { Birthday } from './calendarDate.ts';
import { PersonId } from './ids.ts';

/** A person as a vCard file tells of them, cut to what a dossier holds (GLOSSARY: визитка). */
export const ContactCard = z.object({
  lastName: z.string().max(100),
  firstName: z.string().max(100),
  middleName: z.string().max(100),
  position: z.string().max(200),
  department: z.string().max(200),
  phone: z.string().max(100),
  email: z.string().max(200),
  birthday: Birthday.nullable(),
  note: z.string().max(10_000),
});
export type ContactCard = z.infer<typeof ContactCard>;

/** What a card has and the dossier does not take. */
export const CardLoss = z.enum(['photo', 'moreEmails', 'badBirthday']);
export type CardLoss = z.infer<typeof CardLoss>;

/** One card of a file: what taking it in would do. */
export const CardRow = z.object({
  /** From 1, in the order of the file. */
  number: z.int(),
  card: ContactCard,
  company: z.string(),
  /** `fills` = a known person gets what they lack; `same` = they lack nothing; `nameless` = it cannot be taken. */
  outcome: z.enum(['new', 'fills', 'same', 'nameless']),
  /** The known person, and what told them. */
  match: z.object({ id: PersonId, name: z.string(), by: z.enum(['name', 'phone', 'email']) }).nullable(),
  losses: z.array(CardLoss),
});
export type CardRow = z.infer<typeof CardRow>;

/** What an import of cards did: enough to take it back. */
export const CardImport = z.object({
  created: z.array(PersonId),
  filled: z.array(
    z.object({
      id: PersonId,
      fields: z.array(z.enum(['position', 'department', 'phone', 'email', 'birthday', 'privateNotes'])),
    }),
  ),
});
export type CardImport = z.infer<typeof CardImport>;
