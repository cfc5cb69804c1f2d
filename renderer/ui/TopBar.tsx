import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconChevronRight, IconEye, IconEyeOff, IconSearch } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openPalette } from '../app/palette.ts';
import { goBack, goTo, useHistory } from '../app/place.ts';
import type { Place } from '../app/place.ts';
import { useShowMode } from '../app/showMode.ts';
import classes from './TopBar.module.css';

/** One step of «where I am». The last one is the page itself and leads nowhere. */
export type Crumb = { readonly label: string; readonly place?: Place };

/**
 * The bar at the top of every page, 48 px: where I am, what state it is in, search, show mode, the page's actions.
 * `state` stands after the name («черновик · Сохранено в 11:42»), `compact` folds the search field into a button.
 */
export function TopBar({
  crumbs,
  state,
  actions,
  compact = false,
}: {
  readonly crumbs: readonly Crumb[];
  readonly state?: ReactNode;
  readonly actions?: ReactNode;
  readonly compact?: boolean;
}) {
  const { t } = useTranslation('common');
  const { on, toggle } = useShowMode();
  const canGoBack = useHistory().behind.length > 0 && crumbs.length > 1;
  return (
    <header className={classes.bar} data-compact={compact || undefined}>
      <div className={classes.where}>
        {canGoBack ? (
          <Tooltip label={t('back')}>
            <ActionIcon aria-label={t('back')} className={classes.back} onClick={goBack}>
              <IconArrowLeft size={17} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        <nav aria-label={t('whereIAm')} className={classes.crumbs}>
          {crumbs.map((crumb, index) => (
            <Fragment key={index}>
              {index === 0 ? null : <IconChevronRight aria-hidden="true" size={14} stroke={1.5} />}
              <CrumbLink crumb={crumb} last={index === crumbs.length - 1} />
            </Fragment>
          ))}
        </nav>
        {state === undefined ? null : <div className={classes.state}>{state}</div>}
      </div>
      <div className={classes.actions}>
        {compact ? (
          <Button
            className={classes.quiet}
            leftSection={<IconSearch size={16} stroke={1.5} />}
            onClick={openPalette}
            variant="subtle"
          >
            {t('find')}
          </Button>
        ) : (
          <button className={classes.search} onClick={openPalette} type="button">
            <IconSearch aria-hidden="true" size={16} stroke={1.5} />
            <span className={classes.searchWord}>{t('searchHint')}</span>
            <Kbd>Ctrl K</Kbd>
          </button>
        )}
        <Button
          aria-pressed={on}
          className={classes.quiet}
          data-on={on ? true : undefined}
          leftSection={on ? <IconEye size={16} stroke={1.5} /> : <IconEyeOff size={16} stroke={1.5} />}
          onClick={toggle}
          title={t(on ? 'showModeOnHint' : 'showModeOffHint')}
          variant="subtle"
        >
          {t(on ? 'showModeOn' : 'showMode')}
        </Button>
        {actions}
      </div>
    </header>
  );
}

/** Letters up to which a crumb stays whole: a long name beside it gives way alone, and tells itself under the pointer. */
const shortLabel = 20;

function CrumbLink({ crumb, last }: { readonly crumb: Crumb; readonly last: boolean }) {
  const { place } = crumb;
  const fit = crumb.label.length > shortLabel ? { title: crumb.label } : { 'data-short': true };
  if (last || place === undefined) {
    return (
      <span {...fit} aria-current={last ? 'page' : undefined} className={last ? classes.here : classes.crumb}>
        {crumb.label}
      </span>
    );
  }
  return (
    <button {...fit} className={classes.link} onClick={() => goTo(place)} type="button">
      {crumb.label}
    </button>
  );
}
