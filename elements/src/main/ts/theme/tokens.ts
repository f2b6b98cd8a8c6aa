import { css } from 'lit';

/**
 * The look, in custom properties. Those that start with `--gatehouse-` are the public ones; each internal
 * one (`--_…`) falls back to our own. Both themes stand in one place, by `light-dark()`: the attribute
 * `theme` (`light`, `dark`, or nothing for the system's) only sets `color-scheme`.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --_accent: var(--gatehouse-accent, light-dark(#3b4fd8, #8f9dff));
    --_accent-strong: var(--gatehouse-accent-strong, light-dark(#2c3db4, #a9b4ff));
    --_on-accent: var(--gatehouse-on-accent, light-dark(#ffffff, #10142e));
    --_accent-soft: var(--gatehouse-accent-soft, light-dark(#eef0fd, #232846));
    --_text: var(--gatehouse-text, light-dark(#1a1c23, #eceef4));
    --_text-soft: var(--gatehouse-text-soft, light-dark(#565b6b, #a7adbd));
    --_surface: var(--gatehouse-surface, light-dark(#ffffff, #15171e));
    --_surface-raised: var(--gatehouse-surface-raised, light-dark(#ffffff, #1c1f28));
    --_surface-sunken: var(--gatehouse-surface-sunken, light-dark(#f6f7f9, #111318));
    --_line: var(--gatehouse-line, light-dark(#e3e5eb, #2c303c));
    --_line-strong: var(--gatehouse-line-strong, light-dark(#868c9c, #747b8d));
    --_good: light-dark(#13693c, #6fd79d);
    --_good-soft: light-dark(#e6f5ec, #142d20);
    --_warn: light-dark(#85500a, #f0bd6a);
    --_warn-soft: light-dark(#fdf3e0, #34270f);
    --_bad: light-dark(#b3261e, #ff9d94);
    --_bad-strong: light-dark(#b3261e, #c9372c);
    --_bad-soft: light-dark(#fdecea, #3a1a18);
    --_radius: var(--gatehouse-radius, 8px);
    --_radius-large: calc(var(--_radius) * 1.5);
    --_font: var(--gatehouse-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_mono: var(--gatehouse-font-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    --_shadow: 0 1px 2px light-dark(#1a1c2314, #0008);
    --_shadow-large: 0 16px 48px light-dark(#1a1c2333, #000a);
    --_focus: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

/** What every component starts from. One type scale: 12, 14, 16, 20, 24; spacing in steps of 8. */
export const base = css`
  :host {
    display: block;
    font-family: var(--_font);
    font-size: 14px;
    line-height: 20px;
    color: var(--_text);
    /* Our languages run left to right, also within a page that does not: see below. */
    --_start: left;
    --_end: right;
    --_mirror: 1;
    text-align: var(--_start);
  }
  :host(:dir(rtl)) {
    --_start: right;
    --_end: left;
    --_mirror: -1;
  }
  /* Each text in its own direction, so that its full stop stays behind it; its place is the page's. */
  p,
  li,
  dt,
  dd,
  th,
  td,
  h1,
  h2,
  h3,
  h4,
  label,
  legend,
  summary,
  button,
  option,
  span,
  strong,
  .text {
    unicode-bidi: plaintext;
  }
  .arrow {
    display: inline-block;
    transform: scaleX(var(--_mirror));
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2 {
    font-size: 20px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h3 {
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
  }
  h4 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }
  p {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .soft {
    color: var(--_text-soft);
  }
  .small {
    font-size: 12px;
    line-height: 16px;
  }
  .strong {
    font-weight: 600;
  }
  .mono {
    font-family: var(--_mono);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack.tight {
    gap: 8px;
  }
  .stack.loose {
    gap: 24px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .row.between {
    justify-content: space-between;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
