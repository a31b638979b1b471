package config

import (
	"io"
	"strings"
	"time"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

// InitLogger sends the logs of the whole process to w: readable lines in development, else one JSON object a line
// with the field names that Cloud Logging understands.
// https://cloud.google.com/logging/docs/structured-logging#special-payload-fields
func InitLogger(w io.Writer, env, service string) {
	zerolog.TimeFieldFormat = time.RFC3339Nano
	if env == "development" {
		log.Logger = zerolog.New(zerolog.ConsoleWriter{Out: w}).With().Timestamp().Logger()
		return
	}
	zerolog.LevelFieldName = "severity"
	zerolog.LevelFieldMarshalFunc = severity
	log.Logger = zerolog.New(w).With().Timestamp().Str("service", service).Logger()
}

// severity names a level as Cloud Logging does.
// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#LogSeverity
func severity(level zerolog.Level) string {
	switch level {
	case zerolog.TraceLevel:
		return "DEBUG"
	case zerolog.WarnLevel:
		return "WARNING"
	case zerolog.FatalLevel:
		return "CRITICAL"
	case zerolog.PanicLevel:
		return "ALERT"
	default:
		return strings.ToUpper(level.String())
	}
}
