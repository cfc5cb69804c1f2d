import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import { call, notifyError, useDesk } from '../../../app/desk.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { goTo } from '../../../app/place.ts';
import { openVersions } from '../../../editor/versionsRequest.ts';
import { ChangesDialog } from './ChangesDialog.tsx';
import { useEditions } from './useEditions.ts';
import { useStatusMoves } from './useStatusMoves.tsx';
import classes from './life.module.css';

/** The status word in the top bar: what comes next in the proposal's life, and its other editions. */
export function StatusMenu({
  proposal,
  disabled,
  flush,
  onMoved,
}: {
  readonly proposal: Proposal;
  readonly disabled: boolean;
  readonly flush: () => Promise<void>;
  readonly onMoved: () => void;
}) {
  const { t } = useTranslation(['life', 'domain']);
  const { id, status, edition } = proposal;
  const editions = useDesk('proposals.life', { id }).data?.editions ?? [];
  const { moves, dialogs } = useStatusMoves({ id, status, flush, onMoved });
  const { begin, copy } = useEditions(id);
  const [comparing, setComparing] = useState(false);
  const before = editions.findLast((other) => other.edition < edition);
  const word = t(`domain:proposalStatus.${status}`);
  const makeTemplate = async () => {
    await flush();
    const { title, language, document } = (await call('proposals.get', { id })).proposal;
    openDialog({ kind: 'toTemplate', root: document.root, language, title });
  };
  return (
    <>
      <Menu position="bottom-start" width={290}>
        <Menu.Target>
          <button
            type="button"
            className={classes.status}
            disabled={disabled}
            aria-label={t('statusMenu', { status: word })}
          >
            {word}
            <IconChevronDown size={14} stroke={1.5} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {moves.map((move) => (
            <Menu.Item key={move.key} onClick={move.run}>
              {move.label}
            </Menu.Item>
          ))}
          {status === 'draft' ? null : (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => begin(true)}>{t('editions.renew')}</Menu.Item>
              <Menu.Item onClick={() => begin(false)}>{t('editions.new')}</Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => void flush().then(copy).catch(notifyError)}>
            {t('editions.copy')}
          </Menu.Item>
          <Menu.Item onClick={() => void makeTemplate().catch(notifyError)}>
            {t('editions.toTemplate')}
          </Menu.Item>
          <Menu.Item onClick={openVersions}>{t('versions.open')}</Menu.Item>
          {editions.length > 1 ? <Menu.Divider /> : null}
          {before ? (
            <Menu.Item onClick={() => void flush().then(() => setComparing(true))}>
              {t('editions.changes', { count: before.edition })}
            </Menu.Item>
          ) : null}
          {editions
            .filter((other) => other.id !== id)
            .map((other) => (
              <Menu.Item key={other.id} onClick={() => goTo({ at: 'proposal', proposalId: other.id })}>
                {t('editions.open', { count: other.edition })}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {dialogs}
      {comparing ? <ChangesDialog proposal={proposal} onClose={() => setComparing(false)} /> : null}
    </>
  );
}
