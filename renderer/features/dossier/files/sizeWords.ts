import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../app/fieldWords.ts';

const kb = 1024;
const mb = 1024 * 1024;

/** A file's size as people say it: «312 байт», «48 КБ», «12,4 МБ». */
export function useSizeWords(): (sizeBytes: number) => string {
  const { t } = useTranslation('files');
  const words = useFieldWords();
  return (sizeBytes) => {
    if (sizeBytes < kb) return t('size.bytes', { count: sizeBytes });
    if (sizeBytes < mb) return t('size.kb', { value: words.number(Math.round(sizeBytes / kb)) });
    return t('size.mb', { value: words.number(sizeBytes / mb, sizeBytes < 10 * mb ? 1 : 0) });
  };
}
