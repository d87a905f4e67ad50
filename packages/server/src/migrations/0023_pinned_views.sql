-- Pinned views stand in an order of their own, the shared ones of colleagues among one's own; until now only one's own were ordered.
insert into saved_view_pins (person_id, view_id) select person_id, id from saved_views on conflict do nothing;
alter table saved_view_pins add column position integer not null default 0;
update saved_view_pins set position = saved_views.position from saved_views where saved_views.id = saved_view_pins.view_id;
alter table saved_views drop column position;
