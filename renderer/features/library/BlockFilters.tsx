import { ActionIcon, Button, CloseButton, Popover, Select, TextInput } from '@mantine/core';
import { IconFilter, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/language.ts';
import { factsState } from '../../../shared/domain/library.ts';
import type { BlockRow } from '../../../shared/domain/library.ts';
import { CriterionKey, Psychotype, ReaderRole } from '../../../shared/domain/person.ts';
import { EvidenceLevel, Occasion } from '../../../shared/domain/template.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { useCriterionChoices, useRoleChoices } from '../../app/ownTerms.ts';
import { Chip } from '../../ui/Chip.tsx';
import { countDeepFilters, noBlockFilter } from './blockFilter.ts';
import type { BlockFilter } from './blockFilter.ts';
import classes from './library.module.css';

/** Search, the filters used most as a row, the others in a popover, and how many blocks are left. */
export function BlockFilters({
  query,
  onQuery,
  filter,
  onFilter,
  found,
  shown,
}: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly filter: BlockFilter;
  readonly onFilter: (filter: BlockFilter) => void;
  readonly found: readonly BlockRow[];
  readonly shown: number;
}) {
  const { t } = useTranslation(['library', 'domain']);
  const { today } = useFieldWords();
  const criteria = useCriterionChoices();
  // Also a role that is offered no more, while blocks still have it.
  const roles = [...new Set([...useRoleChoices(), ...found.map(({ role }) => role)])];
  const change = (part: Partial<BlockFilter>) => onFilter({ ...filter, ...part });
  const outdated = found.filter((row) => factsState(row, today) !== 'hold').length;
  const industries = [...new Set(found.flatMap((row) => row.industries))].toSorted();
  const deep = countDeepFilters(filter);
  const set = JSON.stringify(filter) !== JSON.stringify(noBlockFilter) || query !== '';
  const any = { clearable: true, placeholder: t('any'), comboboxProps: { withinPortal: false } } as const;
  return (
    <div className={classes.filters}>
      <TextInput
        aria-label={t('search')}
        className={classes.search ?? ''}
        leftSection={<IconSearch size={15} stroke={1.5} />}
        onChange={(event) => onQuery(event.currentTarget.value)}
        placeholder={t('search')}
        rightSection={
          query === '' ? null : (
            <CloseButton aria-label={t('clearSearch')} onClick={() => onQuery('')} size="sm" />
          )
        }
        value={query}
      />
      <Select
        aria-label={t('blocks.role')}
        className={classes.filterSelect ?? ''}
        clearable
        data={roles.map((value) => ({ value, label: t(`domain:readerRole.${value}`) }))}
        onChange={(value) => change({ role: ReaderRole.nullable().catch(null).parse(value) })}
        placeholder={t('blocks.role')}
        value={filter.role}
      />
      <Popover position="bottom-start" shadow="md" trapFocus width={360} withinPortal>
        <Popover.Target>
          <Button leftSection={<IconFilter size={15} stroke={1.5} />}>
            {deep === 0 ? t('blocks.filters') : `${t('blocks.filters')} · ${deep}`}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={classes.filterForm}>
            <Select
              {...any}
              data={Language.options.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
              label={t('blocks.language')}
              onChange={(value) => change({ language: Language.nullable().catch(null).parse(value) })}
              value={filter.language}
            />
            <Select
              {...any}
              data={criteria.map((value) => ({ value, label: t(`domain:criterion.${value}`) }))}
              label={t('blocks.criterion')}
              onChange={(value) => change({ criterion: CriterionKey.nullable().catch(null).parse(value) })}
              searchable
              value={filter.criterion}
            />
            <Select
              {...any}
              data={Psychotype.options
                .filter((value) => value !== 'unknown')
                .map((value) => ({ value, label: t(`domain:psychotype.${value}`) }))}
              label={t('blocks.psychotype')}
              onChange={(value) => change({ psychotype: Psychotype.nullable().catch(null).parse(value) })}
              value={filter.psychotype}
            />
            <Select
              {...any}
              data={industries}
              disabled={industries.length === 0}
              label={t('blocks.industry')}
              onChange={(industry) => change({ industry })}
              value={filter.industry}
            />
            <Select
              {...any}
              data={Occasion.options.map((value) => ({ value, label: t(`domain:occasion.${value}`) }))}
              label={t('blocks.occasion')}
              onChange={(value) => change({ occasion: Occasion.nullable().catch(null).parse(value) })}
              value={filter.occasion}
            />
            <Select
              {...any}
              data={EvidenceLevel.options.map((value) => ({ value, label: t(`domain:evidence.${value}`) }))}
              label={t('blocks.evidence')}
              onChange={(value) => change({ evidence: EvidenceLevel.nullable().catch(null).parse(value) })}
              value={filter.evidence}
            />
          </div>
        </Popover.Dropdown>
      </Popover>
      <Chip onPress={() => change({ ownOnly: !filter.ownOnly })} plain pressed={filter.ownOnly}>
        {t('blocks.own')}
      </Chip>
      {outdated > 0 || filter.outdatedOnly ? (
        <Chip
          count={outdated}
          onPress={() => change({ outdatedOnly: !filter.outdatedOnly })}
          plain
          pressed={filter.outdatedOnly}
        >
          {t('blocks.outdated')}
        </Chip>
      ) : null}
      <span aria-live="polite" className={classes.count}>
        {shown === found.length
          ? t('blocks.count', { count: shown })
          : t('blocks.shown', { shown, total: found.length })}
      </span>
      {set ? (
        <ActionIcon
          aria-label={t('clearFilters')}
          onClick={() => {
            onQuery('');
            onFilter(noBlockFilter);
          }}
          title={t('clearFilters')}
        >
          <IconFilterOff size={16} stroke={1.5} />
        </ActionIcon>
      ) : null}
    </div>
  );
}
