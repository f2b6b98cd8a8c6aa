-- People belong to one organization. Who signs in is found by identity, never by email; the email is
-- for the first time alone.
create table person (
  id text primary key,
  organization text not null,
  email text not null,
  member text,
  created_at timestamptz not null
);

create index person_by_email on person (organization, lower(email));

create table person_identity (
  connection text not null,
  issuer text not null,
  -- Where the subject was read from: the same person has another subject in another source.
  source text not null,
  subject text not null,
  person text not null references person,
  created_at timestamptz not null,
  primary key (connection, issuer, source, subject)
);

create index person_identity_of on person_identity (person);
