CREATE INDEX projects_created_at_idx ON projects (created_at DESC, id DESC);
