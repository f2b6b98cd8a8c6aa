import { css, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Api, type TokenCallback } from '../api/api.js';
import { languageFor } from '../i18n/languages.js';
import { Localizer } from '../i18n/localizer.js';
import { tokens } from '../theme/tokens.js';
import { GatehouseElement } from './gatehouse-element.js';
import type { Scope } from './scope.js';

/**
 * What an embedding page talks to: where Gatehouse is, how to get a token, theme and language. Renders
 * nothing until it has a token callback and the texts of its language.
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
  @state() private i18n: Localizer | undefined;
  private api: Api | undefined;
  private readonly pageLanguage = new MutationObserver(() => void this.refreshLanguage());

  override connectedCallback(): void {
    super.connectedCallback();
    this.pageLanguage.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.pageLanguage.observe(this, { attributeFilter: ['lang'] });
    void this.refreshLanguage();
  }

  override disconnectedCallback(): void {
    this.pageLanguage.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('baseUrl') || changed.has('getToken')) {
      this.api =
        this.getToken &&
        new Api(this.baseUrl || location.origin, this.getToken, () => this.i18n?.language ?? 'en');
    }
    if (changed.has('baseUrl') || changed.has('getToken') || changed.has('i18n')) {
      this.scope = this.api && this.i18n && { api: this.api, i18n: this.i18n };
    }
  }

  /** What is on screen stays as it is until the texts of the other language are here. */
  private async refreshLanguage(): Promise<void> {
    const language = languageFor(this);
    const i18n = Localizer.ready(language) ?? (await Localizer.load(language));
    // Another one may have been asked for meanwhile.
    if (language === languageFor(this) && this.i18n?.language !== i18n.language) this.i18n = i18n;
  }
}
