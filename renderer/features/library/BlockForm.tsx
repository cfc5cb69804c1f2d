import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/language.ts';
import { Psychotype } from '../../../shared/domain/person.ts';
import { EvidenceLevel, Occasion } from '../../../shared/domain/template.ts';
import { BlockBasics, type BlockFields } from './BlockBasics.tsx';
import { FactsField } from './FactsField.tsx';
import classes from './library.module.css';
import { shippedTrades, useLibraryWords } from './libraryWords.ts';

const psychotypes = Psychotype.options.filter((value) => value !== 'unknown');

/** What a block is for: the attributes that composition and the filters go by. */
export function BlockForm({ draft, change, tried }: BlockFields) {
  const { t } = useTranslation(['library', 'domain']);
  const words = useLibraryWords();
  const trades = [...new Set(['', ...shippedTrades, draft.trade])];
  return (
    <div className={classes.fields}>
      <BlockBasics change={change} draft={draft} tried={tried} />
      <MultiSelect
        data={psychotypes.map((value) => ({ value, label: t(`domain:psychotype.${value}`) }))}
        label={t('blocks.psychotypes')}
        onChange={(values) => change({ psychotypes: Psychotype.array().parse(values) })}
        placeholder={draft.psychotypes.length === 0 ? t('anyone') : ''}
        value={draft.psychotypes}
      />
      <TagsInput
        description={t('blocks.industriesHint')}
        label={t('blocks.industries')}
        maxTags={20}
        onChange={(values) =>
          change({
            industries: values.map((value) => value.trim().slice(0, 100)).filter((value) => value !== ''),
          })
        }
        placeholder={draft.industries.length === 0 ? t('anyone') : ''}
        value={draft.industries}
      />
      <MultiSelect
        data={Occasion.options.map((value) => ({ value, label: t(`domain:occasion.${value}`) }))}
        label={t('blocks.occasions')}
        onChange={(values) => change({ occasions: Occasion.array().parse(values) })}
        placeholder={draft.occasions.length === 0 ? t('anyone') : ''}
        value={draft.occasions}
      />
      <Select
        allowDeselect={false}
        data={EvidenceLevel.options.map((value) => ({ value, label: t(`domain:evidence.${value}`) }))}
        label={t('blocks.evidence')}
        onChange={(value) => change({ evidence: EvidenceLevel.catch(draft.evidence).parse(value) })}
        value={draft.evidence}
      />
      <Select
        allowDeselect={false}
        data={trades.map((value) => ({ value: value === '' ? 'none' : value, label: words.trade(value) }))}
        label={t('blocks.tradeField')}
        onChange={(value) => change({ trade: value === null || value === 'none' ? '' : value })}
        value={draft.trade === '' ? 'none' : draft.trade}
      />
      <Select
        allowDeselect={false}
        data={Language.options.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
        label={t('blocks.language')}
        onChange={(value) => change({ language: Language.catch(draft.language).parse(value) })}
        value={draft.language}
      />
      <FactsField facts={draft.facts} onChange={(facts) => change({ facts })} />
    </div>
  );
}
