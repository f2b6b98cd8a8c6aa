import { html } from 'lit';
import { live } from 'lit/directives/live.js';

/** A box to tick with what ticking it means. It shows what is so, not what was clicked. */
export function choice(
  title: string,
  hint: string,
  checked: boolean,
  change: (checked: boolean) => unknown,
  busy = false,
) {
  return html`<label class="choice">
    <input
      type="checkbox"
      .checked=${live(checked)}
      ?disabled=${busy}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${title}<br /><span class="soft">${hint}</span></span>
  </label>`;
}
