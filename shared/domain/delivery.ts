import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, DeliveryId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';

/** One delivery (поставка): what was supplied and when; revenue and profit without VAT. */
export const DeliveryDraft = z.object({
  accountId: AccountId,
  deliveredOn: CalendarDate,
  /** Product direction: «Компрессоры», «Сервис». */
  direction: z.string().max(200),
  subject: z.string().trim().min(1).max(500),
  revenueMinor: AmountMinor,
  profitMinor: AmountMinor,
  currency: Currency,
  document: z.string().max(200),
});
export type DeliveryDraft = z.infer<typeof DeliveryDraft>;
export const Delivery = DeliveryDraft.extend({ id: DeliveryId });
export type Delivery = z.infer<typeof Delivery>;
