import {
  IconAlertTriangle,
  IconBulb,
  IconFile,
  IconGift,
  IconHeartHandshake,
  IconMail,
  IconMessage,
  IconMessageQuestion,
  IconNote,
  IconPhone,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { AccountEventKind } from '../../../../shared/domain/accountEvent.ts';

/** An icon of the set, as a line of the history draws it. */
export type IconPart = ComponentType<{
  readonly size?: number;
  readonly stroke?: number;
  readonly 'aria-hidden'?: true;
}>;

/** The sign of a kind of event. */
export const eventIcons: Readonly<Record<AccountEventKind, IconPart>> = {
  meeting: IconUsers,
  call: IconPhone,
  letter: IconMail,
  complaint: IconAlertTriangle,
  wish: IconBulb,
  misunderstanding: IconMessageQuestion,
  feedback: IconMessage,
  promise: IconHeartHandshake,
  gift: IconGift,
  document: IconFile,
  note: IconNote,
};
