import { css } from 'lit';

/** Buttons, inputs, cards and notices, shared by all screens so that they look alike. */
export const controls = css`
  button,
  .button {
    font: inherit;
    font-weight: 550;
    color: var(--_text);
    background: var(--_surface-raised);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    padding: 7px 15px;
    min-block-size: 36px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    cursor: pointer;
    text-decoration: none;
    text-align: center;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  button:hover:not(:disabled),
  .button:hover {
    background: var(--_surface-sunken);
  }
  button.primary,
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  button.primary:hover:not(:disabled),
  .button.primary:hover {
    background: var(--_accent-strong);
    border-color: var(--_accent-strong);
  }
  button.danger {
    color: var(--_bad);
    border-color: var(--_bad);
  }
  button.danger:hover:not(:disabled) {
    background: var(--_bad-soft);
  }
  button.danger.primary {
    background: var(--_bad-strong);
    border-color: var(--_bad-strong);
    color: #fff;
  }
  button.plain {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    padding-inline: 8px;
  }
  button.plain:first-child,
  button.plain.flush {
    margin-inline-start: -8px;
  }
  button.plain:hover:not(:disabled) {
    background: var(--_accent-soft);
  }
  button.plain.danger {
    color: var(--_bad);
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.55;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 3px;
  }
  label,
  .label {
    display: block;
    font-weight: 550;
    margin-block-end: 4px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  .hint {
    color: var(--_text-soft);
    margin-block-start: 4px;
  }
  .field-error {
    color: var(--_bad);
    margin-block-start: 4px;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    padding: 7px 12px;
    min-block-size: 36px;
    inline-size: 100%;
    max-inline-size: 100%;
  }
  textarea {
    resize: vertical;
    min-block-size: 88px;
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--_bad);
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--_text-soft);
    opacity: 1;
  }
  .choice {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    font-weight: 400;
    margin: 0;
  }
  .choice input {
    inline-size: 16px;
    block-size: 16px;
    margin: 2px 0 0;
    accent-color: var(--_accent);
    flex: none;
  }
  .card {
    background: var(--_surface-raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    padding: 24px;
    box-shadow: var(--_shadow);
  }
  .notice {
    border-radius: var(--_radius);
    border-inline-start: 3px solid var(--_line-strong);
    background: var(--_surface-sunken);
    padding: 12px 16px;
  }
  .notice.good {
    border-color: var(--_good);
    background: var(--_good-soft);
  }
  .notice.warn {
    border-color: var(--_warn);
    background: var(--_warn-soft);
  }
  .notice.bad {
    border-color: var(--_bad);
    background: var(--_bad-soft);
  }
  .notice.accent {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  details > summary {
    cursor: pointer;
    font-weight: 550;
    padding-block: 8px;
    border-radius: var(--_radius);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .actions.end {
    justify-content: flex-end;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(120px, max-content) minmax(0, 1fr);
    gap: 8px 24px;
  }
  .facts dt {
    color: var(--_text-soft);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  ul.bullets {
    list-style: disc;
    padding-inline-start: 20px;
  }
  .empty {
    text-align: center;
    padding: 40px 16px;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius-large);
  }
  @container (max-width: 520px) {
    .card {
      padding: 16px;
    }
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    .facts dd + dt {
      margin-block-start: 8px;
    }
  }
`;
