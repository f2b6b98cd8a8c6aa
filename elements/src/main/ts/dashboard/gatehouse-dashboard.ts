import { css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { drawn, focused } from '../scope/focus.js';
import { define } from '../scope/gatehouse-element.js';
import { RootElement } from '../scope/root-element.js';
import type { LiveRegion } from '../live-region/live-region.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import { placeOf, type NavigateEvent, type Place } from './navigation.js';
import './api-clients-screen.js';
import './applications-screen.js';
import './organization-screen.js';
import './organizations-screen.js';
import './sign-in-screen.js';

const SECTIONS: { path: string; screens: Place['screen'][]; label: MessageKey }[] = [
  { path: 'organizations', screens: ['organizations', 'organization'], label: 'dash.organizations' },
  { path: 'applications', screens: ['applications'], label: 'dash.applications' },
  { path: 'api-clients', screens: ['api-clients'], label: 'dash.apiClients' },
  { path: 'sign-in', screens: ['sign-in'], label: 'dash.findSignIn' },
];

/**
 * The operator's dashboard: organizations and how far each came, applications, API clients, the sign-in log.
 *
 * ```html
 * <gatehouse-dashboard base-url="https://sso.example.com"></gatehouse-dashboard>
 * ```
 * and, in script, `dashboard.getToken = () => …` with an operator's token.
 *
 * @fires gatehouse-navigate - `{path}`; a page may keep it in its address and set `path` again later
 */
export class GatehouseDashboard extends RootElement {
  static override styles = [
    RootElement.styles,
    css`
      :host {
        max-inline-size: 1200px;
        background: var(--_surface);
      }
      nav {
        display: flex;
        gap: 4px;
        flex-wrap: wrap;
        margin-block-end: 24px;
        padding: 4px;
        background: var(--_surface-sunken);
        border-radius: var(--_radius-large);
      }
      nav button {
        border-color: transparent;
        background: none;
        color: var(--_text-soft);
      }
      #place:focus-visible {
        outline: none;
      }
      nav button[aria-current] {
        background: var(--_surface-raised);
        color: var(--_text);
        box-shadow: var(--_shadow);
        border-color: var(--_line);
      }
    `,
  ];

  /** Where in the dashboard, such as `organizations/org_…/settings`. */
  @property({ reflect: true }) path = 'organizations';
  @query('gatehouse-live-region') private readonly region!: LiveRegion | null;

  override render() {
    const scope = this.scope;
    if (!scope) return nothing;
    const place = placeOf(this.path);
    return html`<div part="dashboard" @gatehouse-announce=${this.announce} @gatehouse-navigate=${this.follow}>
      <gatehouse-live-region></gatehouse-live-region>
      <nav aria-label=${scope.i18n.text('dash.navigation')}>
        ${SECTIONS.map(
          (section) =>
            html`<button
              type="button"
              aria-current=${section.screens.includes(place.screen) ? 'page' : nothing}
              @click=${() => this.go(section.path)}
            >
              ${scope.i18n.text(section.label)}
            </button>`,
        )}
      </nav>
      <div id="place" tabindex="-1">${this.renderPlace(scope, place)}</div>
    </div>`;
  }

  private renderPlace(scope: Scope, place: Place) {
    switch (place.screen) {
      case 'organizations':
        return html`<gatehouse-organizations-screen .scope=${scope}></gatehouse-organizations-screen>`;
      case 'organization':
        return html`<gatehouse-organization-screen
          .scope=${scope}
          organization=${place.id}
          tab=${place.tab}
        ></gatehouse-organization-screen>`;
      case 'applications':
        return html`<gatehouse-applications-screen .scope=${scope}></gatehouse-applications-screen>`;
      case 'api-clients':
        return html`<gatehouse-api-clients-screen .scope=${scope}></gatehouse-api-clients-screen>`;
      case 'sign-in':
        return html`<gatehouse-sign-in-screen
          .scope=${scope}
          reference=${place.reference}
        ></gatehouse-sign-in-screen>`;
    }
  }

  private go(path: string): void {
    this.path = path;
    this.dispatchEvent(new CustomEvent('gatehouse-navigate', { detail: { path } }));
    void this.lead();
  }

  /** Whatever led here may be gone with its screen; a keyboard goes on at the new one. */
  private async lead(): Promise<void> {
    await this.updateComplete;
    await drawn();
    if (!focused()) this.renderRoot.querySelector<HTMLElement>('#place')?.focus();
  }

  /** Screens below ask; what leaves this element is one event, after the path is set. */
  private readonly follow = (event: Event): void => {
    event.stopPropagation();
    this.go((event as NavigateEvent).detail.path);
  };

  private readonly announce = (event: Event): void => {
    event.stopPropagation();
    void this.region?.say((event as CustomEvent<string>).detail);
  };
}

define('gatehouse-dashboard', GatehouseDashboard);
