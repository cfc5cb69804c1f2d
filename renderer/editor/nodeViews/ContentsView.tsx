import { Button, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNodeViewProps } from '@tiptap/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { contentsView } from '../../../shared/document/contentsView.ts';
import { hasHeadingNumbers, placedHeadings } from '../../../shared/document/headings.ts';
import { TableOfContentsNode } from '../../../shared/document/nodes.ts';
import { printedField } from '../../../shared/document/resolveFields.ts';
import { ContentsPaper } from '../paper/ContentsPaper.tsx';
import { goToHeading } from '../goToPlace.ts';
import { useProposalSession } from '../session.ts';
import { BlockFrame, Hole } from './Frame.tsx';

const depths = [1, 2, 3] as const;

/** The headings of the document as a list; a press goes to the heading. */
export function ContentsView({ node, editor, updateAttributes }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const language = useProposalSession((session) => session.proposal?.language) ?? 'ru';
  const root = useProposalSession((session) => session.root);
  const values = useProposalSession((session) => session.values);
  const look = useProposalSession((session) => session.context?.company.look);
  const parsed = TableOfContentsNode.shape.attrs.safeParse(node.attrs);
  const attrs = parsed.success ? parsed.data : { levels: 2 as const, title: true };
  const { levels, title } = attrs;
  const view = useMemo(() => {
    if (!root || !values || !look) return null;
    const placed = placedHeadings(root, hasHeadingNumbers(root, look));
    return contentsView({ levels, title }, placed, (key) => printedField(values, key, language), language);
  }, [root, values, look, levels, title, language]);
  const check = (on: boolean) =>
    on ? <IconCheck size={16} stroke={1.5} /> : <span className="k-menu-blank" />;
  return (
    <BlockFrame label={t('blocks.tableOfContents')}>
      {view === null || view.entries.length === 0 ? (
        <Hole>{t('holes.tableOfContents')}</Hole>
      ) : (
        <ContentsPaper view={view} hrefOf={() => '#'} onGo={({ at }) => goToHeading(editor, at)} />
      )}
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <Button className="k-block-edit" variant="default" size="compact-xs" disabled={!editor.isEditable}>
            {t('contents.edit')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('contents.levels')}</Menu.Label>
          {depths.map((depth) => (
            <Menu.Item
              key={depth}
              leftSection={check(depth === levels)}
              onClick={() => updateAttributes({ levels: depth })}
            >
              {t(`contents.depth.level${depth}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={check(title)} onClick={() => updateAttributes({ title: !title })}>
            {t('contents.title')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </BlockFrame>
  );
}
