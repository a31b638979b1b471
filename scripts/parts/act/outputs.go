package runner

import (
	"context"
	"strings"
	"sync"

	"github.com/nektos/act/pkg/common"
	"github.com/nektos/act/pkg/model"
)

// Combines the outputs of the jobs of a matrix as GitHub does. In act these jobs share one map: the first job replaces
// its expressions by values, and masked values pass. On GitHub each job evaluates the expressions itself, a value that is
// empty or contains a secret is left out, and the last of two jobs that set the same output wins:
// https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/pass-job-outputs
// https://github.com/actions/runner/blob/main/src/Runner.Worker/JobRunner.cs
var (
	outputsLock sync.Mutex
	expressions = map[*model.Job]map[string]string{}
)

func (rc *RunContext) interpolateOutputs() common.Executor {
	return func(ctx context.Context) error {
		outputsLock.Lock()
		defer outputsLock.Unlock()
		job := rc.Run.Job()
		combined := map[string]string{}
		if _, again := expressions[job]; again {
			for name, value := range job.Outputs {
				combined[name] = value
			}
		} else {
			expressions[job] = job.Outputs
		}
		evaluator := rc.NewExpressionEvaluator(ctx)
		for name, expression := range expressions[job] {
			if value := evaluator.Interpolate(ctx, expression); value != "" && !rc.holdsSecret(value) {
				combined[name] = value
			}
		}
		job.Outputs = combined // a new map, since other jobs may read the old one
		return nil
	}
}

func (rc *RunContext) holdsSecret(value string) bool {
	for _, secret := range rc.Config.Secrets {
		if secret != "" && strings.Contains(value, secret) {
			return true
		}
	}
	for _, mask := range rc.Masks {
		if mask != "" && strings.Contains(value, mask) {
			return true
		}
	}
	return false
}
