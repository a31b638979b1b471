package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestParseMigrate(t *testing.T) {
	for args, want := range map[string]migrateCommand{
		"":        {name: "up"},
		"status":  {name: "status"},
		"force 2": {name: "force", version: 2},
		"force 0": {name: "force"},
	} {
		if got, err := parseMigrate(strings.Fields(args)); err != nil || got != want {
			t.Errorf("migrate %s: got %+v, %v", args, got, err)
		}
	}
	for _, args := range []string{"up", "down", "status now", "force", "force -1", "force two", "force 1 2"} {
		if got, err := parseMigrate(strings.Fields(args)); err == nil {
			t.Errorf("migrate %s: got %+v, want an error", args, got)
		}
	}
}

func TestCommandsSayWhatIsMissing(t *testing.T) {
	for _, name := range []string{"DATABASE_URL", "JWT_SECRET"} {
		t.Setenv(name, "")
	}
	for args, want := range map[string]string{
		"":          "DATABASE_URL, JWT_SECRET",
		"migrate":   "DATABASE_URL",
		"token":     "JWT_SECRET",
		"serve":     `unknown command "serve"`,
		"migrate x": "usage: server migrate",
	} {
		err := run(context.Background(), strings.Fields(args), &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("server %s: got %v, want %s", args, err, want)
		}
	}
}
