-- The rows of one sign-in are written in the order of time and removed by time. For that a BRIN index
-- does what a B-tree did, and costs no entry per row; nor does it keep an update from staying on its
-- page (HOT).
drop index sign_in_attempt_by_expiry;
create index sign_in_attempt_by_expiry on sign_in_attempt using brin (expires_at);
drop index used_assertion_by_end;
create index used_assertion_by_end on used_assertion using brin (until);
drop index authorization_code_by_expiry;
create index authorization_code_by_expiry on authorization_code using brin (expires_at);

-- An attempt is written three times: begun, answered, finished. Room on its page, the sealed verdict
-- inside the row and not beside it, and no tries to compress what is encrypted.
alter table sign_in_attempt set (fillfactor = 30, toast_tuple_target = 8160);
alter table sign_in_attempt alter column verdict set storage external;
-- As text they are read and written as they are, without being taken apart.
alter table sign_in_attempt
  alter column asked type text using asked::text,
  alter column test type text using test::text;
-- Only test runs have one.
alter table sign_in_attempt drop constraint sign_in_attempt_test_run_key;
create unique index sign_in_attempt_of_test_run on sign_in_attempt (test_run)
  where test_run is not null;

-- A code is written twice: minted, redeemed.
alter table authorization_code set (fillfactor = 45);
