import { IconCircleDot, IconSquareRotated, IconStar, IconTrendingUp } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './TypeMark.module.css';

export type TypeShape = 'dot' | 'trend' | 'star' | 'rhombus';

const icons = { dot: IconCircleDot, trend: IconTrendingUp, star: IconStar, rhombus: IconSquareRotated };

/** The icon of a {@link TypeMark} alone, where the word stands beside it already. */
export function TypeIcon({ shape }: { readonly shape: TypeShape }) {
  const Icon = icons[shape];
  return <Icon aria-hidden="true" size={15} stroke={1.5} />;
}

/** A kind of thing by icon and word; with `iconOnly` the word stays for screen readers and as a tooltip. */
export const TypeMark = memo(function TypeMark({
  shape,
  label,
  iconOnly = false,
}: {
  readonly shape: TypeShape;
  readonly label: string;
  readonly iconOnly?: boolean;
}) {
  const Icon = icons[shape];
  return (
    <span className={classes.root} title={iconOnly ? label : undefined}>
      <Icon aria-hidden="true" size={15} stroke={1.5} />
      <span className={iconOnly ? 'k-hidden' : undefined}>{label}</span>
    </span>
  );
});
