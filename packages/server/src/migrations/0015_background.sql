-- 六.3.1)①②⑤ what is known about a customer, one row per fact: departments, products like ours in use, the IT landscape and what
-- they plan. All of them carry where it comes from, the day, and who confirmed it when; what each kind has of its own may be null for
-- the others, and the checks at the end say what it needs.
create table background_facts (
  id uuid primary key,
  division_id uuid not null constraint background_facts_division_fk references divisions (id),
  customer_id uuid not null constraint background_facts_customer_fk references customers (id),
  kind text not null constraint background_facts_kind_known check (kind in ('department', 'product', 'it', 'plan')),
  -- Of the department, the product or the plan.
  name text,
  -- What a customer has once: a merge of two customers looks at it.
  department_name text generated always as (case when kind = 'department' then name end) stored,
  department_kind text constraint background_facts_department_kind_known check (department_kind in ('using', 'purchasing', 'supporting')),
  maker text constraint background_facts_maker_known check (maker in ('own', 'other')),
  category text constraint background_facts_category_known check (category in ('server', 'storage', 'database', 'network_security', 'network_planning', 'network_engineering', 'video_conference', 'surveillance', 'other')),
  brand text,
  model text,
  quantity integer constraint background_facts_quantity_positive check (quantity > 0),
  year integer,
  maintenance_ends_on date,
  -- What they mean to do when the maintenance ends; once that is known nobody has to be reminded.
  replacement text,
  period text,
  budget_fen bigint constraint background_facts_budget_not_negative check (budget_fen >= 0),
  key_items text,
  note text,
  source text not null,
  learned_on date not null,
  confirmed_on date not null,
  confirmed_by uuid not null constraint background_facts_confirmer_fk references people (id),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  deleted_at timestamptz,
  constraint background_facts_named check (kind = 'it' or name is not null),
  constraint background_facts_department_has_kind check (kind <> 'department' or department_kind is not null),
  constraint background_facts_product_has_maker check (kind <> 'product' or maker is not null),
  constraint background_facts_equipment_has_category check (kind <> 'it' or (category is not null and brand is not null))
);
create index background_facts_customer on background_facts (customer_id, kind, id) where deleted_at is null;
create unique index background_departments_unique on background_facts (customer_id, department_name) where department_name is not null and deleted_at is null;
-- What 今天 asks: the next ends of maintenance that nobody has an answer for.
create index background_facts_replacement on background_facts (division_id, maintenance_ends_on)
  where maintenance_ends_on is not null and replacement is null and deleted_at is null;

-- The department in which somebody works; the name and kind beside it follow it, and stand alone for people without one.
alter table contacts add column department_id uuid constraint contacts_department_fk references background_facts (id);
create index contacts_department on contacts (department_id) where department_id is not null;
