-- The built-in roles are code; here are the ones that organizations made.
create table role (
  id uuid primary key,
  organization uuid not null references organization,
  key text not null,
  name text not null,
  permissions text[] not null,
  version bigint not null,
  created_at timestamptz not null,
  constraint role_key_unique unique (organization, key)
);

-- A revoked member stays as the block that keeps the person out; a deleted one stays without
-- personal data, so that its last event can be repeated.
create table member (
  id uuid primary key,
  organization uuid not null references organization,
  status text not null,
  external_id text,
  person text,
  email text,
  given_name text,
  family_name text,
  role text,
  version bigint not null,
  created_at timestamptz not null
);

create unique index member_email_unique on member (organization, lower(email));
create unique index member_external_id_unique on member (organization, external_id);
create unique index member_person_unique on member (organization, person);
