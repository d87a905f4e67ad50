-- 七 projects: one row is how it stands now; every step that brought it there is kept, and nothing else can bring it anywhere.
create table projects (
  id uuid primary key,
  division_id uuid not null constraint projects_division_fk references divisions (id),
  number text not null,
  name text not null,
  customer_id uuid not null constraint projects_customer_fk references customers (id),
  region_id uuid not null constraint projects_region_fk references regions (id),
  owner_id uuid not null constraint projects_owner_fk references people (id),
  amount_fen bigint not null constraint projects_amount_positive check (amount_fen > 0),
  expected_sign_on date not null,
  need text not null,
  is_strategic boolean not null default false,
  -- 六.3.1)⑦: somebody has said that nobody competes.
  without_competitor boolean not null default false,
  probability integer constraint projects_probability_percent check (probability between 0 and 100),
  -- The class that 立项 was approved with (G14).
  class_at_initiation text constraint projects_class_known check (class_at_initiation in ('large', 'medium', 'small')),
  stage text not null constraint projects_stage_known check (stage in ('information', 'initiation', 'proposal', 'bidding', 'negotiation', 'execution')),
  status text not null constraint projects_status_known check (status in ('open', 'won', 'lost', 'shelved', 'cancelled')),
  step integer not null,
  stage_since timestamptz not null,
  loss_reason text constraint projects_loss_reason_known check (loss_reason in ('price', 'relation', 'technology', 'qualification', 'timing', 'controlled', 'withdrawn', 'abandoned')),
  last_activity_on date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null constraint projects_creator_fk references people (id),
  updated_at timestamptz not null,
  updated_by uuid not null constraint projects_updater_fk references people (id),
  constraint projects_number_once unique (division_id, number),
  constraint projects_lost_with_reason check ((status = 'lost') = (loss_reason is not null)),
  -- A signed contract has won it.
  constraint projects_won_in_execution check ((status = 'won') <= (stage = 'execution') and not (status = 'open' and stage = 'execution'))
);
create index projects_recent on projects (division_id, last_activity_on desc, id desc);
create index projects_board on projects (division_id, stage, last_activity_on desc, id desc) where status in ('open', 'won');
create index projects_of_customer on projects (customer_id);
create index projects_of_owner on projects (owner_id);

create table stage_transitions (
  id uuid primary key,
  project_id uuid not null constraint stage_transitions_project_fk references projects (id),
  step integer not null,
  kind text not null constraint stage_transitions_kind_known check (kind in ('registered', 'forward', 'back', 'lose', 'shelve', 'cancel', 'resume')),
  from_stage text,
  from_status text,
  stage text not null,
  status text not null,
  is_override boolean not null default false,
  -- What the gate said at that moment.
  evidence jsonb not null,
  reason text,
  at timestamptz not null,
  by_id uuid not null constraint stage_transitions_person_fk references people (id),
  constraint stage_transitions_in_order unique (project_id, step),
  constraint stage_transitions_standing unique (project_id, step, stage, status),
  constraint stage_transitions_override_with_reason check (not is_override or reason is not null)
);
-- §4B: how a project stands is where its last step led.
alter table projects add constraint projects_stands_by_transition
  foreign key (id, step, stage, status) references stage_transitions (project_id, step, stage, status) deferrable initially deferred;

-- Steps that the gate refused, with what was missing.
create table stage_attempts (
  id uuid primary key,
  project_id uuid not null constraint stage_attempts_project_fk references projects (id),
  stage text not null,
  missing text[] not null,
  at timestamptz not null,
  by_id uuid not null constraint stage_attempts_person_fk references people (id)
);
create index stage_attempts_of on stage_attempts (project_id, at desc);

create table project_members (
  project_id uuid not null constraint project_members_project_fk references projects (id),
  person_id uuid not null constraint project_members_person_fk references people (id),
  role text not null constraint project_members_role_known check (role in ('sales', 'technology', 'commerce', 'delivery')),
  added_at timestamptz not null,
  constraint project_members_pk primary key (project_id, person_id)
);
create index project_members_of_person on project_members (person_id);

-- 六.3.1)③⑥ what is known of the purchase, with the day on which it was last confirmed.
create table project_factors (
  project_id uuid not null constraint project_factors_project_fk references projects (id),
  code text not null constraint project_factors_code_known check (code in ('plan', 'budget', 'need', 'decision', 'competition', 'priority', 'time')),
  body text not null,
  confirmed_on date not null,
  updated_at timestamptz not null,
  updated_by uuid not null constraint project_factors_person_fk references people (id),
  constraint project_factors_pk primary key (project_id, code)
);

create table project_role_slots (
  project_id uuid not null constraint project_role_slots_project_fk references projects (id),
  role text not null constraint project_role_slots_role_known check (role in ('decision', 'influence', 'specification', 'contract', 'timing', 'budget')),
  contact_id uuid not null constraint project_role_slots_contact_fk references contacts (id),
  constraint project_role_slots_pk primary key (project_id, role, contact_id)
);
create index project_role_slots_of_contact on project_role_slots (contact_id);

create table project_competitors (
  project_id uuid not null constraint project_competitors_project_fk references projects (id),
  competitor_id uuid not null constraint project_competitors_competitor_fk references competitors (id),
  price_fen bigint constraint project_competitors_price_positive check (price_fen > 0),
  outcome text constraint project_competitors_outcome_known check (outcome in ('won', 'lost', 'withdrawn')),
  note text,
  constraint project_competitors_pk primary key (project_id, competitor_id)
);
create index project_competitors_met on project_competitors (competitor_id);
