import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MentionPlace } from '../../../../shared/domain/erasure.ts';
import classes from './Privacy.module.css';

/** More than this are decided on by «mark all» alone. */
const shown = 200;

/** Records whose texts name the person; a mark means that the name goes from them. */
export function ErasePlaces({
  places,
  chosen,
  onChange,
}: {
  readonly places: readonly MentionPlace[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('privacy');
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  const all = chosen.size === places.length;
  return (
    <section className={classes.part}>
      <div className={classes.head}>
        <h3>{t('erase.places')}</h3>
        {places.length < 2 ? null : (
          <Checkbox
            checked={all}
            indeterminate={!all && chosen.size > 0}
            label={t('erase.chooseAll')}
            onChange={() => onChange(all ? new Set() : new Set(places.map(({ key }) => key)))}
            size="xs"
          />
        )}
      </div>
      <p className={classes.hint}>{places.length === 0 ? t('erase.noPlaces') : t('erase.placesHint')}</p>
      {places.length === 0 ? null : (
        <ul className={classes.places}>
          {places.slice(0, shown).map(({ key, kind, accountName, title, quotes }) => {
            const name = [t(`erase.kind.${kind}`), accountName, title]
              .filter((part) => part !== '')
              .join(' · ');
            return (
              <li className={classes.place} key={key}>
                <Checkbox
                  aria-label={name}
                  checked={chosen.has(key)}
                  onChange={() => toggle(key)}
                  size="xs"
                />
                <div>
                  <p>{name}</p>
                  {quotes.map((quote) => (
                    <p className={classes.quote} key={quote}>
                      {quote}
                    </p>
                  ))}
                </div>
              </li>
            );
          })}
          {places.length <= shown ? null : (
            <li className={classes.place}>{t('erase.morePlaces', { count: places.length - shown })}</li>
          )}
        </ul>
      )}
    </section>
  );
}
