-- For OpenID Connect only; fixed when the connection is created, like its SAML addresses.
alter table connection add column redirect_uri text;
alter table connection add column jwks_url text;
