import { html, nothing, type TemplateResult } from 'lit';
import type { Paged } from '../scope/paged.js';
import type { Localizer, MessageKey } from '../i18n/localizer.js';

/** What a list looks like while it loads, when it failed, when it is empty, and below its last row. */
export function pagedList<T>(
  i18n: Localizer,
  paged: Paged<T>,
  empty: { title: MessageKey; text: MessageKey },
  rows: (items: T[]) => TemplateResult,
): TemplateResult {
  const shown = paged.value;
  return html`${
    paged.problem
      ? html`<gatehouse-problem
          retry
          .problem=${paged.problem}
          .i18n=${i18n}
          @gatehouse-retry=${() => paged.load()}
        ></gatehouse-problem>`
      : nothing
  }
  ${paged.slow ? html`<gatehouse-skeleton lines="6" label=${i18n.text('loading')}></gatehouse-skeleton>` : nothing}
  ${
    shown && !shown.items.length
      ? html`<div class="empty stack tight">
          <h3>${i18n.text(empty.title)}</h3>
          <p class="soft">${i18n.text(empty.text)}</p>
        </div>`
      : nothing
  }
  ${shown?.items.length ? rows(shown.items) : nothing}
  ${
    shown?.next
      ? html`<div class="actions">
          <button type="button" @click=${() => paged.more()}>${i18n.text('action.more')}</button>
        </div>`
      : nothing
  }`;
}
