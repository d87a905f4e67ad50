-- A leaver's complaints: given back to whoever dispatches, or only without a handler while the callback is awaited.
alter table complaint_entries drop constraint complaint_entries_kind_known,
  add constraint complaint_entries_kind_known check (kind in ('dispatch', 'returned', 'vacated', 'handling', 'solution', 'satisfied', 'unsatisfied', 'escalation'));
update complaint_entries set kind = 'returned' where kind = 'dispatch' and body like '处理人%离职，退回派单';
