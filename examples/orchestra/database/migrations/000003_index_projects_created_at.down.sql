DROP INDEX projects_created_at_idx;
