-- A deleted connection keeps its row without personal data: its last event must stay repeatable.
create table connection (
  id text primary key,
  organization text not null,
  name text,
  provider text not null,
  protocol text not null,
  entity_id text not null,
  acs_url text not null,
  metadata_url text not null,
  draft text,
  live text,
  last_live text,
  revisions integer not null,
  idp_initiated_allowed boolean not null,
  deleted boolean not null,
  version bigint not null,
  created_at timestamptz not null
);
create index connection_by_organization on connection (organization, created_at, id);

create table revision (
  id text primary key,
  connection text not null references connection,
  number integer not null,
  protocol text not null,
  source text not null,
  metadata_url text,
  settings text not null,
  created_at timestamptz not null,
  created_by text not null,
  unique (connection, number)
);

create function revision_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'a revision is immutable';
end $$;
create trigger revision_is_immutable before update on revision
  for each row execute function revision_is_immutable();

-- Beside the revision, which stays as it was.
create table passed_test (
  revision text primary key references revision,
  connection text not null references connection,
  run text not null,
  passed_at timestamptz not null
);
create index passed_test_by_connection on passed_test (connection);

create table sp_key (
  connection text not null references connection,
  id text not null,
  key_use text not null,
  certificate text not null,
  not_after timestamptz not null,
  sealed_private_key text not null,
  primary key (connection, id)
);

create table idp_key (
  connection text not null references connection,
  fingerprint text not null,
  trust text not null check (trust in ('trusted', 'candidate', 'revoked')),
  certificate text not null,
  subject text not null,
  algorithm text not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  added_at timestamptz not null,
  primary key (connection, fingerprint)
);
