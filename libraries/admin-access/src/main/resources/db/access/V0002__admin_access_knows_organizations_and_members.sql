-- A local copy of what org-service publishes, so that permissions are checked without asking it.
create table access_organization (
  id text primary key,
  epoch bigint not null,
  version bigint not null,
  deleted boolean not null,
  name text,
  slug text,
  external_id text,
  self_serve_sso boolean not null default false
);

create table access_membership (
  id text primary key,
  organization text not null,
  epoch bigint not null,
  version bigint not null,
  status text not null,
  external_id text,
  person text,
  email text,
  role text,
  permissions text[] not null default '{}'
);

create index access_membership_by_external_id on access_membership (organization, external_id);
create index access_membership_by_email on access_membership (organization, lower(email));
