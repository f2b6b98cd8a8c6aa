-- A deleted organization keeps its row without personal data: its last event must stay repeatable.
create table organization (
  id uuid primary key,
  name text,
  slug text,
  external_id text,
  self_serve_sso boolean not null,
  deleted boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create unique index organization_slug_unique on organization (slug);
create unique index organization_external_id_unique on organization (external_id);
