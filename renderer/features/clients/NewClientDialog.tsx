import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewAccountDraft, StandardId, emptyProfile, keyCriteria } from '../../../shared/domain/account.ts';
import type { AccountType, CriterionAnswer, KeyCriterion } from '../../../shared/domain/account.ts';
import { requisitesWarnings } from '../../../shared/domain/checkRequisites.ts';
import { readCompanyCard } from '../../../shared/domain/readCompanyCard.ts';
import { emptyRequisites } from '../../../shared/domain/requisites.ts';
import { typeShapes } from '../../app/accountMarks.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { goTo } from '../../app/place.ts';
import { useStandardWords } from '../../app/standardWords.ts';
import { Chip } from '../../ui/Chip.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TypeIcon } from '../../ui/TypeMark.tsx';
import classes from './NewClientDialog.module.css';

const types: readonly AccountType[] = ['breadwinner', 'imageMaker', 'expert', 'prospective'];

function unanswered(): Record<KeyCriterion, CriterionAnswer> {
  // fromEntries forgets which keys it was given.
  return Object.fromEntries(keyCriteria.map((key) => [key, { met: null, note: '' }])) as Record<
    KeyCriterion,
    CriterionAnswer
  >;
}

/** The few facts a client starts with; the dossier asks for the rest. Opens the new dossier. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['clients', 'domain']);
  const [name, setName] = useState('');
  const [legalForm, setLegalForm] = useState('');
  const [industry, setIndustry] = useState('');
  const [city, setCity] = useState('');
  const [inn, setInn] = useState('');
  const [chosen, setChosen] = useState<readonly AccountType[]>([]);
  const names = useStandardWords();
  const standards = useDesk('standards.list', {}).data?.standards ?? [];
  const [variant, setVariant] = useState<StandardId>('general');
  // null = the field for a card is not open.
  const [card, setCard] = useState<string | null>(null);
  const read = readCompanyCard(card ?? '');
  const [tried, setTried] = useState(false);
  const create = useDeskAction('accounts.create', {
    invalidates: ['accounts.list', 'today.list'],
    success: ({ id }) => {
      onClose();
      goTo({ at: 'dossier', accountId: id, tab: 'overview' });
    },
  });
  const innProblem =
    inn === ''
      ? undefined
      : requisitesWarnings({ ...emptyRequisites, inn }).find(({ field }) => field === 'inn');
  const nameMissing = name.trim() === '';

  /** What a card says fills the fields that are still empty. */
  const takeCard = (text: string) => {
    setCard(text);
    const found = readCompanyCard(text);
    const foundInn = found.values.find(({ field }) => field === 'inn')?.value ?? '';
    if (name === '') setName(found.name);
    if (legalForm === '') setLegalForm(found.legalForm);
    if (city === '') setCity(found.city);
    if (inn === '') setInn(foundInn);
  };

  const submit = () => {
    setTried(true);
    if (nameMissing || create.isPending) return;
    const draft = NewAccountDraft.parse({
      name,
      legalForm: legalForm.trim(),
      industry: industry.trim(),
      city: city.trim(),
      variant,
      types: [...chosen],
      typeReason: '',
      criteria: unanswered(),
      threeP: { need: null, means: null, authority: null },
      profile: emptyProfile,
      requisites: {
        ...emptyRequisites,
        ...Object.fromEntries(read.values.map(({ field, value }) => [field, value])),
        inn: inn.trim(),
      },
      relationNow: '',
      relationProspect: '',
      nextStep: '',
      nextStepOn: null,
      parentAccountId: null,
    });
    create.mutate({ draft });
  };

  return (
    <FormDialog
      busy={create.isPending}
      cancel={t('clients:create.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('clients:create.submit')}
      title={t('clients:create.title')}
    >
      {card === null ? (
        <span className={classes.paste}>
          <TextLink onPress={() => setCard('')}>{t('clients:create.pasteCard')}</TextLink>
        </span>
      ) : (
        <Textarea
          autosize
          description={
            read.values.length === 0
              ? t('clients:create.cardHint')
              : t('clients:create.cardRead', { count: read.values.length })
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('clients:create.card')}
          maxLength={20_000}
          maxRows={6}
          minRows={3}
          onChange={(event) => takeCard(event.currentTarget.value)}
          value={card}
        />
      )}
      <div className={classes.nameRow}>
        <TextInput
          data-autofocus
          error={tried && nameMissing ? t('clients:create.nameRequired') : undefined}
          label={t('clients:create.name')}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          placeholder={t('clients:create.nameHint')}
          value={name}
          withAsterisk
        />
        <TextInput
          label={t('clients:create.legalForm')}
          maxLength={40}
          onChange={(event) => setLegalForm(event.currentTarget.value)}
          placeholder={t('clients:create.legalFormHint')}
          value={legalForm}
        />
      </div>
      <FieldGrid>
        <TextInput
          label={t('clients:create.industry')}
          maxLength={200}
          onChange={(event) => setIndustry(event.currentTarget.value)}
          placeholder={t('clients:create.industryHint')}
          value={industry}
        />
        <TextInput
          label={t('clients:create.city')}
          maxLength={200}
          onChange={(event) => setCity(event.currentTarget.value)}
          value={city}
        />
        <TextInput
          inputMode="numeric"
          label={t('clients:create.inn')}
          maxLength={12}
          onChange={(event) => setInn(event.currentTarget.value.replaceAll(/\s/g, ''))}
          placeholder={t('clients:create.innHint')}
          value={inn}
        />
        <Select
          data={standards.map(({ standard }) => ({ value: standard.id, label: names.standard(standard) }))}
          label={t('clients:create.variant')}
          onChange={(value) => setVariant(StandardId.parse(value))}
          value={variant}
        />
      </FieldGrid>
      {innProblem === undefined ? null : (
        <p className={classes.warning} role="status">
          {t('clients:create.innWarning', { problem: t(`domain:requisiteProblem.${innProblem.problem}`) })}
        </p>
      )}
      <div>
        <p className={classes.typeLabel} id="new-client-types">
          {t('clients:create.type')}
          <span>{t('clients:create.typeHint')}</span>
        </p>
        <div aria-labelledby="new-client-types" className={classes.types} role="group">
          {types.map((type) => (
            <Chip
              icon={<TypeIcon shape={typeShapes[type]} />}
              key={type}
              onPress={() =>
                setChosen(
                  chosen.includes(type) ? chosen.filter((other) => other !== type) : [...chosen, type],
                )
              }
              pressed={chosen.includes(type)}
              title={t(`domain:accountTypeMeaning.${type}`)}
            >
              {t(`domain:accountType.${type}`)}
            </Chip>
          ))}
        </div>
      </div>
    </FormDialog>
  );
}
