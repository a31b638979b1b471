package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/rs/zerolog/log"

	"orchestra.dev/orchestra/app"
	"orchestra.dev/orchestra/config"
	"orchestra.dev/orchestra/database"
)

const (
	migrationFiles = "./database/migrations" // beside the binary in the image, in the root of the repository elsewhere
	lockTimeout    = 15 * time.Second
)

// migrate runs one of the migrate commands. Results go to out, everything else to the log.
func migrate(ctx context.Context, args []string, out io.Writer) error {
	command, err := parseMigrate(args)
	if err != nil {
		return err
	}
	c, err := config.Load(os.Getenv, "DATABASE_URL")
	if err != nil {
		return err
	}
	m := database.Migrator{URL: c.DatabaseURL, Files: os.DirFS(migrationFiles), LockTimeout: lockTimeout}
	var schema app.Schema
	switch command.name {
	case "status":
		schema, err = m.Status(ctx)
	case "force":
		schema, err = m.Force(ctx, command.version)
	default:
		schema, err = m.Up(ctx)
	}
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if command.name == "status" {
		return json.NewEncoder(out).Encode(schema)
	}
	log.Info().Uint("version", schema.Version).Msg("migrate: done")
	return nil
}

type migrateCommand struct {
	name    string // "up", "status" or "force"
	version int    // for force
}

func parseMigrate(args []string) (migrateCommand, error) {
	switch {
	case len(args) == 0:
		return migrateCommand{name: "up"}, nil
	case len(args) == 1 && args[0] == "status":
		return migrateCommand{name: "status"}, nil
	case len(args) == 2 && args[0] == "force":
		version, err := strconv.Atoi(args[1])
		if err != nil || version < 0 {
			return migrateCommand{}, fmt.Errorf("migrate force %q: expected the number of a migration, or 0 for none", args[1])
		}
		return migrateCommand{name: "force", version: version}, nil
	}
	return migrateCommand{}, errors.New("usage: server migrate [status | force N]")
}
