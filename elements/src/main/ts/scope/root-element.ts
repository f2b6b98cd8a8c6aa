import { css, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Api, type TokenCallback } from '../api/api.js';
import { Localizer } from '../i18n/localizer.js';
import { tokens } from '../theme/tokens.js';
import { GatehouseElement } from './gatehouse-element.js';
import type { Scope } from './scope.js';

/**
 * What an embedding page talks to: where Gatehouse is, how to get a token, theme and language. Renders
 * nothing until it has a token callback.
 */
export abstract class RootElement extends GatehouseElement {
  static override styles = [
    tokens,
    GatehouseElement.styles,
    css`
      /* A product may give us a column of a wide window: what is narrow is measured here, not there. */
      :host {
        container-type: inline-size;
      }
    `,
  ];

  /** Where Gatehouse answers, such as `https://sso.example.com`. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** `light`, `dark`, or empty for the system's. */
  @property({ reflect: true }) theme = '';
  /** Hands out a bearer token; asked again, with `refresh`, when one was refused. */
  @property({ attribute: false }) getToken: TokenCallback | undefined;

  @state() protected scope: Scope | undefined;
  private readonly pageLanguage = new MutationObserver(() => this.refreshLanguage());

  override connectedCallback(): void {
    super.connectedCallback();
    this.pageLanguage.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.pageLanguage.observe(this, { attributeFilter: ['lang'] });
    this.refreshLanguage();
  }

  override disconnectedCallback(): void {
    this.pageLanguage.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('baseUrl') || changed.has('getToken')) {
      this.scope = this.getToken
        ? {
            api: new Api(this.baseUrl || location.origin, this.getToken, () => Localizer.for(this).language),
            i18n: Localizer.for(this),
          }
        : undefined;
    }
  }

  private refreshLanguage(): void {
    const i18n = Localizer.for(this);
    if (this.scope && this.scope.i18n.language !== i18n.language) this.scope = { ...this.scope, i18n };
  }
}
