create table sign_in (
  id text primary key,
  organization text not null,
  connection text not null,
  revision text,
  application text,
  outcome text not null,
  at timestamptz not null,
  person text,
  email text,
  reference text,
  reasons text[] not null default '{}',
  -- Per reason what was expected and received, for administrators.
  findings jsonb not null default '[]'
);

create index sign_in_by_organization on sign_in (organization, at desc, id desc);
create index sign_in_by_reference on sign_in (reference) where reference is not null;
