-- OpenID providers may end a session by its sid alone, without naming the person (Back-Channel Logout 1.0
-- section 2.4, Front-Channel Logout 1.0). Digested with the connection; null for SAML.
alter table application_session add column idp_session_sid_key text;

create index application_session_by_sid_key on application_session (idp_session_sid_key)
  where idp_session_sid_key is not null;
