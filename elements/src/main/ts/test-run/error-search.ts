import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { inOtherWords, type Scope } from '../scope/scope.js';
import type { Connection } from '../connection/connection.js';
import { renderKnownError } from './run-view.js';
import type { FoundErrors } from './test-run.js';

/** For the run that never came back: what the provider's page shows, looked up among the known errors. */
export class ErrorSearch extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private typed = '';
  @state() private found: FoundErrors | undefined;
  private readonly acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.found && inOtherWords(changed.get('scope'), this.scope)) void this.look();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<details class="search">
      <summary>${i18n.text('test.search.title')}</summary>
      <form class="stack" @submit=${this.search}>
        <p class="soft">${i18n.text('test.search.text')}</p>
        <div>
          <label for="q">${i18n.text('test.search.label')}</label>
          <textarea
            dir="ltr"
            id="q"
            rows="2"
            spellcheck="false"
            placeholder="AADSTS50105"
            .value=${this.typed}
            @input=${(event: Event) => (this.typed = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </div>
        <div class="actions">
          <button type="submit" ?disabled=${this.acting.running !== undefined || !this.typed.trim()}>
            ${i18n.text('test.search.go')}
          </button>
        </div>
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        <div role="status" class="stack">${this.found ? this.renderFound(this.found) : nothing}</div>
      </form>
    </details>`;
  }

  private renderFound(found: FoundErrors) {
    const { i18n } = this.scope;
    const general = found.general;
    return html`${
      found.items.length
        ? found.items.map((error) => renderKnownError(this.scope, error))
        : html`<p>${i18n.text('test.search.none')}</p>`
    }
    ${general ? html`<p>${general.remedy ?? general.meaning ?? general.title ?? ''}</p>` : nothing}
    ${
      found.lookUp
        ? html`<p>
            <a href=${found.lookUp} target="_blank" rel="noopener noreferrer"
              >${i18n.text('test.search.vendor')}</a
            >
          </p>`
        : nothing
    }`;
  }

  private readonly search = (event: Event): void => {
    event.preventDefault();
    void this.look();
  };

  private async look(): Promise<void> {
    await this.acting.run('search', async () => {
      const { body } = await this.scope.api.get<FoundErrors>(
        `/v1/identity-providers/${encodeURIComponent(this.connection.provider)}/errors`,
        { query: { q: this.typed.trim(), connection: this.connection.id } },
      );
      this.found = body;
    });
  }
}

define('gatehouse-error-search', ErrorSearch);
