// Package database holds what knows SQL: the store behind the API and the migrations.
package database

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"orchestra.dev/orchestra/app"
)

// ReadSchema only reads: it works before the first migration and without the right to create tables.
func ReadSchema(ctx context.Context, db querier) (app.Schema, error) {
	var exists bool
	if err := db.QueryRow(ctx, `SELECT to_regclass('schema_migrations') IS NOT NULL`).Scan(&exists); err != nil {
		return app.Schema{}, fmt.Errorf("read the schema version: %w", err)
	}
	if !exists {
		return app.Schema{}, nil
	}
	var schema app.Schema
	err := db.QueryRow(ctx, `SELECT version, dirty FROM schema_migrations LIMIT 1`).Scan(&schema.Version, &schema.Dirty)
	if errors.Is(err, pgx.ErrNoRows) {
		return app.Schema{}, nil
	}
	if err != nil {
		return app.Schema{}, fmt.Errorf("read the schema version: %w", err)
	}
	return schema, nil
}

type querier interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}
