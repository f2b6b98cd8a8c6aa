import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { ApiProblem } from '../api/problem.js';
import type { Scope } from '../scope/scope.js';
import { namesIn, type Domain } from './domain.js';

interface Refused {
  name: string;
  problem: ApiProblem;
}

/**
 * Adds several domains at once from whatever was pasted. One refused name does not stop the others, and
 * stays in the field.
 *
 * @fires gatehouse-domains-added - `Domain[]`
 */
export class AddDomains extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: flex-start;
      }
      .line input {
        flex: 1 1 240px;
        inline-size: auto;
        min-inline-size: 0;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) known: string[] = [];
  @property({ type: Boolean }) first = false;
  @state() private typed = '';
  @state() private running = false;
  @state() private refused: Refused[] = [];
  @state() private note = '';

  override render() {
    const { i18n } = this.scope;
    return html`<form class="stack tight" novalidate @submit=${this.submit}>
      <div>
        <label for="names">${i18n.text('domains.add.label')}</label>
        <div class="line">
          <input
            dir="ltr"
            id="names"
            .value=${this.typed}
            placeholder="acme.com, acme.de"
            autocapitalize="none"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="names-hint"
            aria-invalid=${this.refused.length > 0 || this.note !== ''}
            @input=${(event: Event) => this.type((event.target as HTMLInputElement).value)}
          />
          <button class=${this.first ? 'primary' : ''} type="submit" ?disabled=${this.running}>
            ${i18n.text(this.running ? 'action.saving' : 'domains.add')}
          </button>
        </div>
        <p class="hint" id="names-hint">${i18n.text('domains.add.hint')}</p>
      </div>
      ${this.note ? html`<p class="field-error" role="alert">${this.note}</p>` : nothing}
      ${this.refused.map(
        ({ name, problem }) =>
          html`<gatehouse-problem subject=${name} .problem=${problem} .i18n=${i18n}></gatehouse-problem>`,
      )}
    </form>`;
  }

  private type(text: string): void {
    this.typed = text;
    this.note = '';
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { i18n } = this.scope;
    const names = namesIn(this.typed);
    const fresh = names.filter((name) => !this.known.includes(name));
    this.refused = [];
    if (!fresh.length) {
      this.note = names.length
        ? i18n.text('domains.add.known', { names: i18n.list(names) })
        : i18n.text('domains.add.nothing');
      return this.focusOn('#names');
    }
    this.running = true;
    const added: Domain[] = [];
    for (const name of fresh) {
      try {
        const body = { organization: this.organization, name };
        added.push((await this.scope.api.post<Domain>('/v1/domains', body)).body);
      } catch (thrown) {
        this.refused = [...this.refused, { name, problem: ApiProblem.of(thrown) }];
      }
    }
    this.running = false;
    this.typed = this.refused.map(({ name }) => name).join(', ');
    if (added.length) this.dispatchEvent(new GatehouseEvent('gatehouse-domains-added', added));
    await this.focusOn('#names');
  };
}

define('gatehouse-add-domains', AddDomains);
