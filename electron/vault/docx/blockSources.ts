import type { Picture } from '../../../shared/domain/company.ts';
import type { ColleagueId, ReferenceId } from '../../../shared/domain/ids.ts';
import type { PaybackPlan } from '../../../shared/domain/payback.ts';
import type { PaymentStage, PriceTable } from '../../../shared/domain/priceTable.ts';
import type { Attachment } from '../../../shared/document/nodes.ts';
import type {
  AddresseeView,
  LetterheadView,
  PaybackView,
  PaymentScheduleView,
  PriceTableView,
  ReferenceEntry,
  SignatureView,
  TeamMember,
  ValidityView,
} from '../../../shared/document/blockViews.ts';

/** What our own blocks print, asked for when a document comes to one. */
export type BlockViews = {
  readonly letterhead: () => LetterheadView;
  readonly logo: Picture | null;
  readonly addressee: () => AddresseeView;
  readonly priceTable: (table: PriceTable) => PriceTableView;
  readonly paymentSchedule: (stages: readonly PaymentStage[]) => PaymentScheduleView;
  readonly payback: (plan: PaybackPlan) => PaybackView;
  readonly team: (ids: readonly ColleagueId[]) => readonly TeamMember[];
  readonly references: (ids: readonly ReferenceId[]) => readonly ReferenceEntry[];
  readonly validity: (offerKind: 'offer' | 'information') => ValidityView;
  readonly attachments: (items: readonly Attachment[]) => readonly string[];
  readonly signature: () => SignatureView;
};
