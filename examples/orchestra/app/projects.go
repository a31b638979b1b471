package app

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/getsentry/sentry-go"
	"github.com/gofiber/fiber/v3"
	"github.com/rs/zerolog/log"
)

// Project is the one resource of the sample. Its status is "new" until the worker has made it "ready".
type Project struct {
	ID        int64     `json:"id"`
	Name      string    `json:"name"`
	Status    string    `json:"status"`
	CreatedAt time.Time `json:"created_at"`
}

// ErrNoProject is for work on a project that is gone.
var ErrNoProject = errors.New("no such project")

const maxNameLength = 200

func listProjects(store Store) fiber.Handler {
	return func(c fiber.Ctx) error {
		projects, err := store.Projects(c.Context())
		if err != nil {
			return err
		}
		if projects == nil {
			projects = []Project{} // [] in JSON, not null
		}
		return c.JSON(fiber.Map{"projects": projects})
	}
}

// createProject stores a project and queues the rest of the work. A project that could not be queued exists all the
// same and stays "new": the answer says so, the logs and Sentry why.
func createProject(d Deps) fiber.Handler {
	return func(c fiber.Ctx) error {
		var body struct {
			Name string `json:"name"`
		}
		if err := c.Bind().JSON(&body); err != nil {
			return fiber.NewError(fiber.StatusBadRequest, `expected a JSON object: {"name": "…"}`)
		}
		name := strings.TrimSpace(body.Name)
		if name == "" || utf8.RuneCountInString(name) > maxNameLength {
			return fiber.NewError(fiber.StatusUnprocessableEntity, "name must have 1 to 200 characters")
		}
		project, err := d.Store.CreateProject(c.Context(), name)
		if err != nil {
			return err
		}
		if d.Queue != nil {
			if err := d.Queue.PrepareProject(c.Context(), project.ID); err != nil {
				log.Error().Err(err).Int64("project", project.ID).Msg("cannot queue a job")
				sentry.CaptureException(err)
			}
		}
		return c.Status(fiber.StatusCreated).JSON(project)
	}
}
