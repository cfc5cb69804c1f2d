import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

// Ten shades are the kit's form; the window itself takes its colours from styles/tokens.css.
const ink: MantineColorsTuple = [
  '#eef1f7',
  '#e8ecf4',
  '#cad4ea',
  '#b5c2de',
  '#a6baee',
  '#7488bd',
  '#4b69ba',
  '#38539b',
  '#26427e',
  '#1c3363',
];
const red: MantineColorsTuple = [
  '#f9eae6',
  '#f6dad4',
  '#f1beb4',
  '#f19488',
  '#dd6f60',
  '#c84f40',
  '#ae3328',
  '#962a21',
  '#7d231b',
  '#651c16',
];
const stone: MantineColorsTuple = [
  '#fcfbf9',
  '#f5f2ec',
  '#e7e2d9',
  '#d3ccbf',
  '#b5ad9f',
  '#8d8679',
  '#6e675b',
  '#575247',
  '#3a362e',
  '#24221e',
];
const night: MantineColorsTuple = [
  '#e9e6e0',
  '#b9b5ac',
  '#9c988f',
  '#737985',
  '#3b414b',
  '#2b3038',
  '#22262d',
  '#1a1d22',
  '#15171b',
  '#0f1114',
];

const font = "'Onest Variable', system-ui, sans-serif";
const control = '32px';

/** The look of every control. What is set here makes a plain `<TextInput />` already ours. */
export const theme = createTheme({
  fontFamily: font,
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  colors: { ink, red, gray: stone, dark: night },
  white: '#ffffff',
  black: '#24221e',
  defaultRadius: 6,
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '17px', xl: '22px' },
  lineHeights: { xs: '1.3', sm: '1.3', md: '1.45', lg: '1.35', xl: '1.25' },
  headings: {
    fontFamily: font,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.25' },
      h2: { fontSize: '17px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
      h4: { fontSize: '14px', lineHeight: '1.45' },
      h5: { fontSize: '13px', lineHeight: '1.3' },
      h6: { fontSize: '12px', lineHeight: '1.3' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'var(--k-shadow-float)',
    md: 'var(--k-shadow-float)',
    lg: 'var(--k-shadow-float)',
    xl: 'var(--k-shadow-float)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  activeClassName: '',
  focusRing: 'auto',
  components: {
    Button: {
      defaultProps: { variant: 'default', size: 'sm' },
      vars: (_theme: unknown, props: { readonly size?: unknown }) => ({
        root:
          props.size === 'sm'
            ? { '--button-height': control, '--button-padding-x': '12px', '--button-fz': '13px' }
            : props.size === 'md'
              ? { '--button-height': '40px', '--button-padding-x': '14px', '--button-fz': '14px' }
              : props.size === 'xs'
                ? { '--button-height': '28px', '--button-padding-x': '10px', '--button-fz': '13px' }
                : {},
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    CloseButton: { defaultProps: { size: 28 } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 6,
        padding: 24,
        shadow: 'md',
        transitionProps: { transition: 'fade', duration: 140 },
        overlayProps: { backgroundOpacity: 0.28, color: '#15171b' },
      },
    },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.28, color: '#15171b' } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { transition: 'fade', duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { transition: 'fade', duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { transition: 'fade', duration: 120 } } },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        allowDeselect: false,
        withAlignedLabels: true,
        comboboxProps: { shadow: 'md', transitionProps: { transition: 'fade', duration: 120 } },
      },
    },
    NumberInput: { defaultProps: { hideControls: true } },
    Textarea: { defaultProps: { autosize: true, minRows: 2, maxRows: 14 } },
    Checkbox: { defaultProps: { size: 'xs', radius: 4 } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
    SegmentedControl: { defaultProps: { size: 'sm', transitionDuration: 140 } },
    Tabs: { defaultProps: { keepMounted: false } },
    Skeleton: { defaultProps: { radius: 4 } },
    Notification: { defaultProps: { radius: 6 } },
  },
});

// The kit's own variables, answered by ours. Both schemes get the same names: tokens.css tells them apart.
const shared: Record<string, string> = {
  '--mantine-color-body': 'var(--k-bg)',
  '--mantine-color-text': 'var(--k-text)',
  '--mantine-color-bright': 'var(--k-text)',
  '--mantine-color-dimmed': 'var(--k-text3)',
  '--mantine-color-placeholder': 'var(--k-text3)',
  '--mantine-color-anchor': 'var(--k-accent)',
  '--mantine-color-error': 'var(--k-red)',
  '--mantine-color-default': 'var(--k-raise)',
  '--mantine-color-default-hover': 'var(--k-hover)',
  '--mantine-color-default-color': 'var(--k-text)',
  '--mantine-color-default-border': 'var(--k-line2)',
  '--mantine-color-disabled': 'var(--k-line)',
  '--mantine-color-disabled-color': 'var(--k-text3)',
  '--mantine-color-disabled-border': 'var(--k-line)',
  '--mantine-primary-color-filled': 'var(--k-accentFill)',
  '--mantine-primary-color-filled-hover': 'var(--k-accentHover)',
  '--mantine-primary-color-light': 'var(--k-soft)',
  '--mantine-primary-color-light-hover': 'var(--k-sel)',
  '--mantine-primary-color-light-color': 'var(--k-accent)',
  '--mantine-primary-color-contrast': 'var(--k-onAccent)',
  '--mantine-color-ink-filled': 'var(--k-accentFill)',
  '--mantine-color-ink-filled-hover': 'var(--k-accentHover)',
  '--mantine-color-ink-light': 'var(--k-soft)',
  '--mantine-color-ink-light-hover': 'var(--k-sel)',
  '--mantine-color-ink-light-color': 'var(--k-accent)',
  '--mantine-color-ink-outline': 'var(--k-accent)',
  '--mantine-color-ink-outline-hover': 'var(--k-sel)',
  '--mantine-color-ink-text': 'var(--k-accent)',
  '--mantine-color-red-filled': 'var(--k-red)',
  '--mantine-color-red-light': 'var(--k-redS)',
  '--mantine-color-red-light-hover': 'var(--k-redS)',
  '--mantine-color-red-light-color': 'var(--k-red)',
  '--mantine-color-red-outline': 'var(--k-red)',
  '--mantine-color-red-text': 'var(--k-red)',
  '--mantine-color-gray-light': 'var(--k-rail)',
  '--mantine-color-gray-light-hover': 'var(--k-hover)',
  '--mantine-color-gray-light-color': 'var(--k-text2)',
  '--mantine-color-gray-text': 'var(--k-text2)',
};

/** Hands the kit our tokens (`--k-*`, styles/tokens.css). */
export const kitVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
