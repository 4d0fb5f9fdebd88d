package verify

import "strings"

// versionMarks stand behind a name for its next value, and before an index.
var versionMarks = []string{"^+", "_new", "^new", "'", "^'", "_neu", "_nuevo", "^*"}

// versionsOf are the names that a name may have after an update: w^+_5 and w_new,5 of w_5.
func versionsOf(name string) []string {
	base, at, indexed := splitKey(name)
	var list []string
	for _, mark := range versionMarks {
		list = append(list, name+mark)
		if indexed {
			list = append(list, base+mark+"_"+at)
		}
	}
	return list
}

// unversioned is the name whose next value a name is.
func unversioned(name string) (string, bool) {
	base, at, indexed := splitKey(name)
	for _, mark := range versionMarks {
		if before, ok := strings.CutSuffix(base, mark); ok && before != "" {
			if indexed {
				before += "_" + at
			}
			return before, true
		}
	}
	return name, false
}

func isVersion(name string) bool {
	_, ok := unversioned(name)
	return ok
}
