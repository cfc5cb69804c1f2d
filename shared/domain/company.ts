import { z } from 'zod';
import { ColleagueId } from './ids.ts';
import { DocumentLook } from './look.ts';
import { Requisites } from './requisites.ts';
import { VatMode, VatRate } from './vat.ts';

export { defaultLook, DocumentLook } from './look.ts';

/** A colleague of ours: named in the team block of a proposal, or a contact of a client's person. */
export const Colleague = z.object({
  id: ColleagueId,
  name: z.string().trim().min(1).max(200),
  position: z.string().max(200),
  phone: z.string().max(100),
  email: z.string().max(200),
  /** What this person answers for in a deal, one phrase. */
  responsibility: z.string().max(300),
  /** Put into the team block of a new proposal. */
  inTeamByDefault: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

/** A picture kept in the vault: PNG or JPEG, base64 without a prefix. */
export const Picture = z.object({
  mime: z.enum(['image/png', 'image/jpeg']),
  base64: z.string().max(4_000_000),
  widthPx: z.int().min(1).max(20_000),
  heightPx: z.int().min(1).max(20_000),
});
export type Picture = z.infer<typeof Picture>;

/** Our company: the sender of every proposal. */
export const Company = z.object({
  revision: z.int(),
  name: z.string().max(200),
  legalForm: z.string().max(40),
  /** A line under the name on the letterhead: «Компрессорные станции и сервис». */
  tagline: z.string().max(200),
  requisites: Requisites,
  logo: Picture.nullable(),
  colleagues: z.array(Colleague).max(200),
  /** Who signs: name «А. Н. Вересов» is made from it. */
  signatoryId: ColleagueId.nullable(),
  /** Who prepared (исполнитель). */
  authorId: ColleagueId.nullable(),
  look: DocumentLook,
  /** Pattern of the number; `{year}` and `{counter}` are filled, the counter padded to three digits. */
  numberPattern: z.string().min(1).max(60),
  vatRate: VatRate,
  vatMode: VatMode,
  validityDays: z.int().min(1).max(730),
});
export type Company = z.infer<typeof Company>;
