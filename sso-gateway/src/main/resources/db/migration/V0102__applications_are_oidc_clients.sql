create table application (
  id text primary key,
  name text not null,
  client_type text not null,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null,
  initiate_login_uri text,
  backchannel_logout_uri text,
  id_token_signed_response_alg text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null,
  deleted boolean not null default false
);

-- Two at a time, so that one can be replaced while the other still works. SHA-256 suffices: each is
-- 256 random bits.
create table application_secret (
  id text primary key,
  application text not null references application,
  secret_hash bytea not null,
  created_at timestamptz not null
);

create index application_secret_of on application_secret (application);
