package database

import (
	"errors"
	"fmt"

	"github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/database"
	"github.com/jackc/pgx/v5/pgconn"

	"orchestra.dev/orchestra/app"
)

const sqlStateLockNotAvailable = "55P03" // https://www.postgresql.org/docs/current/errcodes-appendix.html

// explain turns what golang-migrate, pgx and PostgreSQL say into one sentence that holds neither SQL nor a password.
func explain(err error) error {
	var parse *pgconn.ParseConfigError
	var connect *pgconn.ConnectError
	var pg *pgconn.PgError
	cause := cause(err)
	switch {
	case errors.As(cause, &parse):
		return errors.New("DATABASE_URL is not a PostgreSQL URL: expected postgres://USER:PASSWORD@HOST:PORT/DATABASE")
	case errors.As(cause, &connect):
		return fmt.Errorf("cannot reach the database: %w", connect)
	case errors.Is(cause, migrate.ErrLockTimeout), errors.As(cause, &pg) && pg.Code == sqlStateLockNotAvailable:
		return errors.New("the lock timeout passed: another migration is running, or a transaction uses the table; run it again later")
	case errors.As(cause, &pg):
		return fmt.Errorf("%s: %s (SQLSTATE %s)%s", pg.Severity, pg.Message, pg.Code, hint(pg))
	}
	return cause
}

// failed says which migration failed, why, and how to get out of the dirty state that it left.
func failed(err error, after app.Schema, previous uint) error {
	var waited notLockedError
	if !after.Dirty || errors.As(err, &waited) || errors.Is(err, migrate.ErrLockTimeout) {
		return explain(err)
	}
	return fmt.Errorf("migration %d failed: %w; the schema is marked dirty: repair the database if the migration was not one transaction, "+
		"then record the version it is at: ./server migrate force %d", after.Version, explain(err), previous)
}

// notLockedError is the error of a migration that did not get the lock, and so did nothing.
type notLockedError struct{ error }

func (e notLockedError) Unwrap() error { return e.error }

// dirty says that an earlier migration failed.
func dirty(at migrate.ErrDirty) error {
	return fmt.Errorf("migration %d failed earlier and the schema is marked dirty: repair the database, "+
		"then record the version it is at: ./server migrate force N", at.Version)
}

// cause takes PostgreSQL's error out of golang-migrate's, which does not unwrap and quotes the whole migration.
func cause(err error) error {
	var value database.Error
	if errors.As(err, &value) && value.OrigErr != nil {
		return value.OrigErr
	}
	var pointer *database.Error
	if errors.As(err, &pointer) && pointer.OrigErr != nil {
		return pointer.OrigErr
	}
	return err
}

func hint(pg *pgconn.PgError) string {
	if pg.Hint == "" {
		return ""
	}
	return ", " + pg.Hint
}
