import { z } from 'zod';

// Branded per aggregate, so that a person's id cannot be passed where an account's is wanted.
export const AccountId = z.uuid().brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;
export const PersonId = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const DeliveryId = z.uuid().brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof DeliveryId>;
export const AccountEventId = z.uuid().brand<'AccountEventId'>();
export type AccountEventId = z.infer<typeof AccountEventId>;
export const TenderId = z.uuid().brand<'TenderId'>();
export type TenderId = z.infer<typeof TenderId>;
export const CompetitorId = z.uuid().brand<'CompetitorId'>();
export type CompetitorId = z.infer<typeof CompetitorId>;
export const CompetitorOfferId = z.uuid().brand<'CompetitorOfferId'>();
export type CompetitorOfferId = z.infer<typeof CompetitorOfferId>;
export const ProposalId = z.uuid().brand<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;
export const FollowUpId = z.uuid().brand<'FollowUpId'>();
export type FollowUpId = z.infer<typeof FollowUpId>;
export const SentCopyId = z.uuid().brand<'SentCopyId'>();
export type SentCopyId = z.infer<typeof SentCopyId>;
export const ReferenceId = z.uuid().brand<'ReferenceId'>();
export type ReferenceId = z.infer<typeof ReferenceId>;
export const ColleagueId = z.uuid().brand<'ColleagueId'>();
export type ColleagueId = z.infer<typeof ColleagueId>;
/** Templates and blocks that ship with the program carry readable ids; the user's own carry uuids. */
export const TemplateId = z.string().min(1).max(80).brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;
export const BlockId = z.string().min(1).max(80).brand<'BlockId'>();
export type BlockId = z.infer<typeof BlockId>;
export const PriceListItemId = z.uuid().brand<'PriceListItemId'>();
export type PriceListItemId = z.infer<typeof PriceListItemId>;
export const AttachmentId = z.uuid().brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof AttachmentId>;
