-- Salespeople know the last four digits of a number. The mask shows them to every reader of the contact; the rest stays sealed (§3C).
create index contacts_phone_tail on contacts (right(phone_mask, 4)) where phone_mask is not null and deleted_at is null;

-- 六.2.3)①: a legal form in brackets is a legal form: 归帆海上风电（有限公司） is 归帆海上风电有限公司. Where both are on record already, both
-- keep their keys; the duplicate check shows them as alike.
with plain as (
  select c.id, c.division_id, regexp_replace(c.name_key, '\((股份)?(有限责任公司|有限公司|公司)\)$', '') as name_key
  from customers c
  where c.name_key ~ '.\((股份)?(有限责任公司|有限公司|公司)\)$'
), first as (
  select distinct on (division_id, name_key) id, division_id, name_key from plain order by division_id, name_key, id
)
update customers c set name_key = first.name_key from first
where first.id = c.id and not exists (
  select from customers other
  where other.division_id = first.division_id and other.name_key = first.name_key and other.id <> c.id);
