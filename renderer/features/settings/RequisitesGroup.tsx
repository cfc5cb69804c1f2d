import { useTranslation } from 'react-i18next';
import { requisitesWarnings } from '../../../shared/domain/checkRequisites.ts';
import type { Requisites } from '../../../shared/domain/requisites.ts';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { SavedText } from './SavedText.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { saveCompany } from './useCompany.ts';

type Row = { readonly field: keyof Requisites; readonly maxLength: number; readonly wide?: boolean };

// The order of a Russian company card; lengths are those of the schema.
const rows: readonly Row[] = [
  { field: 'fullName', maxLength: 400, wide: true },
  { field: 'shortName', maxLength: 200, wide: true },
  { field: 'inn', maxLength: 12 },
  { field: 'kpp', maxLength: 9 },
  { field: 'ogrn', maxLength: 15 },
  { field: 'okpo', maxLength: 14 },
  { field: 'legalAddress', maxLength: 400, wide: true },
  { field: 'postalAddress', maxLength: 400, wide: true },
  { field: 'bankName', maxLength: 300, wide: true },
  { field: 'bic', maxLength: 9 },
  { field: 'settlementAccount', maxLength: 20 },
  { field: 'correspondentAccount', maxLength: 20 },
  { field: 'okved', maxLength: 20 },
  { field: 'headPosition', maxLength: 200 },
  { field: 'headName', maxLength: 200 },
  { field: 'headBasis', maxLength: 200 },
  { field: 'phone', maxLength: 100 },
  { field: 'email', maxLength: 200 },
  { field: 'site', maxLength: 200 },
];

/** Our requisites. Numbers that cannot be right are warned about under the field and saved all the same. */
export function RequisitesGroup({ requisites }: { readonly requisites: Requisites }) {
  const { t } = useTranslation(['settings', 'domain']);
  const warnings = new Map(requisitesWarnings(requisites).map(({ field, problem }) => [field, problem]));
  return (
    <SettingsGroup text={t('settings:requisites.text')} title={t('settings:requisites.title')}>
      <FieldGrid>
        {rows.map(({ field, maxLength, wide = false }) => {
          const problem = warnings.get(field);
          return (
            <SavedText
              key={field}
              label={t(`domain:requisite.${field}`)}
              maxLength={maxLength}
              onSave={(value) => saveCompany({ requisites: { ...requisites, [field]: value } })}
              value={requisites[field]}
              warning={problem === undefined ? undefined : t(`domain:requisiteProblem.${problem}`)}
              wide={wide}
            />
          );
        })}
      </FieldGrid>
    </SettingsGroup>
  );
}
