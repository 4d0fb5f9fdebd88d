// Package seeded makes random tests repeatable where that is asked for: with LONGHAND_SEED=N rapid draws the same cases in
// every run, so that what lands does not depend on luck. Without it every run explores other cases. It serves tests only.
package seeded

import (
	"flag"
	"os"

	_ "pgregory.net/rapid" // has the flag
)

func init() {
	if seed := os.Getenv("LONGHAND_SEED"); seed != "" {
		if err := flag.Set("rapid.seed", seed); err != nil {
			panic("LONGHAND_SEED: " + err.Error())
		}
	}
}
