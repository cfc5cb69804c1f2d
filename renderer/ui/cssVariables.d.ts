import 'react';

declare module 'react' {
  interface CSSProperties {
    // Our own variables in a style object: `style={{ '--field-label': '140px' }}`.
    [name: `--${string}`]: string | number | undefined;
  }
}
