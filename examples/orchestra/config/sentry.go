package config

import "github.com/getsentry/sentry-go"

// InitSentry reports errors as those of this release. Without a DSN the client stays silent.
func InitSentry(c Config) error {
	return sentry.Init(sentry.ClientOptions{
		Dsn:              c.SentryDSN,
		Environment:      c.Env,
		Release:          c.Version,
		EnableTracing:    true,
		TracesSampleRate: 0.1, // 10% of transactions
	})
}
