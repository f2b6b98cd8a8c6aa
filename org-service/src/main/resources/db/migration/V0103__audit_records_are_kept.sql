-- Filled from the topic gatehouse.audit, which all services write; the id makes redelivery harmless.
create table audit_record (
  id uuid primary key,
  organization text,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  trace text
);

create index audit_record_newest_first on audit_record (at desc, id desc);
create index audit_record_of_organization on audit_record (organization, at desc, id desc);
