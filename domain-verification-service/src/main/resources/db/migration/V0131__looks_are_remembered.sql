-- What each look found, oldest forgotten first. Looks that found the same are one row.
create table domain_look (
  id bigint generated always as identity primary key,
  domain uuid not null references domain,
  first_at timestamptz not null,
  last_at timestamptz not null,
  looks integer not null,
  outcome text not null,
  explanation text not null,
  found text not null
);
create index domain_look_by_domain on domain_look (domain, id);

-- Whatever records a look writes it here too, in the same transaction.
create function remember_look() returns trigger language plpgsql as $$
begin
  if new.status = 'deleted' then
    delete from domain_look where domain = new.id;
    return null;
  end if;
  update domain_look as l set last_at = new.checked_at, looks = l.looks + 1
    where l.id = (select max(id) from domain_look where domain = new.id)
      and l.outcome = new.check_outcome and l.explanation = coalesce(new.check_explanation, '')
      and l.found = new.check_found;
  if not found then
    insert into domain_look (domain, first_at, last_at, looks, outcome, explanation, found)
      values (new.id, new.checked_at, new.checked_at, 1, new.check_outcome,
        coalesce(new.check_explanation, ''), new.check_found);
    delete from domain_look where domain = new.id and id <= (
      select id from domain_look where domain = new.id order by id desc offset 50 limit 1);
  end if;
  return null;
end $$;

create trigger remember_look after update on domain
  for each row
  when (new.status = 'deleted'
    or (new.checked_at is distinct from old.checked_at and new.check_outcome is not null))
  execute function remember_look();
