package app

import (
	"context"
	"regexp"

	"github.com/gofiber/fiber/v3"
	"github.com/rs/zerolog/log"
)

// Schema is how far the migrations got. Version 0 is a database without any.
// Dirty means that the migration of this version failed and someone has to look.
type Schema struct {
	Version uint `json:"version"`
	Dirty   bool `json:"dirty"`
}

var commitSHA = regexp.MustCompile(`^[0-9a-f]{40}$`)

// version says which release answers: the dashboard shows it, and a deploy is checked by it.
func version(d Deps) fiber.Handler {
	type answer struct {
		Version  string  `json:"version"`            // APP_VERSION
		Commit   string  `json:"commit,omitempty"`   // the version, when that is a commit
		Revision string  `json:"revision,omitempty"` // of Cloud Run
		Schema   *Schema `json:"schema"`             // null while the database is away
	}
	self := answer{Version: d.Version, Revision: d.Revision}
	if commitSHA.MatchString(d.Version) {
		self.Commit = d.Version
	}
	return func(c fiber.Ctx) error {
		ctx, cancel := context.WithTimeout(c.Context(), healthTimeout)
		defer cancel()
		reply := self
		schema, err := d.Store.Schema(ctx)
		if err != nil {
			log.Warn().Err(err).Msg("version: no schema")
		} else {
			reply.Schema = &schema
		}
		c.Set(fiber.HeaderCacheControl, "no-store")
		return c.JSON(reply)
	}
}
