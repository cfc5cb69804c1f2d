import { notifications } from '@mantine/notifications';
import { getI18n } from 'react-i18next';
import type { PictureTrouble } from './insertPictures.ts';
import { anythingLost, lossKinds } from './losses.ts';
import type { PasteLosses } from './losses.ts';

/** Says once what a paste could not keep. */
export function tellLosses(losses: PasteLosses): void {
  if (!anythingLost(losses)) return;
  const { t } = getI18n();
  const parts = lossKinds.flatMap((kind) =>
    losses[kind] > 0 ? [t(`paste.${kind}`, { ns: 'editor', count: losses[kind] })] : [],
  );
  notifications.show({
    title: t('paste.title', { ns: 'editor' }),
    message: parts.join(' '),
    autoClose: 10_000,
  });
}

/** Says why a picture did not come in. */
export function tellPictureTrouble(trouble: PictureTrouble): void {
  const { t } = getI18n();
  notifications.show({
    color: 'red',
    title: t(`picture.${trouble}.title`, { ns: 'editor' }),
    message: t(`picture.${trouble}.text`, { ns: 'editor' }),
    autoClose: 10_000,
  });
}
