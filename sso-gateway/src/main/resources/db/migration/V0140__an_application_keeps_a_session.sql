-- Which sign-ins applications hold sessions from, for as long as a logout may have to find them. The
-- gateway itself keeps no session. Written by the statement that redeems the code.
create table application_session (
  -- The sign-in: the sid of the ID token.
  id text primary key,
  application text not null,
  organization text not null,
  connection text not null,
  person text not null,
  -- What the identity provider calls the person, digested with the connection, to be found by.
  idp_session_key text,
  -- NameID, format and SessionIndex, sealed; the sign-in is associated data.
  idp_session text,
  at timestamptz not null
);

create index application_session_of on application_session (person);
create index application_session_by_key on application_session (idp_session_key)
  where idp_session_key is not null;
-- Rows come in the order of time, so the smallest index there is finds the old ones.
create index application_session_by_time on application_session using brin (at);
