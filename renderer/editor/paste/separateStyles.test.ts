import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { separateStyles } from './separateStyles.ts';

describe('separateStyles', () => {
  test('keeps a style attribute as data, whatever its quotes', () => {
    const { html } = separateStyles(
      `<p class=MsoNormal style='mso-list:l0 level1 lfo1' title="a > b">x</p><i STYLE=color:red>y</i>`,
    );
    expect(html).toBe(
      `<p class=MsoNormal data-source-style='mso-list:l0 level1 lfo1' title="a > b">x</p><i data-source-style=color:red>y</i>`,
    );
  });

  test('hands out style sheets, also those in a comment, and drops scripts and islands', () => {
    const { html, css } = separateStyles(
      '<style><!-- p {color:red} --></style>a<script>1 < 2</script><xml><w:View/></xml>b',
    );
    expect(css).toContain('p {color:red}');
    expect(html).toBe('ab');
  });

  test('drops what Word hides for itself and keeps what it shows to others', () => {
    expect(
      separateStyles('<!--[if gte mso 9]><b>no</b><![endif]-->1<![if !vml]><img src=x><![endif]>2').html,
    ).toBe('1<img src=x>2');
  });

  test('a lesser-than sign in a sentence stays', () => {
    expect(separateStyles('5 < 7 <b>x</b>').html).toBe('5 &lt; 7 <b>x</b>');
  });

  test('a tag that is cut off by the end is left out, as a browser does', () => {
    expect(separateStyles('a <b>b</b> <p title="c').html).toBe('a <b>b</b> ');
    expect(separateStyles('a <style').html).toBe('a ');
  });

  test('takes any text, and what comes out has nothing more to be taken out', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      'style',
      ' style="a:b"',
      '<p',
      '<!--',
      '-->',
      '/',
      ' ',
      'x',
      '<style>',
      '</style>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const { html } = separateStyles(parts.join(''));
        expect(separateStyles(html)).toEqual({ html, css: '' });
      }),
      { numRuns: 1000 },
    );
  });
});
