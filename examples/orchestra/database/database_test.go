package database

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"orchestra.dev/orchestra/app"
)

// freshDatabase makes an empty database on the server of TEST_DATABASE_URL, which it drops afterwards.
func freshDatabase(t *testing.T) string {
	t.Helper()
	admin := os.Getenv("TEST_DATABASE_URL")
	if admin == "" {
		t.Skip("TEST_DATABASE_URL is not set: `make test-go` starts a PostgreSQL")
	}
	name := fmt.Sprintf("test_%d", time.Now().UnixNano())
	exec(t, admin, "CREATE DATABASE "+name)
	t.Cleanup(func() { exec(t, admin, "DROP DATABASE "+name+" WITH (FORCE)") })
	fresh, err := url.Parse(admin)
	if err != nil {
		t.Fatal(err)
	}
	fresh.Path = "/" + name
	return fresh.String()
}

func exec(t *testing.T, url, sql string) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(context.Background(), sql); err != nil {
		t.Fatal(err)
	}
}

// migrator has the real migrations, and what extra names more of.
func migrator(t *testing.T, url string, extra map[string]string) Migrator {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := os.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		body, err := os.ReadFile("migrations/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name()] = &fstest.MapFile{Data: body}
	}
	for name, body := range extra {
		files[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return Migrator{URL: url, Files: files, LockTimeout: 500 * time.Millisecond}
}

func expect(t *testing.T, what string, schema app.Schema, err error, want app.Schema) {
	t.Helper()
	if err != nil || schema != want {
		t.Fatalf("%s: got %+v, %v, want %+v", what, schema, err, want)
	}
}

func TestMigrateUpIsDoneOnce(t *testing.T) {
	ctx := context.Background()
	m := migrator(t, freshDatabase(t), nil)
	schema, err := m.Status(ctx)
	expect(t, "status of an empty database", schema, err, app.Schema{})
	for _, run := range []string{"first", "second"} {
		schema, err = m.Up(ctx)
		expect(t, run+" up", schema, err, app.Schema{Version: 3})
	}
	schema, err = m.Status(ctx)
	expect(t, "status", schema, err, app.Schema{Version: 3})
}

func TestMigrateUpOfAnOlderReleaseLeavesANewerSchemaAlone(t *testing.T) {
	ctx := context.Background()
	url := freshDatabase(t)
	schema, err := migrator(t, url, map[string]string{"000004_more.up.sql": "CREATE TABLE more ()"}).Up(ctx)
	expect(t, "newer release", schema, err, app.Schema{Version: 4})
	schema, err = migrator(t, url, nil).Up(ctx)
	expect(t, "older release", schema, err, app.Schema{Version: 4})
}

func TestAFailedMigrationIsNamedAndForceIsTheWayOut(t *testing.T) {
	ctx := context.Background()
	url := freshDatabase(t)
	broken := map[string]string{
		"000004_fine.up.sql":   "CREATE TABLE fine ()",
		"000005_broken.up.sql": "CREATE TABLE kept (); ALTER TABLE nowhere ADD COLUMN password text DEFAULT 'hunter2'",
	}
	m := migrator(t, url, broken)
	_, err := m.Up(ctx)
	for _, want := range []string{"migration 5 failed", `relation "nowhere" does not exist`, "42P01", "./server migrate force 4"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s in it", err, want)
		}
	}
	if err != nil && strings.Contains(err.Error(), "hunter2") {
		t.Errorf("%v quotes the migration", err)
	}
	schema, err := m.Status(ctx)
	expect(t, "status", schema, err, app.Schema{Version: 5, Dirty: true})

	if _, err := m.Up(ctx); err == nil || !strings.Contains(err.Error(), "migration 5 failed earlier") {
		t.Errorf("up on a dirty schema: got %v", err)
	}
	if _, err := m.Force(ctx, 9); err == nil || !strings.Contains(err.Error(), "no migration 9") {
		t.Errorf("force to an unknown version: got %v", err)
	}
	schema, err = m.Force(ctx, 4)
	expect(t, "force", schema, err, app.Schema{Version: 4})
	broken["000005_broken.up.sql"] = "CREATE TABLE kept ()" // fails if the first try had left the table
	schema, err = migrator(t, url, broken).Up(ctx)
	expect(t, "up after the repair", schema, err, app.Schema{Version: 5})
}

func TestForceZeroStartsOver(t *testing.T) {
	ctx := context.Background()
	m := migrator(t, freshDatabase(t), nil)
	if _, err := m.Up(ctx); err != nil {
		t.Fatal(err)
	}
	schema, err := m.Force(ctx, 0)
	expect(t, "force 0", schema, err, app.Schema{})
}

func TestMigrateDoesNotWaitForeverForALock(t *testing.T) {
	ctx := context.Background()
	url := freshDatabase(t)
	if _, err := migrator(t, url, nil).Up(ctx); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(ctx) }()
	if _, err := conn.Exec(ctx, "BEGIN; LOCK TABLE projects"); err != nil { // a long transaction
		t.Fatal(err)
	}
	m := migrator(t, url, map[string]string{"000004_more.up.sql": "ALTER TABLE projects ADD COLUMN more text"})
	ended := make(chan error, 1)
	go func() {
		_, err := m.Up(ctx)
		ended <- err
	}()
	select {
	case err := <-ended:
		if err == nil || !strings.Contains(err.Error(), "lock timeout") {
			t.Errorf("got %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("still waiting")
	}
}

// halfway starts a migration to version 4 and comes back when it is in the middle, where the schema is marked dirty. It ends
// when the transaction that it waits for does.
func halfway(t *testing.T, url string) (finish func() error) {
	t.Helper()
	exec(t, url, "CREATE TABLE busy ()")
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	if _, err := conn.Exec(context.Background(), "BEGIN; LOCK TABLE busy"); err != nil {
		t.Fatal(err)
	}
	m := slow(t, url)
	ended := make(chan error, 1)
	go func() {
		_, err := m.Up(context.Background())
		ended <- err
	}()
	await(t, url, "SELECT dirty AND version = 4 FROM schema_migrations")
	return func() error {
		_, err := conn.Exec(context.Background(), "COMMIT")
		return errors.Join(err, <-ended)
	}
}

// slow has a migration that waits for the table busy.
func slow(t *testing.T, url string) Migrator {
	m := migrator(t, url, map[string]string{"000004_slow.up.sql": "LOCK TABLE busy; CREATE TABLE slow ()"})
	m.LockTimeout = 30 * time.Second
	return m
}

// await polls until the query is true, or cannot be asked yet, for up to 20 seconds.
func await(t *testing.T, url, query string) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		var holds bool
		if err = conn.QueryRow(context.Background(), query).Scan(&holds); err == nil && holds {
			return
		}
	}
	t.Fatalf("%s: not in 20 seconds (%v)", query, err)
}

func TestTwoMigrationsAtOnceAreDoneOnce(t *testing.T) {
	for name, release := range map[string]func(*testing.T, string) Migrator{
		"the same release": slow,
		"an older release": func(t *testing.T, url string) Migrator { return migrator(t, url, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			url := freshDatabase(t)
			finish := halfway(t, url)
			second := release(t, url)
			second.LockTimeout = 30 * time.Second
			ended := make(chan error, 1)
			go func() {
				schema, err := second.Up(context.Background())
				if err == nil && schema != (app.Schema{Version: 4}) {
					err = fmt.Errorf("at %+v", schema)
				}
				ended <- err
			}()
			await(t, url, "SELECT count(*) = 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "+
				"AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
			if err := errors.Join(finish(), <-ended); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAMigrationThatIsAtWorkIsNotCalledFailed(t *testing.T) {
	url := freshDatabase(t)
	finish := halfway(t, url)
	_, err := migrator(t, url, nil).Up(context.Background())
	if err == nil || !strings.Contains(err.Error(), "another migration is running") || strings.Contains(err.Error(), "force") {
		t.Errorf("got %v", err)
	}
	// The lock may also be missed between the look at the version table and the migrations.
	missed := notLockedError{&pgconn.PgError{Code: sqlStateLockNotAvailable}}
	if err := failed(missed, app.Schema{Version: 4, Dirty: true}, 3); strings.Contains(err.Error(), "force") {
		t.Errorf("got %v", err)
	}
	if err := finish(); err != nil {
		t.Error(err)
	}
}

func TestErrorsNameNoPassword(t *testing.T) {
	for url, want := range map[string]string{
		"postgres://user:hunter2@127.0.0.1:1/none?connect_timeout=2": "cannot reach the database",
		"postgres://user:hunter2@127.0.0.1:port/none":                "DATABASE_URL is not a PostgreSQL URL",
	} {
		_, err := migrator(t, url, nil).Up(context.Background())
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: got %v", url, err)
		}
	}
}

func TestNoMigrationFilesIsAnError(t *testing.T) {
	m := Migrator{URL: freshDatabase(t), Files: fstest.MapFS{}, LockTimeout: time.Second}
	if _, err := m.Up(context.Background()); err == nil || !strings.Contains(err.Error(), "no migration files") {
		t.Errorf("got %v", err)
	}
}

func TestStore(t *testing.T) {
	ctx := context.Background()
	url := freshDatabase(t)
	if _, err := migrator(t, url, nil).Up(ctx); err != nil {
		t.Fatal(err)
	}
	store, err := Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := store.Ping(ctx); err != nil {
		t.Fatal(err)
	}
	schema, err := store.Schema(ctx)
	expect(t, "schema", schema, err, app.Schema{Version: 3})

	first, err := store.CreateProject(ctx, "first")
	if err != nil || first.Status != "new" || first.CreatedAt.IsZero() {
		t.Fatalf("got %+v, %v", first, err)
	}
	if _, err := store.CreateProject(ctx, "second"); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a job may come twice
		if err := store.PrepareProject(ctx, first.ID); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.PrepareProject(ctx, 1<<40); !errors.Is(err, app.ErrNoProject) {
		t.Errorf("got %v", err)
	}
	projects, err := store.Projects(ctx)
	if err != nil || len(projects) != 2 || projects[0].Name != "second" || projects[1].Status != "ready" {
		t.Fatalf("got %+v, %v", projects, err)
	}
}
