-- What domain-verification-service publishes.
create table known_domain (
  id text primary key,
  organization text not null,
  epoch bigint not null,
  version bigint not null,
  status text not null,
  name text,
  ownership bigint
);

-- The primary key is the rule: a domain is assigned to at most one connection.
create table domain_assignment (
  domain text primary key,
  connection text not null references connection,
  assigned_at timestamptz not null
);
create index domain_assignment_by_connection on domain_assignment (connection);
