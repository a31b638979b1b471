package database

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"orchestra.dev/orchestra/app"
)

// Store keeps projects in PostgreSQL. It implements app.Store.
type Store struct {
	pool *pgxpool.Pool
}

// Open makes a pool of connections. It connects when first used, so that an instance starts while the database is away
// and its health check says so.
func Open(ctx context.Context, url string) (*Store, error) {
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return nil, explain(err)
	}
	return &Store{pool: pool}, nil
}

// Close waits for the queries in flight.
func (s *Store) Close() { s.pool.Close() }

// Ping asks the database for an answer.
func (s *Store) Ping(ctx context.Context) error { return s.pool.Ping(ctx) }

// Schema is how far the migrations got.
func (s *Store) Schema(ctx context.Context) (app.Schema, error) { return ReadSchema(ctx, s.pool) }

// Projects are the newest hundred, newest first.
func (s *Store) Projects(ctx context.Context) ([]app.Project, error) {
	rows, err := s.pool.Query(ctx, `SELECT id, name, status, created_at FROM projects ORDER BY created_at DESC, id DESC LIMIT 100`)
	if err != nil {
		return nil, fmt.Errorf("list projects: %w", err)
	}
	projects, err := pgx.CollectRows(rows, pgx.RowToStructByPos[app.Project])
	if err != nil {
		return nil, fmt.Errorf("list projects: %w", err)
	}
	return projects, nil
}

// CreateProject stores a new project.
func (s *Store) CreateProject(ctx context.Context, name string) (app.Project, error) {
	project := app.Project{Name: name}
	err := s.pool.QueryRow(ctx, `INSERT INTO projects (name) VALUES ($1) RETURNING id, status, created_at`, name).
		Scan(&project.ID, &project.Status, &project.CreatedAt)
	if err != nil {
		return app.Project{}, fmt.Errorf("create a project: %w", err)
	}
	return project, nil
}

// PrepareProject marks a project as ready. Doing it twice changes nothing: a queue may deliver a job again.
func (s *Store) PrepareProject(ctx context.Context, id int64) error {
	tag, err := s.pool.Exec(ctx, `UPDATE projects SET status = 'ready' WHERE id = $1`, id)
	if err != nil {
		return fmt.Errorf("prepare project %d: %w", id, err)
	}
	if tag.RowsAffected() == 0 {
		return fmt.Errorf("prepare project %d: %w", id, app.ErrNoProject)
	}
	return nil
}
