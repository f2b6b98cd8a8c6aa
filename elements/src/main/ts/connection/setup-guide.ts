import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import { inOtherWords, type Scope } from '../scope/scope.js';
import { richText } from './rich-text.js';
import type { Connection, GuideStep, SetupGuide } from './connection.js';

/**
 * What to do in the provider's own console, in its order, with our values in place. Which steps the person
 * ticked is remembered in this browser. Slot: the last step's content, where metadata is handed over.
 */
export class SetupGuideView extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      ol.steps {
        display: grid;
        gap: 8px;
        counter-reset: step;
      }
      ol.steps > li {
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_surface-raised);
        counter-increment: step;
      }
      .steps summary {
        padding: 16px;
        display: flex;
        align-items: center;
        gap: 12px;
        list-style: none;
        border-radius: var(--_radius-large);
      }
      .steps summary::-webkit-details-marker {
        display: none;
      }
      .steps summary::before {
        content: counter(step);
        flex: none;
        inline-size: 24px;
        block-size: 24px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: 12px;
        font-weight: 700;
        background: var(--_accent-soft);
        color: var(--_accent-strong);
      }
      .steps .done summary::before {
        content: '✓';
        background: var(--_good-soft);
        color: var(--_good);
      }
      .body {
        padding: 0 16px 16px;
        padding-inline-start: 52px;
      }
      ul.text {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      li {
        overflow-wrap: anywhere;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        text-align: var(--_start);
        padding: 8px 8px 8px 0;
        border-block-end: 1px solid var(--_line);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      th {
        font-size: 12px;
        color: var(--_text-soft);
      }
      ul.bullets {
        list-style: disc;
        padding-inline-start: 20px;
        display: grid;
        gap: 4px;
      }
      @container (max-width: 520px) {
        .body {
          padding-inline-start: 16px;
        }
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tbody tr {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          gap: 4px 16px;
          padding-block: 8px;
          border-block-end: 1px solid var(--_line);
        }
        td {
          border: 0;
          padding: 0;
        }
        td:nth-child(2) {
          grid-area: 2 / 1 / 3 / 3;
          color: var(--_text-soft);
        }
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private done: ReadonlySet<number> = new Set();
  @state() private open = 0;
  private readonly guide = new Loading<SetupGuide>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('connection');
    if (changed.has('connection') && before?.id !== this.connection.id) {
      this.done = remembered(this.connection.id);
      this.open = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((index) => !this.done.has(index)) ?? 0;
      void this.load();
    } else if (inOtherWords(changed.get('scope'), this.scope)) {
      void this.load();
    }
  }

  override render() {
    const { i18n } = this.scope;
    const guide = this.guide.value;
    if (!guide) {
      return html`${this.guide.slow ? html`<gatehouse-skeleton lines="6" label=${i18n.text('loading')}></gatehouse-skeleton>` : nothing}
      ${
        this.guide.problem
          ? html`<gatehouse-problem
              retry
              .problem=${this.guide.problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }`;
    }
    return html`<div class="stack">
      ${
        guide.before?.length
          ? html`<div class="notice accent stack tight">
              <h4>${i18n.text('guide.before')}</h4>
              <ul class="bullets" lang=${i18n.language}>
                ${guide.before.map((text) => html`<li>${richText(text)}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      <p class="soft">
        ${i18n.text('guide.console', { console: guide.console?.name ?? guide.name })}
        ${
          guide.console?.url
            ? html`<a href=${guide.console.url} target="_blank" rel="noopener noreferrer"
                >${i18n.text('guide.open')}</a
              >`
            : nothing
        }
        ${i18n.language.startsWith('en') ? nothing : i18n.text('guide.english')}
        ${i18n.text('guide.remembered')}
      </p>
      <ol class="steps">
        ${guide.steps.map((step, index) => this.renderStep(step, index))}
      </ol>
      ${
        guide.pitfalls?.length
          ? html`<details>
              <summary>${i18n.text('guide.pitfalls')}</summary>
              <ul class="bullets" lang=${i18n.language}>
                ${guide.pitfalls.map((text) => html`<li>${richText(text)}</li>`)}
              </ul>
            </details>`
          : nothing
      }
    </div>`;
  }

  private renderStep(step: GuideStep, index: number) {
    const { i18n } = this.scope;
    return html`<li class=${this.done.has(index) ? 'done' : ''}>
      <details ?open=${this.open === index}>
        <summary @click=${(event: Event) => this.toggle(event, index)}>
          <span lang=${i18n.language}>${step.title}</span
          >${this.done.has(index) ? html`<span class="visually-hidden">(${i18n.text('guide.doneMark')})</span>` : nothing}
        </summary>
        <div class="body stack">
          <ul class="text" lang=${i18n.language}>
            ${step.text.map((text) => html`<li>${richText(text)}</li>`)}
          </ul>
          ${step.fields?.map((field) =>
            field.value
              ? html`<gatehouse-copy-field
                  .label=${field.label}
                  .value=${field.value}
                  .note=${field.note ?? ''}
                  .i18n=${i18n}
                ></gatehouse-copy-field>`
              : html`<p><strong>${field.label}</strong>: ${field.note ?? ''}</p>`,
          )}
          ${step.attributes?.length ? this.renderAttributes(step.attributes) : nothing}
          <div class="actions">
            <button type="button" @click=${() => this.tick(index)}>
              ${i18n.text(index + 1 < (this.guide.value?.steps.length ?? 0) ? 'guide.doneNext' : 'guide.done')}
            </button>
          </div>
        </div>
      </details>
    </li>`;
  }

  private renderAttributes(attributes: NonNullable<GuideStep['attributes']>) {
    const { i18n } = this.scope;
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${i18n.text('guide.attribute')}</th>
            <th scope="col">${i18n.text('guide.source')}</th>
            <th scope="col">${i18n.text('guide.needed')}</th>
          </tr>
        </thead>
        <tbody>
          ${attributes.map(
            (one) =>
              html`<tr>
                <td class="mono">${one.name}</td>
                <td class="mono">${one.source}</td>
                <td>
                  ${i18n.text(one.required ? 'required' : 'optional')}${one.note ? html`<br /><span class="soft small">${one.note}</span>` : nothing}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${attributes.map(
        (one) =>
          html`<gatehouse-copy-field
            .label=${i18n.text('guide.attributeName', { name: one.name })}
            .value=${one.name}
            .i18n=${i18n}
          ></gatehouse-copy-field>`,
      )}`;
  }

  private toggle(event: Event, index: number): void {
    event.preventDefault();
    this.open = this.open === index ? -1 : index;
  }

  private tick(index: number): void {
    this.done = new Set([...this.done, index]);
    remember(this.connection.id, this.done);
    this.open = index + 1;
    void this.focusOn(`ol.steps > li:nth-child(${index + 2}) summary`);
  }

  private readonly load = async (): Promise<void> => {
    const path = `/v1/connections/${this.connection.id}/setup-guide`;
    await this.guide.run(async () => (await this.scope.api.get<SetupGuide>(path)).body);
  };
}

function remembered(connection: string): ReadonlySet<number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(`gatehouse.guide.${connection}`) ?? '[]');
    return new Set(
      Array.isArray(stored) ? stored.filter((one): one is number => typeof one === 'number') : [],
    );
  } catch {
    // No storage, or something else under our name: begin at the first step.
    return new Set();
  }
}

function remember(connection: string, done: ReadonlySet<number>): void {
  try {
    localStorage.setItem(`gatehouse.guide.${connection}`, JSON.stringify([...done]));
  } catch {
    // Private windows may refuse; the ticks then last as long as the page.
  }
}

define('gatehouse-setup-guide', SetupGuideView);
