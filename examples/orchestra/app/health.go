package app

import (
	"context"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/rs/zerolog/log"
)

const healthTimeout = 2 * time.Second // well under the period of the startup probe

// health answers 200 when the database answers, else 500: the startup probe and every deploy ask it.
func health(store Store) fiber.Handler {
	return func(c fiber.Ctx) error {
		ctx, cancel := context.WithTimeout(c.Context(), healthTimeout)
		defer cancel()
		err := store.Ping(ctx)
		if err != nil {
			log.Error().Err(err).Msg("health: the database does not answer")
			return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"status": "unhealthy", "database": "does not answer"})
		}
		return c.JSON(fiber.Map{"status": "ok"})
	}
}
