-- Which live connection an email domain is assigned to. A domain's ownership number only grows;
-- whoever won the name last holds it, even if that win is over by now and the news of the loss has
-- not reached the loser's row.
create view governed_domain as
select
  d.name as email_domain,
  d.id as domain,
  d.organization,
  o.external_id as organization_external_id,
  o.slug as organization_slug,
  c.id as connection,
  c.provider,
  c.live_revision as revision,
  d.status = 'lapsed' as lapsed
from domain d
join access_organization o on o.id = d.organization and not o.deleted
join connection c on c.organization = d.organization and d.id = any (c.domains)
where d.status in ('verified', 'lapsing', 'lapsed')
  and d.ownership is not null
  and not exists (
    select from domain other where other.name = d.name and other.ownership > d.ownership)
  and c.status = 'active'
  and c.live_revision is not null;

-- Where an email domain leads now: decided in one place for routing, minting and redeeming.
create view route as
select g.*
from governed_domain g
where not exists (
  select from suspension s where s.connection = g.connection and s.lifted_at is null);
