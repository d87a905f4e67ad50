-- 六.3.2) 《客户信息反馈表》: the current form of a customer, each version of it, and the score at the end of each month.
create table feedback_forms (
  customer_id uuid primary key constraint feedback_forms_customer_fk references customers (id),
  division_id uuid not null constraint feedback_forms_division_fk references divisions (id),
  -- The ten items and the remark (domain/feedback/form.ts).
  content jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by uuid not null
);

create table feedback_versions (
  customer_id uuid not null constraint feedback_versions_form_fk references feedback_forms (customer_id),
  division_id uuid not null,
  version integer not null,
  content jsonb not null,
  completeness integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  -- The visit in which it was learned.
  activity_id uuid constraint feedback_versions_activity_fk references activities (id),
  primary key (customer_id, version)
);

-- 本月无变化: looked through in this month, and nothing had changed.
create table feedback_confirmations (
  customer_id uuid not null constraint feedback_confirmations_form_fk references feedback_forms (customer_id),
  division_id uuid not null,
  month text not null,
  version integer not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null,
  primary key (customer_id, month)
);

-- Frozen for the appraisal (六.3.2)②): what came later changes no month that has ended.
create table feedback_snapshots (
  month text not null,
  customer_id uuid not null constraint feedback_snapshots_customer_fk references customers (id),
  division_id uuid not null,
  owner_id uuid,
  grade text not null,
  completeness integer not null,
  freshness integer not null,
  score integer not null,
  taken_at timestamptz not null,
  primary key (month, customer_id)
);
create index feedback_snapshots_owner on feedback_snapshots (division_id, month, owner_id);

-- What lists and 今天 ask of many customers at once; written by the commands of the form.
alter table customers
  add column form_completeness integer not null default 0,
  -- The last version or 本月无变化; null while there is no form.
  add column form_current_on date;
create index customers_form_missing on customers (division_id, owner_id, created_at) where form_current_on is null and deleted_at is null;
create index customers_form_aging on customers (division_id, owner_id, form_current_on) where form_current_on is not null and deleted_at is null;
