import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Scope } from '../scope/scope.js';
import type { SignInFacts } from './facts.js';
import { NavigateEvent } from './navigation.js';
import './sign-in-detail.js';

/** Finds the sign-in whose reference a person was shown. */
export class SignInScreen extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() reference = '';
  @state() private typed = '';
  private readonly found = new Loading<SignInFacts>(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('reference')) {
      this.typed = this.reference;
      this.found.value = undefined;
      this.found.problem = undefined;
      if (this.reference) void this.look();
    }
  }

  override render() {
    const { i18n } = this.scope;
    const problem = this.found.problem;
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">${i18n.text('dash.findSignIn')}</h2>
      <form class="row" @submit=${this.submit}>
        <div>
          <label for="reference">${i18n.text('dash.reference')}</label>
          <input
            id="reference"
            autocomplete="off"
            spellcheck="false"
            placeholder="4F7K-29QX"
            .value=${this.typed}
            aria-describedby="reference-hint"
            @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          />
          <p class="hint" id="reference-hint">${i18n.text('dash.reference.hint')}</p>
        </div>
        <button type="submit" class="primary">${i18n.text('dash.find')}</button>
      </form>
      ${
        problem?.kind === 'missing'
          ? html`<div class="notice" role="status">
              <p class="strong">${i18n.text('dash.reference.none', { reference: this.reference })}</p>
              <p>${i18n.text('dash.reference.none.text')}</p>
            </div>`
          : nothing
      }
      ${
        problem && problem.kind !== 'missing'
          ? html`<gatehouse-problem
              retry
              .problem=${problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.look}
            ></gatehouse-problem>`
          : nothing
      }
      ${
        this.found.value
          ? html`<div class="card">
              <gatehouse-sign-in-detail
                .scope=${this.scope}
                .signIn=${this.found.value}
              ></gatehouse-sign-in-detail>
            </div>`
          : nothing
      }
    </section>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const reference = this.typed.trim();
    if (!reference) return;
    if (reference === this.reference) void this.look();
    else this.dispatchEvent(new NavigateEvent(`sign-in/${encodeURIComponent(reference)}`));
  };

  private readonly look = (): Promise<unknown> =>
    this.found.run(
      async () =>
        (await this.scope.api.get<SignInFacts>(`/v1/sign-ins/${encodeURIComponent(this.reference)}`)).body,
    );
}

define('gatehouse-sign-in-screen', SignInScreen);
