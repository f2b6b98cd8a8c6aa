import { css, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import { RootElement } from '../scope/root-element.js';
import type { Answer } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Tab } from '../tabs/tabs.js';
import type { LiveRegion } from '../live-region/live-region.js';
import type { Organization } from '../general/organization.js';
import { may, readViewer, type Viewer } from '../viewer/viewer.js';
import type { Access } from '../security/security-tab.js';

interface Profile {
  organization: Answer<Organization>;
  viewer: Viewer;
}

/**
 * An organization's profile: General, Members, and Security where the platform allows it.
 *
 * ```html
 * <organization-profile organization="org_…" base-url="https://sso.example.com"></organization-profile>
 * ```
 * and, in script, `profile.getToken = () => fetch('/gatehouse-token').then((r) => r.text())`.
 *
 * @fires gatehouse-tab - `{key}`
 * @fires gatehouse-organization-changed - `Answer<Organization>`
 * @fires gatehouse-member-added - `Member`
 * @fires gatehouse-member-changed - `Member`
 * @fires gatehouse-member-removed - `Member`
 * @fires gatehouse-domain-verified - `Domain`
 * @fires gatehouse-test-run-finished - `TestRun`
 * @fires gatehouse-connection-activated - `Connection`
 * @fires gatehouse-connection-deactivated - `Connection`
 */
export class OrganizationProfile extends RootElement {
  static override styles = [
    RootElement.styles,
    css`
      :host {
        max-inline-size: 1040px;
        background: var(--_surface);
      }
    `,
  ];

  /** The organization's id (`org_…`). */
  @property() organization = '';
  /** `general`, `members` or `security`. */
  @property({ reflect: true }) tab = 'general';
  @state() private readFor: Scope['api'] | undefined;
  @query('gatehouse-live-region') private readonly region!: LiveRegion | null;
  private readonly profile = new Loading<Profile>(this);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('organization')) this.readFor = undefined;
    if (this.scope && this.organization && this.readFor !== this.scope.api) {
      this.readFor = this.scope.api;
      void this.load();
    }
  }

  override render() {
    const scope = this.scope;
    if (!scope) return nothing;
    return html`<div
      part="profile"
      @gatehouse-announce=${this.announce}
      @gatehouse-organization-changed=${this.accept}
    >
      <gatehouse-live-region></gatehouse-live-region>
      ${
        this.profile.problem && !this.profile.value
          ? html`<gatehouse-problem
              retry
              .problem=${this.profile.problem}
              .i18n=${scope.i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }
      ${this.profile.value ? this.renderProfile(scope, this.profile.value) : nothing}
      ${this.profile.slow ? html`<gatehouse-skeleton lines="6" label=${scope.i18n.text('loading')}></gatehouse-skeleton>` : nothing}
    </div>`;
  }

  private renderProfile(scope: Scope, profile: Profile) {
    // A set-up link is for the set-up alone: there is nothing to choose between.
    if (profile.viewer.steps) return this.renderTab(scope, profile, 'security');
    const tabs = this.tabsFor(scope, profile);
    const selected = tabs.some((tab) => tab.key === this.tab) ? this.tab : 'general';
    return html`<gatehouse-tabs
      .tabs=${tabs}
      selected=${selected}
      label=${scope.i18n.text('profile.tabs')}
      @gatehouse-tab=${(event: CustomEvent<{ key: string }>) => (this.tab = event.detail.key)}
    >
      ${this.renderTab(scope, profile, selected)}
    </gatehouse-tabs>`;
  }

  private tabsFor(scope: Scope, profile: Profile): Tab[] {
    const { viewer } = profile;
    const tabs = [{ key: 'general', label: scope.i18n.text('profile.general') }];
    if (may(viewer, 'org:sys_memberships:read') || may(viewer, 'org:sys_memberships:manage')) {
      tabs.push({ key: 'members', label: scope.i18n.text('profile.members') });
    }
    // Absent where it cannot be used; whoever follows a link to it still learns why.
    if (this.access(profile) === 'allowed' || this.tab === 'security') {
      tabs.push({ key: 'security', label: scope.i18n.text('profile.security') });
    }
    return tabs;
  }

  private access({ organization, viewer }: Profile): Access {
    if (!organization.body.selfServeSso) return 'switched-off';
    return viewer.steps || may(viewer, 'org:sys_entconns:manage') ? 'allowed' : 'no-permission';
  }

  private renderTab(scope: Scope, profile: Profile, selected: string) {
    const { organization, viewer } = profile;
    if (selected === 'security') {
      return html`<gatehouse-security-tab
        .scope=${scope}
        .organization=${this.organization}
        .access=${this.access(profile)}
        .linkedTo=${viewer.steps}
      ></gatehouse-security-tab>`;
    }
    if (selected === 'members') {
      return html`<gatehouse-members-tab
        .scope=${scope}
        .organization=${this.organization}
        ?editable=${may(viewer, 'org:sys_memberships:manage')}
      ></gatehouse-members-tab>`;
    }
    return html`<gatehouse-general-tab
      .scope=${scope}
      .organization=${organization}
      ?editable=${may(viewer, 'org:sys_profile:manage')}
    ></gatehouse-general-tab>`;
  }

  private readonly load = async (): Promise<void> => {
    const scope = this.scope;
    if (!scope) return;
    this.profile.value = undefined;
    await this.profile.run(async () => {
      const [organization, viewer] = await Promise.all([
        scope.api.get<Organization>(`/v1/organizations/${this.organization}`),
        readViewer(scope.api, this.organization),
      ]);
      return { organization, viewer };
    });
  };

  private readonly accept = (event: Event): void => {
    const profile = this.profile.value;
    if (profile)
      this.profile.accept({ ...profile, organization: (event as CustomEvent<Answer<Organization>>).detail });
  };

  private readonly announce = (event: Event): void => {
    event.stopPropagation();
    void this.region?.say((event as CustomEvent<string>).detail);
  };
}

define('organization-profile', OrganizationProfile);
