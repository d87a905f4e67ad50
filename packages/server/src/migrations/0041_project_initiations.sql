-- 七.2.2) 立项: the application of a project; approved or refused by the engine (approvals.subject_id is its id).
create table project_initiations (
  id uuid primary key,
  project_id uuid not null constraint project_initiations_project_fk references projects (id),
  division_id uuid not null constraint project_initiations_division_fk references divisions (id),
  amount_fen bigint constraint project_initiations_amount_positive check (amount_fen > 0),
  sign_date date,
  budget_fen bigint constraint project_initiations_budget_not_negative check (budget_fen >= 0),
  fund_source text,
  decision_chain text,
  competition text,
  resources text,
  risks text,
  -- Who works on it from the approval on.
  team uuid[] not null default '{}',
  approved_at timestamptz,
  -- 驳回 is final for this application; the project may bring another one.
  refused_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null constraint project_initiations_author_fk references people (id),
  updated_at timestamptz not null,
  updated_by uuid,
  constraint project_initiations_one_outcome check (approved_at is null or refused_at is null)
);
create unique index project_initiations_one_running on project_initiations (project_id) where refused_at is null;
create index project_initiations_of on project_initiations (project_id, created_at desc);

-- 毛利 stands in its own tier (§3A 底价/成本/毛利): read by the team, the manager, 总经理 and 综合管理; never in search, exports, events.
create table project_initiation_margins (
  initiation_id uuid primary key constraint project_initiation_margins_initiation_fk references project_initiations (id) on delete cascade,
  margin_basis_points integer not null constraint project_initiation_margins_known check (margin_basis_points between -10000 and 10000)
);
