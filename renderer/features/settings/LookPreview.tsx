import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/domain/company.ts';
import classes from './LookPreview.module.css';

// The page is drawn small: one millimetre is this many pixels, one point accordingly.
const pxPerMm = 1.36;
const pxPerPt = (pxPerMm * 25.4) / 72;
const pageWidthMm = 210;
const pageHeightMm = 297;

/** A small page in the chosen look: what a heading, a paragraph and a table become. */
export function LookPreview({ company }: { readonly company: Company }) {
  const { t } = useTranslation('settings');
  const { look } = company;
  const { top, right, bottom, left } = look.marginMm;
  const accent = `#${look.accent}`;
  const body = look.bodySizePt * pxPerPt;
  return (
    <figure aria-label={t('look.preview')} className={classes.desk}>
      <div
        className={classes.page}
        style={{
          width: pageWidthMm * pxPerMm,
          height: pageHeightMm * pxPerMm,
          padding: `${top * pxPerMm}px ${right * pxPerMm}px ${bottom * pxPerMm}px ${left * pxPerMm}px`,
          fontFamily: `'${look.bodyFont}', serif`,
          fontSize: body,
        }}
      >
        <div className={classes.letterhead} style={{ borderColor: accent }}>
          <strong
            style={{ color: accent, fontFamily: `'${look.headingFont}', sans-serif`, fontSize: body * 1.2 }}
          >
            {company.name === '' ? t('look.sampleCompany') : company.name}
          </strong>
          <span>{company.tagline}</span>
        </div>
        <p
          className={classes.title}
          style={{ fontFamily: `'${look.headingFont}', sans-serif`, fontSize: body * 1.45 }}
        >
          {t('look.sampleTitle')}
        </p>
        <p>{t('look.sampleText')}</p>
        <p
          className={classes.heading}
          style={{ color: accent, fontFamily: `'${look.headingFont}', sans-serif` }}
        >
          {t('look.sampleHeading')}
        </p>
        <p>{t('look.sampleText2')}</p>
        <div className={classes.table}>
          {[1, 2, 3].map((row) => (
            <div className={classes.line} key={row} style={row === 1 ? { borderColor: accent } : undefined}>
              <i style={{ width: '46%' }} />
              <i style={{ width: '14%' }} />
              <i style={{ width: '20%' }} />
            </div>
          ))}
        </div>
      </div>
    </figure>
  );
}
