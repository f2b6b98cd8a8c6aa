-- A row is written by the transaction that ends a sign-in, and carries what the tokens will say.
create table authorization_code (
  code_hash bytea primary key,
  application text not null,
  redirect_uri text not null,
  nonce text,
  code_challenge text not null,
  scope text not null,
  sign_in text not null,
  organization text not null,
  connection text not null,
  revision text not null,
  person text not null,
  email text not null,
  email_domain text not null,
  member text,
  just_in_time boolean not null,
  claims jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  access_token_hash bytea unique,
  access_token_expires_at timestamptz,
  access_token_revoked_at timestamptz
);

create index authorization_code_by_expiry on authorization_code (expires_at);

-- Just-in-time membership is announced once per person, by the first code that is redeemed.
create table announced_person (
  person text primary key,
  at timestamptz not null
);
