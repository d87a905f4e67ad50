-- 六.3.1)①③④, 六.4): who they are at the customer, what part each has in the purchase, how they stand to each other and to us.
alter table contacts
  add column person_kind text constraint contacts_person_kind_known check (person_kind in ('user', 'buyer', 'manager', 'leader')),
  -- One person may have several: 六.3.1)③ names 决策, 影响, 指标, 合同条款, 采购时间, 预算.
  add column purchase_roles text[] not null default '{}' constraint contacts_purchase_roles_known
    check (purchase_roles <@ array['decider', 'influencer', 'specifier', 'terms', 'timing', 'budget', 'user']),
  -- Why somebody is against us, and what we do about it.
  add column objection text,
  add column countermeasure text;

-- The one text before mixed what somebody is with the part that he has.
update contacts set
  person_kind = case purchase_role when 'user' then 'user' when 'buyer' then 'buyer' when 'manager' then 'manager' end,
  purchase_roles = case when purchase_role in ('decider', 'influencer', 'user') then array[purchase_role] else '{}' end
where purchase_role is not null;
alter table contacts drop column purchase_role;

create table contact_relations (
  id uuid primary key,
  division_id uuid not null,
  customer_id uuid not null constraint contact_relations_customer_fk references customers (id),
  from_id uuid not null constraint contact_relations_from_fk references contacts (id),
  to_id uuid not null constraint contact_relations_to_fk references contacts (id),
  kind text not null constraint contact_relations_kind_known check (kind in ('directs', 'superior', 'influences', 'cooperates', 'close', 'opposed')),
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint contact_relations_two_people check (from_id <> to_id)
);
create index contact_relations_customer on contact_relations (customer_id, id);
-- Two people have one relation, whichever of them it starts from.
create unique index contact_relations_unique on contact_relations (least(from_id, to_id), greatest(from_id, to_id));

-- 六.4.4) how each person moved, with the day: the record itself only knows where he stands now.
create table relationship_changes (
  id uuid primary key,
  division_id uuid not null,
  customer_id uuid not null constraint relationship_changes_customer_fk references customers (id),
  contact_id uuid not null constraint relationship_changes_contact_fk references contacts (id),
  relationship_from text not null,
  relationship_to text not null,
  attitude_from text not null,
  attitude_to text not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);
create index relationship_changes_customer on relationship_changes (customer_id, changed_at desc);

-- The picture of a customer, the same for everybody: where a card was put by hand, and 六.4.3) what was agreed.
create table decision_maps (
  customer_id uuid primary key constraint decision_maps_customer_fk references customers (id),
  division_id uuid not null,
  -- Contact → [x, y inside its lane].
  places jsonb not null default '{}',
  consensus text,
  consensus_on date,
  consensus_by uuid,
  -- Of what was agreed; 0 while that is nothing.
  version integer not null default 0
);
