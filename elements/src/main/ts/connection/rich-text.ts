import { html, type TemplateResult } from 'lit';

/** The names of a console's buttons stand between `**` in set-up guides; nothing else is markup. */
export function richText(text: string): TemplateResult {
  return html`${text.split('**').map((part, index) => (index % 2 ? html`<strong>${part}</strong>` : part))}`;
}
