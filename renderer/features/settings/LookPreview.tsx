import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  footerLine,
  letterheadView,
  paymentScheduleView,
  signatureView,
} from '../../../shared/document/blockViews.ts';
import { words } from '../../../shared/document/words.ts';
import type { Company } from '../../../shared/domain/company.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { applyLook } from '../../editor/paper/applyLook.ts';
import { LetterheadPaper, SignaturePaper } from '../../editor/paper/framePaper.tsx';
import { PaymentSchedulePaper } from '../../editor/paper/pricePaper.tsx';
import classes from './LookPreview.module.css';
import '../../editor/page.css';
import '../../editor/paper/look.css';

const sampleTotalMinor = 1_284_000_00;

/** A small page in the chosen look, drawn by the same parts and styles as a proposal. */
export function LookPreview({ company }: { readonly company: Company }) {
  const { t } = useTranslation('settings');
  const { language } = useFieldWords();
  const page = useRef<HTMLDivElement>(null);
  const { look } = company;
  useEffect(() => {
    if (page.current) applyLook(page.current, look);
  }, [look]);
  const named = company.name === '' ? { ...company, name: t('look.sampleCompany') } : company;
  const stages = [
    { title: t('look.sampleStage1'), term: t('look.sampleTerm1'), percentBp: 3000 },
    { title: t('look.sampleStage2'), term: t('look.sampleTerm2'), percentBp: 7000 },
  ];
  const onTop = look.pageNumbers === 'topCentre';
  return (
    <figure aria-label={t('look.preview')} className={classes.desk}>
      <div aria-hidden="true" className={classes.sheet}>
        <div className={`k-page ${classes.page}`} ref={page}>
          <div className="k-page-body">
            <LetterheadPaper logo={company.logo} view={letterheadView({ company: named }, language)} />
            <h1>{t('look.sampleTitle')}</h1>
            <p>{t('look.sampleText')}</p>
            <h2>{t('look.sampleScope')}</h2>
            <p>{t('look.sampleScopeText')}</p>
            <ul>
              <li>
                <p>{t('look.sampleItem1')}</p>
              </li>
              <li>
                <p>{t('look.sampleItem2')}</p>
              </li>
              <li>
                <p>{t('look.sampleItem3')}</p>
              </li>
            </ul>
            <h2>{t('look.sampleHeading')}</h2>
            <p>{t('look.sampleText2')}</p>
            <PaymentSchedulePaper view={paymentScheduleView(stages, sampleTotalMinor, 'RUB', language)} />
            <h3>{t('look.sampleSubheading')}</h3>
            <p>{t('look.sampleText3')}</p>
            <blockquote>
              <p>{t('look.sampleQuote')}</p>
            </blockquote>
            <SignaturePaper view={signatureView({ company }, language)} />
          </div>
          {/* The second page begins below: there the number stands on top. */}
          <div className={classes.foot} data-line={look.footer === 'company' ? true : undefined}>
            <span>{look.footer === 'company' ? footerLine(named) : ''}</span>
            <span>{onTop ? '' : words[language].page('1', '3')}</span>
          </div>
        </div>
        {onTop ? <div className={classes.next}>2</div> : null}
      </div>
      <figcaption className={classes.caption}>
        {onTop ? t('look.numberOnTop') : t('look.previewText')}
      </figcaption>
    </figure>
  );
}
