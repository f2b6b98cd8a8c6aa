-- Since when a proven domain's record is missing, on how many days it was, and when that was last counted.
alter table domain
  add column missing_since timestamptz,
  add column missed_days integer not null default 0,
  add column missed_at timestamptz;

-- What was proven before anybody looked again is looked at from now on, spread over a day.
update domain set next_check_at = now() + random() * interval '24 hours'
  where status = 'verified' and verified_by = 'DNS';
