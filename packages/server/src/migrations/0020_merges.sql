-- Two records of one customer become one. The other stays, removed, under its number, and leads to the one that was kept.
alter table customers
  add column merged_into_id uuid constraint customers_merged_into_fk references customers (id),
  -- A visit that was planned without one before it; the next contact settles it.
  add column planned_visit_on date,
  add constraint customers_merged_is_removed check (merged_into_id is null or deleted_at is not null);
create index customers_merged_into on customers (merged_into_id) where merged_into_id is not null;
create index customers_merged_number on customers (number) where merged_into_id is not null;
create index customers_planned on customers (division_id, owner_id, planned_visit_on) where planned_visit_on is not null and deleted_at is null;

-- A form that goes over to the kept customer takes its versions and confirmations along.
alter table feedback_versions drop constraint feedback_versions_form_fk,
  add constraint feedback_versions_form_fk foreign key (customer_id) references feedback_forms (customer_id) on update cascade;
alter table feedback_confirmations drop constraint feedback_confirmations_form_fk,
  add constraint feedback_confirmations_form_fk foreign key (customer_id) references feedback_forms (customer_id) on update cascade;

create table customer_merges (
  id uuid primary key,
  division_id uuid not null constraint customer_merges_division_fk references divisions (id),
  survivor_id uuid not null constraint customer_merges_survivor_fk references customers (id),
  merged_ids uuid[] not null,
  -- The fields of the kept record that were taken from another: what stood there, and what stands there since.
  before jsonb not null,
  after jsonb not null,
  -- Which rows went over, from whom (merges/move.ts), so that undoing takes back these and no others.
  moved jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid not null constraint customer_merges_person_fk references people (id),
  undone_at timestamptz,
  undone_by uuid
);
create index customer_merges_recent on customer_merges (division_id, merged_at desc, id desc);

-- What may be one customer twice; 不是重复 is remembered.
create table duplicate_pairs (
  one_id uuid not null constraint duplicate_pairs_one_fk references customers (id),
  other_id uuid not null constraint duplicate_pairs_other_fk references customers (id),
  division_id uuid not null constraint duplicate_pairs_division_fk references divisions (id),
  reasons text[] not null,
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  primary key (one_id, other_id),
  constraint duplicate_pairs_in_order check (one_id < other_id)
);
create index duplicate_pairs_open on duplicate_pairs (division_id, found_at desc, one_id, other_id) where dismissed_at is null;
create index duplicate_pairs_dismissed on duplicate_pairs (division_id, dismissed_at desc, one_id, other_id) where dismissed_at is not null;
create index duplicate_pairs_other on duplicate_pairs (other_id);

-- Until when the names of a customer have been compared with the others.
create table duplicate_checks (
  customer_id uuid primary key constraint duplicate_checks_customer_fk references customers (id),
  checked_at timestamptz not null
);
