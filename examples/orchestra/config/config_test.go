package config

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/rs/zerolog/log"
)

func env(values map[string]string) func(string) string {
	return func(name string) string { return values[name] }
}

func TestLoadNamesEverythingThatIsMissing(t *testing.T) {
	_, err := Load(env(map[string]string{"REDIS_URL": "redis://localhost"}), "DATABASE_URL", "REDIS_URL", "JWT_SECRET")
	if want := "not set in the environment: DATABASE_URL, JWT_SECRET (see .env.example)"; err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

func TestLoadHasDefaultsForADevelopersMachine(t *testing.T) {
	c, err := Load(env(nil))
	if err != nil {
		t.Fatal(err)
	}
	if c.Port != "3000" || c.Version != "dev" {
		t.Fatalf("got port %q, version %q", c.Port, c.Version)
	}
}

func TestLogsAreOneJSONObjectWithASeverity(t *testing.T) {
	before := log.Logger
	defer func() { log.Logger = before }()
	var out bytes.Buffer
	InitLogger(&out, "production", "orchestra-server")
	log.Warn().Str("handler", "projects.create").Msg("slow")

	var line map[string]any
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("%q: %v", out.String(), err)
	}
	for key, want := range map[string]string{"severity": "WARNING", "message": "slow", "service": "orchestra-server", "handler": "projects.create"} {
		if line[key] != want {
			t.Errorf("%s is %v, want %s", key, line[key], want)
		}
	}
}
