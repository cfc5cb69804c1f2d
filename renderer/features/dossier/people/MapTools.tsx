import { ActionIcon, Menu } from '@mantine/core';
import {
  IconClipboardCheck,
  IconClipboardX,
  IconMap,
  IconPhotoDown,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import type { Picture } from '../../../../shared/domain/company.ts';
import { initialsOf, shortName } from '../../../../shared/domain/nameForms.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
import { inSentence } from '../../../app/inSentence.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { layoutMap } from './mapLayout.ts';
import { drawMapPicture } from './mapPicture.ts';
import { zoomStep } from './mapZoom.ts';
import { influenceKey } from './personWords.ts';

/** Wide enough for twelve people and for a page of A4 across. */
const pictureWidth = 1080;
const pictureHeight = 640;

/** Size of the map, and where it can go: a picture, the private meeting sheet. */
export function MapTools({
  account,
  people,
  zoom,
  onZoom,
}: {
  readonly account: AccountOverview['account'];
  readonly people: readonly Person[];
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}) {
  const { t } = useTranslation(['privacy', 'dossier', 'domain']);
  const words = useFieldWords();
  const accountId = account.id;
  const kept = useDesk('people.groupPicture', { accountId }).data?.kept ?? false;
  const save = useDeskAction('shell.savePicture', { success: () => notifyDone(t('map.pictureSaved')) });
  const keep = useDeskAction('people.keepGroupPicture', {
    invalidates: ['people.groupPicture', 'papers.get'],
    success: (_done, { picture }) => {
      if (picture !== null) notifyDone(t('map.onSheet'));
    },
  });
  const draw = (): Promise<Picture> =>
    drawMapPicture(
      layoutMap(people, pictureWidth, pictureHeight),
      people.map((person) => ({
        id: person.id,
        attitude: person.attitude,
        initials: initialsOf(person),
        name: shortName(person, words.language) || t('dossier:people.nameless'),
        position: inSentence(person.position, words.language),
      })),
      {
        title: `${account.name}: ${t('dossier:people.heading').toLowerCase()}`,
        made: t('map.made', { day: words.day(words.today) }),
        legend: t('map.legend'),
        axis: t('dossier:people.attitudeAxis'),
        band: (influence) => t(`domain:influence.${influenceKey(influence)}`),
        column: (attitude) => t(`domain:attitudeAxis.${attitude}`),
      },
    );
  const withPicture = (use: (picture: Picture) => void) => void draw().then(use).catch(notifyError);
  return (
    <>
      <ActionIcon
        aria-label={t('map.zoomOut')}
        disabled={zoomStep(zoom, -1) === zoom}
        onClick={() => onZoom(zoomStep(zoom, -1))}
        size={32}
        title={t('map.zoomOut')}
      >
        <IconZoomOut size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('map.zoomIn')}
        disabled={zoomStep(zoom, 1) === zoom}
        onClick={() => onZoom(zoomStep(zoom, 1))}
        size={32}
        title={t('map.zoomIn')}
      >
        <IconZoomIn size={18} stroke={1.5} />
      </ActionIcon>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon aria-label={t('map.menu')} size={32} title={t('map.menu')}>
            <IconMap size={18} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPhotoDown size={16} stroke={1.5} />}
            onClick={() =>
              withPicture(({ base64 }) =>
                save.mutate({ name: `${t('map.pictureName')}_${account.name}`.slice(0, 200), png: base64 }),
              )
            }
          >
            {t('map.picture')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconClipboardCheck size={16} stroke={1.5} />}
            onClick={() => withPicture((picture) => keep.mutate({ accountId, picture }))}
          >
            {t('map.toSheet')}
          </Menu.Item>
          {kept ? (
            <Menu.Item
              leftSection={<IconClipboardX size={16} stroke={1.5} />}
              onClick={() => keep.mutate({ accountId, picture: null })}
            >
              {t('map.offSheet')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
