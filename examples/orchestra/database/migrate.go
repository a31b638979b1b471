package database

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/golang-migrate/migrate/v4"
	migratedb "github.com/golang-migrate/migrate/v4/database"
	migratepgx "github.com/golang-migrate/migrate/v4/database/pgx/v5"
	"github.com/golang-migrate/migrate/v4/source"
	"github.com/golang-migrate/migrate/v4/source/iofs"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/rs/zerolog/log"

	"orchestra.dev/orchestra/app"
)

// Migrator moves the schema of one database to what the files of this release say.
type Migrator struct {
	URL         string        // DATABASE_URL
	Files       fs.FS         // golang-migrate pairs: 000001_name.up.sql, 000001_name.down.sql
	LockTimeout time.Duration // how long to wait for another migration, or for a table in use
}

// Status reads how far the database is. It changes nothing.
func (m Migrator) Status(ctx context.Context) (app.Schema, error) {
	conn, err := pgx.Connect(ctx, m.URL)
	if err != nil {
		return app.Schema{}, explain(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	return ReadSchema(ctx, conn)
}

// Up applies what is missing, and is happy when nothing is: also when the database is ahead of this release, as it is
// after a rollback, since migrations only expand. When ctx ends, the migration that runs is finished, and no other starts.
func (m Migrator) Up(ctx context.Context) (app.Schema, error) {
	before, err := m.Status(ctx)
	if err != nil {
		return before, err
	}
	files, err := m.open()
	if err != nil {
		return before, err
	}
	newest, err := newest(files)
	if err != nil {
		return before, err
	}
	// A dirty schema may also be one that another migration is at: only who holds the lock, as golang-migrate will, can tell.
	if ahead(before, newest) {
		return before, nil
	}
	run, err := m.connect(files)
	if err != nil {
		return before, err
	}
	defer closeAll(run)
	stop := context.AfterFunc(ctx, func() { run.GracefulStop <- true })
	defer stop()

	err = run.Up()
	after, statusErr := m.Status(context.WithoutCancel(ctx))
	var marked migrate.ErrDirty
	switch {
	case errors.Is(err, migrate.ErrNoChange):
		return after, statusErr
	case errors.As(err, &marked):
		return after, dirty(marked)
	case errors.Is(err, fs.ErrNotExist) && ahead(after, newest): // a newer release got there while this one waited
		return after, nil
	case err != nil:
		return after, failed(err, after, previous(files, after.Version))
	case ctx.Err() != nil && after.Version < newest:
		return after, fmt.Errorf("stopped at version %d of %d", after.Version, newest)
	}
	return after, statusErr
}

// ahead says whether a newer release has migrated the schema further than this one can.
func ahead(at app.Schema, newest uint) bool {
	if at.Dirty || at.Version <= newest {
		return false
	}
	log.Info().Uint("version", at.Version).Uint("newest_file", newest).Msg("the schema is ahead of this release: nothing to do")
	return true
}

// Force records a version as cleanly applied and runs nothing: the way out after a failed migration was looked at.
func (m Migrator) Force(ctx context.Context, version int) (app.Schema, error) {
	files, err := m.open()
	if err != nil {
		return app.Schema{}, err
	}
	target := -1 // golang-migrate's word for "no migration"
	if version > 0 {
		target = version
	}
	if version > 0 && !has(files, uint(version)) {
		return app.Schema{}, fmt.Errorf("there is no migration %d in this release", version)
	}
	run, err := m.connect(files)
	if err != nil {
		return app.Schema{}, err
	}
	defer closeAll(run)
	if err := run.Force(target); err != nil {
		return app.Schema{}, explain(err)
	}
	return m.Status(ctx)
}

var errNoFiles = errors.New("there are no migration files (./database/migrations/NUMBER_NAME.up.sql)")

func (m Migrator) open() (source.Driver, error) {
	files, err := iofs.New(m.Files, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoFiles
	}
	if err != nil {
		return nil, fmt.Errorf("read the migration files: %w", err)
	}
	return files, nil
}

// connect opens a connection of its own on which nothing waits longer than the lock timeout: neither the advisory lock
// that golang-migrate takes, which it would await forever, nor a table that is in use.
func (m Migrator) connect(files source.Driver) (*migrate.Migrate, error) {
	config, err := pgx.ParseConfig(m.URL)
	if err != nil {
		return nil, explain(err)
	}
	config.RuntimeParams["lock_timeout"] = fmt.Sprintf("%dms", m.LockTimeout.Milliseconds())
	db, err := migratepgx.WithInstance(stdlib.OpenDB(*config), &migratepgx.Config{})
	if err != nil {
		return nil, explain(err)
	}
	run, err := migrate.NewWithInstance("files", files, "postgres", driver{db})
	if err != nil {
		return nil, err
	}
	run.LockTimeout = m.LockTimeout + time.Second // the database's own timeout speaks first
	run.Log = progress{}
	return run, nil
}

// driver marks the error of a lock that was not given: then nothing ran, and a dirty schema is another migration's.
type driver struct{ migratedb.Driver }

func (d driver) Lock() error {
	if err := d.Driver.Lock(); err != nil {
		return notLockedError{err}
	}
	return nil
}

// closeAll gives the connection and its lock back.
func closeAll(run *migrate.Migrate) {
	if _, err := run.Close(); err != nil {
		log.Warn().Err(err).Msg("cannot close the database connection")
	}
}

// newest is the version of the last migration file.
func newest(files source.Driver) (uint, error) {
	version, err := files.First()
	if errors.Is(err, fs.ErrNotExist) {
		return 0, errNoFiles
	}
	for err == nil {
		var next uint
		if next, err = files.Next(version); err == nil {
			version = next
		}
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("read the migration files: %w", err)
	}
	return version, nil
}

// previous is the version before this one, 0 before the first.
func previous(files source.Driver, version uint) uint {
	before, err := files.Prev(version)
	if err != nil {
		return 0
	}
	return before
}

func has(files source.Driver, version uint) bool {
	body, _, err := files.ReadUp(version)
	if err != nil {
		return false
	}
	_ = body.Close()
	return true
}

// progress logs golang-migrate's lines: one for each migration that was applied.
type progress struct{}

func (progress) Printf(format string, values ...any) {
	log.Info().Msg("migrate: " + strings.TrimSpace(fmt.Sprintf(format, values...)))
}

func (progress) Verbose() bool { return false }
