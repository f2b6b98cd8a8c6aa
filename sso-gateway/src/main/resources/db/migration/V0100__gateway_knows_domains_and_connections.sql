-- What domain-verification-service and connection-service publish. A row is never removed: what is
-- deleted says so, and so stays denied whatever arrives later.
create table domain (
  id text primary key,
  organization text not null,
  epoch bigint not null,
  version bigint not null,
  status text not null,
  name text,
  ownership bigint
);

create index domain_by_name on domain (name, ownership);

create table connection (
  id text primary key,
  organization text not null,
  epoch bigint not null,
  version bigint not null,
  status text not null,
  provider text,
  domains text[] not null default '{}',
  live_revision text,
  -- The whole public state as published.
  state jsonb not null
);

create index connection_by_organization on connection (organization);

-- Revisions are immutable. Earlier ones stay for attempts and test runs that began with them.
create table revision (
  id text primary key,
  connection text not null,
  content jsonb not null
);

create index revision_by_connection on revision (connection);

create index access_membership_by_person on access_membership (organization, person);

-- Operators stop a connection here and now; an open row is a stop.
create table suspension (
  id text primary key,
  connection text not null,
  organization text not null,
  reason text not null,
  created_at timestamptz not null,
  created_by text not null,
  lifted_at timestamptz,
  lifted_by text
);

create unique index suspension_in_force on suspension (connection) where lifted_at is null;
