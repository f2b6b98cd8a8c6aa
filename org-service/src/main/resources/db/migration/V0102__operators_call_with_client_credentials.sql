-- The secret has 256 random bits, so its plain hash gives nothing away.
create table api_client (
  id uuid primary key,
  name text not null,
  secret_hash text not null,
  created_at timestamptz not null
);

-- What signs our access tokens; the private part is sealed with this service's keyset.
create table signing_key (
  kid text primary key,
  public_jwk text not null,
  sealed_private_jwk text not null,
  created_at timestamptz not null
);
